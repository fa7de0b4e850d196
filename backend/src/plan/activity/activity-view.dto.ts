import {
  ACTIVITY_ACTIONS,
  ACTIVITY_CANCEL_CODES,
  ACTIVITY_DECLINE_CODES,
  ACTIVITY_NOTE_KINDS,
  ACTIVITY_NOTE_MAX,
  ACTIVITY_PROVIDERS,
  ACTIVITY_STATES,
  BLOCK_CATEGORIES,
  PLAIN_TEXT_MAX,
  PLAN_TEXT_MAX,
  type ActivityAction,
  type ActivityCancelCode,
  type ActivityDeclineCode,
  type ActivityNoteKind,
  type ActivityProvider,
  type ActivityState,
  type BlockCategory,
  type PlanItemAction,
} from '@samspel/shared/plan/plan.ts';
import { HANDOVER_STATES, type HandoverState } from '@samspel/shared/handover/handover.ts';
import { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { Day, Flag, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';
import { ItemFactsView } from '../item/item.dto.ts';

/** What may be done with an activity: its own acts, and those of any item but editing, which it has its own word for. */
export const PLAN_ACTIVITY_ACTIONS = [...ACTIVITY_ACTIONS, 'item.share', 'item.remove', 'item.restore'] as const satisfies readonly (
  ActivityAction | PlanItemAction
)[];
export type PlanActivityAction = (typeof PLAN_ACTIVITY_ACTIONS)[number];

export class ActivityRequestView {
  @Part(() => OrganisationRef, { description: 'Who is asked.' }) organisation: OrganisationRef;
  @Part(() => StaffRef, { description: 'Whom of them, when somebody is named.', nullable: true }) staff: StaffRef | null;
  @Instant({ description: 'When they were asked; null while it is a draft.', nullable: true }) at: string | null;
}

export class ActivityPerformerView {
  @Uuid({ description: 'The contact.' }) contactId: string;
  @Text(1, 160, { description: 'Name.', example: 'Gunilla Rask' }) name: string;
  @Text(0, 160, { description: 'Where they work, if known.', example: 'Almgården' }) worksAt: string;
}

export class ActivityOrderView {
  @Uuid({ description: 'The activity that comes first.' }) id: string;
  @Text(1, PLAN_TEXT_MAX, { description: 'What that one is.', example: 'Bedömning hos sjukgymnast.', lines: true }) text: string;
}

export class ActivityNoteView {
  @OneOf(ACTIVITY_NOTE_KINDS, 'ActivityNoteKind', { description: 'What it is a note of.' }) kind: ActivityNoteKind;
  @Text(1, 60, { description: 'The reason as a code, where the act has one.', example: 'NO_CAPACITY', nullable: true }) code: string | null;
  @Text(0, ACTIVITY_NOTE_MAX, { description: 'The words.', example: 'Tre samtal är gjorda.', lines: true }) text: string;
  @Part(() => StaffRef, { description: 'Who wrote it.' }) by: StaffRef;
  @Instant({ description: 'When.' }) at: string;
}

export class ActivityHandoverView {
  @Uuid({ description: 'The handover.' }) id: string;
  @OneOf(HANDOVER_STATES, 'HandoverState', { description: 'Where it stands.' }) state: HandoverState;
  @Part(() => OrganisationRef, { description: 'To which organisation.' }) toOrganisation: OrganisationRef;
  @Text(1, 120, { description: 'To which unit.', example: 'Rehabiliteringen Norr' }) toUnit: string;
}

export class ActivityView extends ItemFactsView {
  @Text(1, PLAN_TEXT_MAX, { description: 'What is to be done.', example: 'Samtal hos kurator.', lines: true }) text: string;
  @Text(1, PLAIN_TEXT_MAX, { description: 'Med enkla ord.', example: 'Du pratar med kuratorn.', nullable: true, lines: true }) plain: string | null;
  @Text(1, 200, { description: 'How often or how much.', example: 'Varannan vecka, sex gånger', nullable: true }) extent: string | null;
  @Uuid({ description: 'The goal it is for, where the reader reads that one.', nullable: true }) goalId: string | null;
  @OneOf(ACTIVITY_PROVIDERS, 'ActivityProvider', { description: 'Who does it: an organisation, somebody else, or the person.' })
  provider: ActivityProvider;
  @OneOf(ACTIVITY_STATES, 'ActivityState', { description: 'Where it stands. Overdue and ownerless are told apart from it.' }) state: ActivityState;
  @Part(() => StaffRef, { description: 'Who answers for it.' }) owner: StaffRef;
  @Flag({ description: 'The owner can no longer answer for it.', example: false }) ownerLost: boolean;
  @Part(() => ActivityRequestView, { description: 'Who is asked to take it, until they have.', nullable: true })
  requested: ActivityRequestView | null;
  @OneOf(ACTIVITY_DECLINE_CODES, 'ActivityDeclineCode', { description: 'Why they said no.', nullable: true }) declineCode: ActivityDeclineCode | null;
  @Part(() => ActivityPerformerView, { description: 'Somebody outside the team who does it.', nullable: true })
  performer: ActivityPerformerView | null;
  @Part(() => StaffRef, { description: 'Who steps in.', nullable: true }) deputy: StaffRef | null;
  @Day({ description: 'When it begins.', nullable: true }) startOn: string | null;
  @Day({ description: 'When it shall be done.' }) dueOn: string;
  @Part(() => ActivityOrderView, { description: 'What comes first; null: beside the others.', nullable: true }) after: ActivityOrderView | null;
  @Flag({ description: 'What comes first is not done yet.', example: false }) waitsForOther: boolean;
  @Whole(0, 36_500, { description: 'Calendar days past the due day while open; 0 otherwise.', example: 0 }) overdueDays: number;
  @OneOf(BLOCK_CATEGORIES, 'BlockCategory', { description: 'What stands in the way.', nullable: true }) blockedCategory: BlockCategory | null;
  @OneOf(ACTIVITY_CANCEL_CODES, 'ActivityCancelCode', { description: 'Why it ended.', nullable: true }) cancelCode: ActivityCancelCode | null;
  @Instant({ description: 'When it was done.', nullable: true }) completedAt: string | null;
  @Flag({ description: 'The person said so themself.', example: false }) completedByPerson: boolean;
  @ListOf(() => ActivityNoteView, 5, { description: 'The five newest notes, newest first.' }) notes: ActivityNoteView[];
  @Part(() => ActivityHandoverView, { description: 'A handover of it that waits for an answer.', nullable: true })
  handover: ActivityHandoverView | null;
  @Whole(0, 1000, { description: 'What the person has said about it that nobody has answered.', example: 0 }) messages: number;
  @ListOfOneOf(PLAN_ACTIVITY_ACTIONS, 'PlanActivityAction', 0, PLAN_ACTIVITY_ACTIONS.length, { description: 'What the reader may do now.' })
  actions: PlanActivityAction[];
}
