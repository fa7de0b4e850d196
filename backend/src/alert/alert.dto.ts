import { RUNGS, type Rung } from '@samspel/shared/alert/alert.ts';
import { MESSAGE_KINDS, type MessageKind } from '@samspel/shared/citizen/voice.ts';
import { COURTS, type Court, HANDOVER_SCOPES, HANDOVER_STATES, type HandoverScope, type HandoverState } from '@samspel/shared/handover/handover.ts';
import { HandoverClockView, HandoverFromView, HandoverToView } from '../handover/handover-parts.dto.ts';
import { StaffRef } from '../organisation/refs.dto.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { Day, Flag, Instant, ListOf, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';

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

/** An activity past its day, as whoever is alerted may see it: not what it is. */
export class AlertActivityView {
  @Uuid({ description: 'The activity.' }) id: string;
  @Text(1, 20, { description: 'The case’s reference, to say on the phone.', example: 'S-0412' }) reference: string;
  @Uuid({ description: 'The case, for its team.', nullable: true }) caseId: string | null;
  @Day({ description: 'When it was to be done.' }) dueOn: string;
  @Part(() => StaffRef, { description: 'Who answers for it.' }) owner: StaffRef;
}

/** Something the person has said, as whoever is alerted may see it: not the words. */
export class AlertMessageView {
  @Uuid({ description: 'The message.' }) id: string;
  @OneOf(MESSAGE_KINDS, 'MessageKind', { description: 'A stop, a request, a remark or a question about the log.' }) kind: MessageKind;
  @Text(1, 20, { description: 'The case’s reference, to say on the phone.', example: 'S-0412' }) reference: string;
  @Uuid({ description: 'The case, for its team.', nullable: true }) caseId: string | null;
  @Instant({ description: 'When the person was to be answered.' }) dueAt: string;
  @Part(() => StaffRef, { description: 'Who is to answer.' }) responsible: StaffRef;
}

/** About a handover, an activity or a message: exactly one of them. */
export class AlertView {
  @Uuid({ description: 'The alert.' }) id: string;
  @OneOf(RUNGS, 'AlertRung', { description: 'Which rung of the ladder.' }) rung: Rung;
  @Whole(1, 2_147_483_647, {
    description: 'Of a handover the stage: owner, first contact, loop, closing. Else how many days it has had.',
    example: 1,
  })
  epoch: number;
  @Part(() => AlertHandoverView, { description: 'The handover it is about.', nullable: true }) handover: AlertHandoverView | null;
  @Part(() => AlertActivityView, { description: 'The activity it is about.', nullable: true }) activity: AlertActivityView | null;
  @Part(() => AlertMessageView, { description: 'The message it is about.', nullable: true }) message: AlertMessageView | null;
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
