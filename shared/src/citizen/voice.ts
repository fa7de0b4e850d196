/** What the person says to the team: each waits for somebody, named, until it is answered. */
export const MESSAGE_KINDS = ['STOP', 'CALL_ME', 'WANT_MEETING', 'COMMENT', 'OBJECTION', 'LOG_QUESTION'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
/** Requests: one tap, no words needed. */
export const REQUEST_KINDS = ['CALL_ME', 'WANT_MEETING'] as const satisfies readonly MessageKind[];
export type RequestKind = (typeof REQUEST_KINDS)[number];
export const REMARK_KINDS = ['COMMENT', 'OBJECTION'] as const satisfies readonly MessageKind[];
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** What staff may write down for the person; a question about looking is only ever the person's own. */
export const TOLD_KINDS = ['STOP', 'CALL_ME', 'WANT_MEETING', 'COMMENT', 'OBJECTION'] as const satisfies readonly MessageKind[];
export type ToldKind = (typeof TOLD_KINDS)[number];

/** What a reader of a message may do with it now, as views carry it. */
export const PERSON_MESSAGE_ACTIONS = ['message.answer'] as const;
export type PersonMessageAction = (typeof PERSON_MESSAGE_ACTIONS)[number];
export const MY_MESSAGE_ACTIONS = ['me.withdraw'] as const;
export type MyMessageAction = (typeof MY_MESSAGE_ACTIONS)[number];

export const MESSAGE_STATES = ['OPEN', 'ANSWERED', 'WITHDRAWN'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Timers: at its due time whoever is to answer and the coordinator, then the supervisor above them. */
export const MESSAGE_TIMERS = ['PERSON_WAITS', 'PERSON_WAITS_SUPERVISOR'] as const;
export type MessageTimer = (typeof MESSAGE_TIMERS)[number];

/** Working days within which the person is to be answered. */
export const ANSWER_DAYS: Record<MessageKind, number> = { STOP: 2, CALL_ME: 2, WANT_MEETING: 2, COMMENT: 5, OBJECTION: 5, LOG_QUESTION: 5 };
export const SUPERVISOR_AFTER = 1;

/** What a stop is about, so that equal ones can be counted per link without anybody's words. */
export const STOP_REASONS = ['NO_ANSWER', 'NOBODY_HAS_IT', 'TOLD_TO_ASK_ELSEWHERE', 'WAITING_TOO_LONG', 'DO_NOT_UNDERSTAND', 'OTHER'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

export const REPRESENTATIVE_KINDS = ['GOD_MAN', 'FORVALTARE', 'OMBUD'] as const;
export type RepresentativeKind = (typeof REPRESENTATIVE_KINDS)[number];

export const PROPOSAL_STATES = ['PENDING', 'GIVEN', 'DECLINED', 'WITHDRAWN'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Characters. */
export const MESSAGE_MAX = 2000;
export const OWN_WORDS_MAX = 2000;
/** Goals of their own that one person may have at a time. */
export const OWN_GOALS_MAX = 20;
export const RATING_MAX = 10;
/** What one person may wait for at a time. */
export const OPEN_MESSAGES_MAX = 20;
