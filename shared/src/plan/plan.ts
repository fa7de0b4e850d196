export const PLAN_TYPES = ['SIP', 'REHAB_TEAM_PLAN', 'RETURN_TO_WORK_PLAN'] as const;
export type PlanType = (typeof PLAN_TYPES)[number];

/** A plan is made of items, each written, shared and changed on its own. */
export const PLAN_ITEM_KINDS = ['WHAT_MATTERS', 'STRENGTH', 'NEED', 'EARLY_SIGN', 'DISSENT', 'FOLLOW_UP', 'GOAL', 'ACTIVITY'] as const;
export type PlanItemKind = (typeof PLAN_ITEM_KINDS)[number];
/** Items that are words and nothing else. */
export const PLAN_PART_KINDS = ['WHAT_MATTERS', 'STRENGTH', 'NEED', 'EARLY_SIGN', 'DISSENT'] as const satisfies readonly PlanItemKind[];
export type PlanPartKind = (typeof PLAN_PART_KINDS)[number];

/** Long-term and short-term (huvudmål, delmål). */
export const GOAL_KINDS = ['MAIN', 'SUB'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** Goal.achievementStatus of FHIR R4, in the words the team uses. */
export const ATTAINMENTS = ['IN_PROGRESS', 'IMPROVING', 'NO_CHANGE', 'WORSENING', 'ACHIEVED', 'NOT_ACHIEVED'] as const;
export type Attainment = (typeof ATTAINMENTS)[number];

/** An insats by an organisation of the team, an åtgärd by somebody else (SoL 10:8, item 3), or what the person does themself. */
export const ACTIVITY_PROVIDERS = ['INTERVENTION', 'OTHER_MEASURE', 'OWN_ACTION'] as const;
export type ActivityProvider = (typeof ACTIVITY_PROVIDERS)[number];

/** Overdue and ownerless are derived, never states. */
export const ACTIVITY_STATES = ['REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED', 'COMPLETED', 'CANCELLED'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];
/** Somebody still answers for it. */
export const OPEN_ACTIVITY_STATES = ['REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED'] as const satisfies readonly ActivityState[];
export const isOpenActivity = (state: ActivityState): boolean => (OPEN_ACTIVITY_STATES as readonly string[]).includes(state);

/** Moves of an activity's machine. Asking is part of writing it down: who is asked stands among its fields. */
export const ACTIVITY_MOVES = ['ask', 'accept', 'refuse', 'take-back', 'start', 'complete', 'reopen', 'block', 'unblock', 'cancel'] as const;
export type ActivityMove = (typeof ACTIVITY_MOVES)[number];

/** What a reader may do with an activity now, as views carry it. */
export const ACTIVITY_ACTIONS = [
  'activity.edit',
  'activity.accept',
  'activity.refuse',
  'activity.take-back',
  'activity.start',
  'activity.complete',
  'activity.reopen',
  'activity.block',
  'activity.unblock',
  'activity.cancel',
  'activity.note',
  'activity.hand-over',
] as const;
export type ActivityAction = (typeof ACTIVITY_ACTIONS)[number];

export const PLAN_ITEM_ACTIONS = ['item.edit', 'item.share', 'item.remove', 'item.restore', 'goal.attain'] as const;
export type PlanItemAction = (typeof PLAN_ITEM_ACTIONS)[number];

export const PLAN_ACTIONS = ['plan.begin', 'plan.edit', 'plan.write', 'plan.publish', 'plan.agree', 'plan.follow-up'] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** Why the receiving organisation says no to an activity it was asked for. */
export const ACTIVITY_DECLINE_CODES = [
  'NOT_OUR_MANDATE',
  'NO_CAPACITY',
  'NEEDS_FORMAL_DECISION',
  'MISSING_BASIS',
  'PERSON_DECLINES',
  'OTHER_WAY',
] as const;
export type ActivityDeclineCode = (typeof ACTIVITY_DECLINE_CODES)[number];

/** What stands in the way; counted per link later on, so the codes are few and name the gap, not the person. */
export const BLOCK_CATEGORIES = [
  'METHOD',
  'RESOURCES',
  'REGULATION',
  'INFORMATION',
  'UNCLEAR_RESPONSIBILITY',
  'EXPECTATIONS',
  'TIME',
  'PERSON_CANNOT',
] as const;
export type BlockCategory = (typeof BLOCK_CATEGORIES)[number];

export const ACTIVITY_CANCEL_CODES = ['NOT_NEEDED', 'REPLACED', 'PERSON_DECLINES', 'CONTINUES_WITH_OWNER', 'CONSENT_WITHDRAWN'] as const;
export type ActivityCancelCode = (typeof ACTIVITY_CANCEL_CODES)[number];

/** What whoever closes a case says of the activities that are open. */
export const OPEN_ACTIVITY_ENDINGS = ['CONTINUE_WITH_OWNER'] as const;
export type OpenActivityEnding = (typeof OPEN_ACTIVITY_ENDINGS)[number];

/** What is written beside an activity while it runs. */
export const ACTIVITY_NOTE_KINDS = ['PROGRESS', 'BLOCKED', 'DECLINED', 'CANCELLED'] as const;
export type ActivityNoteKind = (typeof ACTIVITY_NOTE_KINDS)[number];

/** The statute's four items (SoL 10 kap. 8 §, HSL 16 kap. 4 §) and what may be missing of them. */
export const FOUR_ITEMS = ['INTERVENTIONS', 'WHO_ANSWERS', 'OTHER_MEASURES', 'RESPONSIBLE_AUTHORITY'] as const;
export type FourItem = (typeof FOUR_ITEMS)[number];
export const FOUR_ITEM_GAPS = [
  'NO_INTERVENTION',
  'NO_KOMMUN_INTERVENTION',
  'NO_REGION_INTERVENTION',
  'INTERVENTION_WAITS',
  'NO_OTHER_MEASURE_ANSWER',
  'NO_RESPONSIBLE_AUTHORITY',
] as const;
export type FourItemGap = (typeof FOUR_ITEM_GAPS)[number];

/** How the person's words reached the one who wrote them down. */
export const RECORDED_FORMS = ['PHONE', 'PAPER', 'IN_PERSON'] as const;
export type RecordedForm = (typeof RECORDED_FORMS)[number];

export const AGREEMENT_STANCES = ['AGREES', 'AGREES_WITH_DISSENT'] as const;
export type AgreementStance = (typeof AGREEMENT_STANCES)[number];

/** Timers of an activity: its owner first, then everybody who reads it. Working days after the due day. */
export const ACTIVITY_TIMERS = ['OVERDUE_OWNER', 'OVERDUE_TEAM'] as const;
export type ActivityTimer = (typeof ACTIVITY_TIMERS)[number];
export const OVERDUE_TEAM_AFTER = 3;

/** Characters. */
export const PLAN_TEXT_MAX = 2000;
export const PLAIN_TEXT_MAX = 500;
export const VERSION_REASON_MAX = 500;
export const ACTIVITY_NOTE_MAX = 2000;
/** Items of one plan; a plan nobody can read helps nobody. */
export const PLAN_ITEMS_MAX = 200;
/** Seconds a report of something done can be taken back in place; after that it is reopened like anything else. */
export const UNDO_SECONDS = 10;
/** Seconds after which somebody who wrote is no longer shown as writing. */
export const PRESENCE_SECONDS = 45;

export interface PartContent {
  text: string;
  /** EARLY_SIGN: whom to call, in words. */
  call?: string | null;
}
export interface GoalContent {
  text: string;
  /** In the person's own words. */
  ownWords: string | null;
  /** Med enkla ord: what the person reads. */
  plain: string | null;
  /** Day, `YYYY-MM-DD`. */
  targetOn: string | null;
  /** A possible conflict of goals (möjlig målkonflikt), and whom it concerns. */
  conflict: string | null;
  conflictOrganisationIds: string[];
}
export interface ActivityContent {
  text: string;
  plain: string | null;
  /** How often or how much. */
  extent: string | null;
}
/** The questions of the revising dialogue: what we wanted, what became of it, why they differ, what we conclude, what we do now. */
export interface FollowUpContent {
  heldOn: string;
  wanted: string;
  became: string;
  why: string;
  conclusion: string;
  now: string;
}
export type PlanItemContent = PartContent | GoalContent | ActivityContent | FollowUpContent;
