import { HANDOVER_RUNGS, type HandoverRung, STALL_KINDS, type StallKind, TIMERS, type Timer } from '@samspel/shared/alert/alert.ts';
import { COURTS, type Court, HANDOVER_SCOPES, HANDOVER_STATES, type HandoverScope, type HandoverState } from '@samspel/shared/handover/handover.ts';
import {
  STALLED_ACTIONS,
  STALLED_DIRECTIONS,
  STALLED_FILTERS,
  type StalledAction,
  type StalledDirection,
  type StalledFilter,
} from '@samspel/shared/stalled/stalled.ts';
import { BlockedView } from '../access/availability.dto.ts';
import { UnitRef } from '../care-team/invitation/invitation.dto.ts';
import { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { Day, Flag, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';

export class StalledQuery extends PageQuery {
  @OneOf(STALLED_DIRECTIONS, 'StalledDirection', {
    description: 'Handovers to the reader’s organisation (`in`), from it (`out`), or both.',
    optional: true,
  })
  direction: StalledDirection = 'both';
  @OneOf(STALLED_FILTERS, 'StalledFilter', { description: 'Only this kind; without it everything the reader has not paused.', optional: true })
  kind?: StalledFilter;
  @Uuid({ description: 'Only from this unit.', optional: true }) fromUnit?: string;
  @Uuid({ description: 'Only to this unit.', optional: true }) toUnit?: string;
  @Whole(0, 250, { description: 'Only what has stood for at least so many Swedish working days.', example: 3, optional: true }) minDays?: number;
}

/** One side of a link. */
export class StalledSideView {
  @Part(() => UnitRef, { description: 'The unit.' }) unit: UnitRef;
  @Part(() => OrganisationRef, { description: 'Its organisation.' }) organisation: OrganisationRef;
}

/** What last happened: an act, or a rung of the ladder that time climbed. One of the two is null. */
export class LastEventView {
  @Text(1, 40, { description: 'The act.', example: 'offer', nullable: true }) act: string | null;
  @OneOf(HANDOVER_RUNGS, 'Rung', { description: 'The rung.', nullable: true }) rung: HandoverRung | null;
  @Instant({ description: 'When.' }) at: string;
}

export class NextAutomaticView {
  @OneOf(TIMERS, 'HandoverTimer', { description: 'What happens by itself.' }) timer: Timer;
  @Instant({ description: 'When.' }) at: string;
}

export class LadderStepView {
  @OneOf(HANDOVER_RUNGS, 'Rung', { description: 'The rung.' }) rung: HandoverRung;
  @Instant({ description: 'When it is due.' }) at: string;
  @Flag({ description: 'Whether it has been climbed.' }) done: boolean;
}

/** A handover that has come to a stand, as supervisors of both sides may see it: no person, no reason, no words. */
export class StalledRowView {
  @Uuid({ description: 'The handover.' }) id: string;
  @Whole(1, 1e9, { description: 'Its version, for If-Match.' }) version: number;
  @Text(1, 20, { description: 'The case’s reference number, which says nothing about whom it concerns.', example: 'S-0412' }) reference: string;
  @Uuid({ description: 'The case, only for a reader who belongs to its team.', nullable: true }) caseId: string | null;
  @OneOf(STALL_KINDS, 'StallKind', { description: 'Why it stands here.' }) kind: StallKind;
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What is handed over.' }) scope: HandoverScope;
  @OneOf(HANDOVER_STATES, 'HandoverState', { description: 'Where it stands.' }) state: HandoverState;
  @OneOf(COURTS, 'Court', { description: 'Whose turn it is.' }) court: Court;
  @Part(() => StalledSideView, { description: 'Who hands over.' }) from: StalledSideView;
  @Part(() => StalledSideView, { description: 'Who is asked.' }) to: StalledSideView;
  @Whole(0, 1e5, { description: 'Swedish working days since the stage began.', example: 3 }) days: number;
  @Instant({ description: 'When the stage was due.' }) dueAt: string;
  @Flag({ description: 'Whether that has passed.' }) overdue: boolean;
  @Part(() => LastEventView, { description: 'What last happened.' }) lastEvent: LastEventView;
  @Part(() => StaffRef, { description: 'Who answers for it now.' }) accountable: StaffRef;
  @Flag({ description: 'Whether that is the reader.' }) accountableIsYou: boolean;
  @Part(() => StaffRef, { description: 'Who has been asked to take over, when somebody has.', nullable: true }) nominee: StaffRef | null;
  @Flag({ description: 'Whether the reader may name somebody.' }) nominatable: boolean;
  @Part(() => NextAutomaticView, { description: 'What happens by itself, when anything does.', nullable: true })
  nextAutomatic: NextAutomaticView | null;
  @Day({ description: 'The day it comes back, when the reader has paused it.', nullable: true }) pausedUntil: string | null;
  @ListOf(() => LadderStepView, 10, { description: 'The ladder of the present stage, lowest rung first.' }) ladder: LadderStepView[];
  @Day({ description: 'The last day the person’s consent covers the receiver; null when none does.', nullable: true }) consentUntil: string | null;
  @ListOfOneOf(STALLED_ACTIONS, 'StalledAction', 0, 10, { description: 'What the reader may do.' }) actions: StalledAction[];
  @ListOf(() => BlockedView, 10, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

/** How many stand on the board, by kind. */
export class StalledCountersView {
  @Whole(0, 1e9, { description: 'The owner is lost.' }) noOwner: number;
  @Whole(0, 1e9, { description: 'Nobody has accepted.' }) notAccepted: number;
  @Whole(0, 1e9, { description: 'Accepted, and no first contact.' }) silent: number;
  @Whole(0, 1e9, { description: 'Begun, and past the day by which the loop was to close.' }) openLoop: number;
  @Whole(0, 1e9, { description: 'Paused by the reader, in no other figure.' }) paused: number;
}

export class StalledPairView {
  @Part(() => UnitRef, { description: 'From.' }) fromUnit: UnitRef;
  @Part(() => UnitRef, { description: 'To.' }) toUnit: UnitRef;
}

export class StalledBoardView {
  @ListOf(() => StalledRowView, 100, { description: 'Longest first.' }) items: StalledRowView[];
  @Part(() => StalledCountersView, { description: 'Of everything that fits the filter, the kind apart.' }) counters: StalledCountersView;
  @ListOf(() => StalledPairView, 1000, { description: 'The links that have anything standing in this direction, by name.' }) pairs: StalledPairView[];
  @Instant({ description: 'When this was true.' }) checkedAt: string;
  @Text(1, 400, { description: 'Where to go on; absent on the last page.', optional: true }) nextCursor?: string;
}
