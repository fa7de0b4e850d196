/** A short question between two of the team (vardagssamverkan): two or three sentences, not a letter. Characters. */
export const QUESTION_MAX = 1000;

/** What a reader may do with a question. */
export const QUESTION_ACTIONS = ['question.see', 'question.answer'] as const;
export type QuestionAction = (typeof QUESTION_ACTIONS)[number];
