import type { QuestionAction } from '@samspel/shared/case/question.ts';
import { allowed, type Decision, refused } from '../access/gate.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { mayWorkInTeam } from '../case/team-case.policy.ts';

export interface QuestionFacts {
  readonly askerId: string;
  readonly receiverId: string;
  readonly seen: boolean;
  readonly answered: boolean;
}

type Reader = { readonly id: string };

/** Between the two of them; nobody else in the team, and no supervisor. */
export function maySeeQuestion(reader: Reader, question: QuestionFacts | undefined): Decision {
  return question && [question.askerId, question.receiverId].includes(reader.id) ? allowed : refused('unknown');
}

/** What an organisation tells another it tells under a consent, also in two sentences. */
export const mayAskQuestion = (facts: CaseFacts): Decision => mayWorkInTeam(facts);

/** A receipt tells nothing but that it was seen. */
export function mayAcknowledgeQuestion(reader: Reader, question: QuestionFacts): Decision {
  return question.receiverId === reader.id ? allowed : refused('not_asked');
}

export function mayAnswerQuestion(reader: Reader, facts: CaseFacts, question: QuestionFacts): Decision {
  return question.receiverId === reader.id ? mayWorkInTeam(facts) : refused('not_asked');
}

/** Nothing for whoever asked: they wait. */
export function questionDecisions(reader: Reader, facts: CaseFacts, question: QuestionFacts): Partial<Record<QuestionAction, Decision>> {
  if (question.answered || question.receiverId !== reader.id || facts.status !== 'OPEN') return {};
  return {
    ...(!question.seen && { 'question.see': mayAcknowledgeQuestion(reader, question) }),
    'question.answer': mayAnswerQuestion(reader, facts, question),
  };
}
