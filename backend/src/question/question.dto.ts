import { QUESTION_ACTIONS, QUESTION_MAX, type QuestionAction } from '@samspel/shared/case/question.ts';
import { BlockedView } from '../access/availability.dto.ts';
import { StaffRef } from '../organisation/refs.dto.ts';
import { Flag, Instant, ListOf, ListOfOneOf, Part, Text, Uuid } from '../platform/openapi/fields.ts';

const ASKED = 'Har läkarutlåtandet kommit?';
const ANSWERED = 'Ja, i går.';

export class AskQuestionInput {
  @Uuid({ description: 'Who is asked: somebody in the team, under one assignment.' }) receiverId: string;
  @Text(1, QUESTION_MAX, { description: 'The question.', example: ASKED, lines: true }) text: string;
}

export class AnswerQuestionInput {
  @Text(1, QUESTION_MAX, { description: 'The answer.', example: ANSWERED, lines: true }) text: string;
}

export class QuestionView {
  @Uuid({ description: 'The question.' }) id: string;
  @Part(() => StaffRef, { description: 'Who asks.' }) asker: StaffRef;
  @Part(() => StaffRef, { description: 'Who is asked.' }) receiver: StaffRef;
  @Flag({ description: 'The reader asked it; else it was put to them.' }) mine: boolean;
  @Text(1, QUESTION_MAX, { description: 'The question.', example: ASKED, lines: true }) text: string;
  @Instant({ description: 'When it was asked.' }) askedAt: string;
  @Instant({ description: 'When the one who was asked said that they had seen it.', nullable: true }) seenAt: string | null;
  @Text(1, QUESTION_MAX, { description: 'The answer.', example: ANSWERED, nullable: true, lines: true }) answer: string | null;
  @Instant({ description: 'When it was answered.', nullable: true }) answeredAt: string | null;
  @ListOfOneOf(QUESTION_ACTIONS, 'QuestionAction', 0, QUESTION_ACTIONS.length, { description: 'What the reader may do now.' })
  actions: QuestionAction[];
  @ListOf(() => BlockedView, QUESTION_ACTIONS.length, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

export class QuestionList {
  @ListOf(() => QuestionView, 200, { description: 'The reader’s own, asked and put to them: unanswered first, then newest first.' })
  items: QuestionView[];
}
