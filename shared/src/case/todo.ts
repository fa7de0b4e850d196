/** What is left to do in a case: derived from its state at every read, never stored. The client has one sentence per kind. */
export const TODO_KINDS = [
  'NEXT_STEP',
  'INVITATION_PENDING',
  'JOIN_REQUEST',
  'COORDINATOR_REQUEST',
  'HANDOVER',
  'ACTIVITY',
  'PERSON_WAITS',
  'QUESTION',
  'CONSENT_EXPIRING',
  'CONSENT_MISSING',
  'JOURNAL',
] as const;
export type TodoKind = (typeof TODO_KINDS)[number];
