import type { CaseAct, CaseThings } from './case-acts.ts';

type Act = (route: string, path: (things: CaseThings) => string, body?: (things: CaseThings) => object) => CaseAct;

/** Work on activities and questions between two: one well-formed attempt per route. */
export const workActs = (get: Act, post: Act, put: Act): CaseAct[] => {
  const activity = (name: string, body?: () => object): CaseAct =>
    put(`activities/:id/${name}`, ({ activityId }) => `activities/${activityId}/${name}`, body);
  return [
    activity('acceptance'),
    activity('refusal', () => ({ code: 'NO_CAPACITY' })),
    activity('recall'),
    activity('start'),
    activity('completion'),
    activity('reopening'),
    activity('block', () => ({ category: 'TIME' })),
    activity('resumption'),
    activity('cancellation', () => ({ code: 'NOT_NEEDED' })),
    post('activities/:id/notes', ({ activityId }) => `activities/${activityId}/notes`, () => ({ text: 'x' })), // prettier-ignore

    get('cases/:id/questions', ({ caseId }) => `cases/${caseId}/questions`),
    post('cases/:id/questions', ({ caseId }) => `cases/${caseId}/questions`, ({ assignmentId }) => ({ receiverId: assignmentId, text: 'x' })), // prettier-ignore
    put('questions/:id/receipt', ({ questionId }) => `questions/${questionId}/receipt`),
    put('questions/:id/answer', ({ questionId }) => `questions/${questionId}/answer`, () => ({ text: 'x' })), // prettier-ignore
  ];
};
