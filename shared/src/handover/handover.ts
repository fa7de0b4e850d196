/** What is answered for in a case as a whole; each has exactly one holder. */
export const CASE_SCOPES = ['CASE_OWNERSHIP', 'COORDINATOR_ROLE'] as const;
export type CaseScope = (typeof CASE_SCOPES)[number];

/** The case's own, and one activity of its plan at a time. */
export const HANDOVER_SCOPES = [...CASE_SCOPES, 'ACTIVITY'] as const;
export type HandoverScope = (typeof HANDOVER_SCOPES)[number];

/** Overdue and ownerless are derived, never states. */
export const HANDOVER_STATES = [
  'DRAFT',
  'OFFERED',
  'RECEIVED',
  'NEEDS_INFO',
  'ACCEPTED',
  'IN_PROGRESS',
  'ON_HOLD',
  'COMPLETED',
  'FAILED',
  'DECLINED',
  'REVOKED',
  'STOPPED_BY_PERSON',
] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** Sent and not yet answered: the sender still answers for everything. */
export const PENDING_STATES = ['OFFERED', 'RECEIVED', 'NEEDS_INFO'] as const satisfies readonly HandoverState[];
export const isPending = (state: HandoverState): boolean => (PENDING_STATES as readonly string[]).includes(state);

/** How a handover came to be: offered by whoever answers, made by itself when the owner was lost, or one of a reviewed caseload. */
export const HANDOVER_ORIGINS = ['OFFER', 'OWNER_LOST', 'CASELOAD'] as const;
export type HandoverOrigin = (typeof HANDOVER_ORIGINS)[number];

/** New, onward to somebody else, or back to whom it came from; the last two are linked to the handover before. */
export const HANDOVER_DIRECTIONS = ['NEW', 'FORWARD', 'BACK'] as const;
export type HandoverDirection = (typeof HANDOVER_DIRECTIONS)[number];

/** Whose turn it is: who has the ball. */
export const COURTS = ['SENDER', 'RECEIVER', 'NOBODY'] as const;
export type Court = (typeof COURTS)[number];

export const DECLINE_CODES = ['WRONG_UNIT', 'NO_CAPACITY', 'NOT_OUR_MANDATE', 'MISSING_BASIS', 'NOT_ELIGIBLE', 'PERSON_DECLINES'] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];

/** Moves of the machine; each is a row in the handover's history. */
export const HANDOVER_MOVES = [
  'offer',
  'receive',
  'nominate',
  'accept',
  'decline',
  'ask',
  'answer',
  'revoke',
  'record-first-contact',
  'hold',
  'resume',
  'complete',
  'fail',
  'acknowledge',
  'close',
  'stop',
  'hand-on',
  'hand-back',
] as const;
export type HandoverMove = (typeof HANDOVER_MOVES)[number];

/** What else stands in the history without moving the state. */
export const HANDOVER_EVENTS = ['lose-owner', 'owner-returns', 'nudge', 'escalate'] as const;
export type HandoverEvent = (typeof HANDOVER_EVENTS)[number];

/** What a reader may do now, as views carry it. */
export const HANDOVER_ACTIONS = [
  'handover.edit',
  'handover.offer',
  'handover.receive',
  'handover.nominate',
  'handover.accept',
  'handover.decline',
  'handover.ask',
  'handover.answer',
  'handover.revoke',
  'handover.record-first-contact',
  'handover.hold',
  'handover.resume',
  'handover.complete',
  'handover.fail',
  'handover.acknowledge',
] as const;
export type HandoverAction = (typeof HANDOVER_ACTIONS)[number];

/** Who was at the first contact beside the new owner; sender and person both there make it warm. */
export const FIRST_CONTACT_PARTIES = ['SENDER', 'PERSON'] as const;
export type FirstContactParty = (typeof FIRST_CONTACT_PARTIES)[number];

export const ESCALATION_CODES = ['NO_ANSWER', 'CAPACITY', 'MANDATE_DISPUTED', 'RISK_OF_HARM'] as const;
export type EscalationCode = (typeof ESCALATION_CODES)[number];

/** Calendar days a hold may last, and how many in a row. */
export const HOLD_MAX_DAYS = 30;
export const HOLDS_IN_ROW = 2;
/** Working days a supervisor may hide a row from their own board. */
export const PAUSE_MAX_WORKING_DAYS = 10;
/** Calendar days ahead that an answer may be asked for, or a first contact promised. */
export const AHEAD_MAX_DAYS = 30;
/** From so many bounces on the chain is pointed out (kedjebrev). */
export const BOUNCES_ALERTED = 2;

/** Characters. */
export const ASKED_MAX = 500;
export const HANDOVER_REASON_MAX = 2000;
export const QUESTION_MAX = 1000;
export const ANSWER_MAX = 2000;
