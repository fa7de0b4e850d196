import type { CaseFacts } from '../case/case-facts.ts';
import {
  mayAcknowledgeQuestion,
  mayAnswerQuestion,
  mayAskQuestion,
  maySeeQuestion,
  questionDecisions,
  type QuestionFacts,
} from './question.policy.ts';

const [karin, lena, ahmed] = [{ id: 'karin' }, { id: 'lena' }, { id: 'ahmed' }];
/** Karin has asked Lena. */
const asked: QuestionFacts = { askerId: 'karin', receiverId: 'lena', seen: false, answered: false };
const open = { status: 'OPEN', covered: true } as CaseFacts;
const uncovered = { status: 'OPEN', covered: false } as CaseFacts;
const closed = { status: 'CLOSED', covered: true } as CaseFacts;
const no = (because: string) => ({ allowed: false, because });
const yes = { allowed: true };

describe('a question between two', () => {
  it('is seen by the two alone', () => {
    expect([karin, lena, ahmed].map((who) => maySeeQuestion(who, asked).allowed)).toEqual([true, true, false]);
    expect(maySeeQuestion(karin, undefined)).toEqual(no('unknown'));
  });

  it('is asked in an open case under a consent', () => {
    expect([open, uncovered, closed].map(mayAskQuestion)).toEqual([yes, no('consent_missing'), no('case_closed')]);
  });

  it('is seen and answered by whoever was asked; a receipt needs no consent', () => {
    expect(mayAcknowledgeQuestion(lena, asked)).toEqual(yes);
    expect(mayAcknowledgeQuestion(karin, asked)).toEqual(no('not_asked'));
    expect(mayAnswerQuestion(lena, open, asked)).toEqual(yes);
    expect(mayAnswerQuestion(lena, uncovered, asked)).toEqual(no('consent_missing'));
    expect(mayAnswerQuestion(karin, open, asked)).toEqual(no('not_asked'));
  });

  it('shows what is left to do, and nothing once it is answered or to whoever asked', () => {
    expect(questionDecisions(lena, open, asked)).toEqual({ 'question.see': yes, 'question.answer': yes });
    expect(questionDecisions(lena, open, { ...asked, seen: true })).toEqual({ 'question.answer': yes });
    expect(questionDecisions(lena, uncovered, { ...asked, seen: true })).toEqual({ 'question.answer': no('consent_missing') });
    expect(questionDecisions(lena, open, { ...asked, seen: true, answered: true })).toEqual({});
    expect(questionDecisions(lena, closed, asked)).toEqual({});
    expect(questionDecisions(karin, open, asked)).toEqual({});
  });
});
