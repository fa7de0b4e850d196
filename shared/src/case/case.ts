export const CASE_STATUSES = ['OPEN', 'CLOSED'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** How far the organisations have agreed to go together; dated history, highest last. */
export const AMBITION_LEVELS = ['INFORMATION_EXCHANGE', 'COORDINATED_ACTIVITIES', 'JOINT_ACTION'] as const;
export type AmbitionLevel = (typeof AMBITION_LEVELS)[number];

export const CLOSING_REASONS = ['GOALS_REACHED', 'CONSENT_WITHDRAWN', 'MOVED', 'DECEASED', 'OTHER_PLAN', 'OPENED_BY_MISTAKE'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** How the person said yes to the question whether they already have a team. */
export const ASKING_FORMS = ['ORAL', 'WRITTEN', 'DIGITALLY_SIGNED'] as const;
export type AskingForm = (typeof ASKING_FORMS)[number];

/** What the reader is in a case. */
export const CASE_PARTS = ['OWNER', 'COORDINATOR', 'BOTH', 'PARTICIPANT'] as const;
export type CasePart = (typeof CASE_PARTS)[number];

/** `all` and `mine` are open cases; `mine` those the reader owns or coordinates. */
export const CASE_FILTERS = ['all', 'mine', 'closed'] as const;
export type CaseFilter = (typeof CASE_FILTERS)[number];

/** What waits in a case, as its row in the list shows it. */
export const PENDING_KINDS = ['NEXT_STEP_OVERDUE', 'INVITATION', 'JOIN_REQUEST', 'COORDINATOR_REQUEST', 'HANDOVER'] as const;
export type PendingKind = (typeof PENDING_KINDS)[number];

export const CASE_ACTIONS = [
  'case.set-next-step',
  'case.finish-next-step',
  'case.set-ambition',
  'case.ask-coordinator',
  'case.change-person',
  'case.show-identifier',
  'case.close',
  'participant.add',
  'invitation.send',
  'contact.add',
  'timeline.tell',
  'note.write',
  'consent.record',
  'handover.offer',
  'plan.begin',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** Characters. */
export const NEXT_STEP_MAX = 300;
export const REASON_MAX = 2000;
export const REMAINING_WORK_MAX = 4000;
export const COORDINATOR_MESSAGE_MAX = 1000;

/** Opening a case is refused below this age (years). */
export const ADULT_AGE = 18;
