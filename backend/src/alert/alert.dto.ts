import { RUNGS, type Rung } from '@samspel/shared/alert/alert.ts';
import { COURTS, type Court, HANDOVER_SCOPES, HANDOVER_STATES, type HandoverScope, type HandoverState } from '@samspel/shared/handover/handover.ts';
import { HandoverClockView, HandoverFromView, HandoverToView } from '../handover/handover-parts.dto.ts';
import { StaffRef } from '../organisation/refs.dto.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { Flag, Instant, ListOf, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';

const ALERT_STATES = ['open', 'all'] as const;

export class AlertQuery extends PageQuery {
  @OneOf(ALERT_STATES, 'AlertState', { description: '`open`: neither answered nor acknowledged; `all`: those as well.', optional: true })
  state: (typeof ALERT_STATES)[number] = 'open';
}

/** The handover an alert is about, as whoever is alerted may see it: no person, no reason, no words. */
export class AlertHandoverView {
  @Uuid({ description: 'The handover.' }) id: string;
  @Whole(1, 2_147_483_647, { description: 'For If-Match.' }) version: number;
  @Text(1, 20, { description: 'The case’s reference, to say on the phone.', example: 'S-0412' }) reference: string;
  @Uuid({ description: 'The case, for its team.', nullable: true }) caseId: string | null;
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What is handed over.' }) scope: HandoverScope;
  @OneOf(HANDOVER_STATES, 'HandoverState', { description: 'Where it stands.' }) state: HandoverState;
  @OneOf(COURTS, 'HandoverCourt', { description: 'Who is to act.' }) court: Court;
  @Flag({ description: 'The owner is lost, and somebody stands in.', example: false }) ownerLost: boolean;
  @Part(() => HandoverFromView, { description: 'Who sends.' }) from: HandoverFromView;
  @Part(() => HandoverToView, { description: 'Who receives.' }) to: HandoverToView;
  @Part(() => StaffRef, { description: 'Who answers for it now.' }) accountable: StaffRef;
  @Part(() => StaffRef, { description: 'Who has been asked by name.', nullable: true }) nominee: StaffRef | null;
  @Part(() => HandoverClockView, { description: 'The clock.' }) clock: HandoverClockView;
}

export class AlertView {
  @Uuid({ description: 'The alert.' }) id: string;
  @OneOf(RUNGS, 'AlertRung', { description: 'Which rung of the ladder.' }) rung: Rung;
  @Whole(1, 4, { description: 'The stage: owner, first contact, loop, closing.', example: 1 }) epoch: number;
  @Part(() => AlertHandoverView, { description: 'What it is about.' }) handover: AlertHandoverView;
  @Text(1, 40, { description: 'Code of the reason, where there is one.', example: 'AWAY', nullable: true }) reasonCode: string | null;
  @Instant({ description: 'When it was to be raised, domain time.' }) dueAt: string;
  @Instant({ description: 'When it was.' }) raisedAt: string;
  @Instant({ description: 'When its reason ended; null while it stands.', nullable: true }) resolvedAt: string | null;
  @Instant({ description: 'When the reader acknowledged it.', nullable: true }) acknowledgedAt: string | null;
}

/** For the top bar of every page: a figure, so that no case is looked at. */
export class AlertCountView {
  @Whole(0, 1e9, { description: 'How many of the reader’s stand and are not acknowledged.', example: 1 }) open: number;
}

export class AlertList {
  @ListOf(() => AlertView, 100, { description: 'Newest first.' }) items: AlertView[];
  @Whole(0, 1e9, { description: 'How many of the reader’s stand and are not acknowledged.', example: 1 }) open: number;
  @Text(1, 400, { description: 'Where to go on; absent on the last page.', optional: true }) nextCursor?: string;
}
