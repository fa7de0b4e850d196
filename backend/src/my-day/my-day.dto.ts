import { NOTICE_KINDS, type NoticeKind } from '@samspel/shared/timeline/notice.ts';
import { AlertView } from '../alert/alert.dto.ts';
import { InvitationRowView } from '../care-team/invitation/invitation.dto.ts';
import { HandoverRowView } from '../handover/handover.dto.ts';
import { StaffRef } from '../organisation/refs.dto.ts';
import { Day, Instant, ListOf, OneOf, Params, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';
import { TimelineItemView } from '../timeline/timeline.dto.ts';
import { MY_DAY_REQUESTS, type MyDayRequestKind } from '@samspel/shared/my-day/my-day.ts';

/** A case as Min dag names it. */
export class MyDayCase {
  @Uuid({ description: 'The case.' }) id: string;
  @Text(1, 20, { description: 'Reference.', example: 'S-0412' }) reference: string;
  @Text(1, 161, { description: 'Name of the person.', example: 'Eva Lind' }) personName: string;
}

export class MyDayLead {
  @Whole(0, 100_000, { description: 'How many things wait on the reader: invitations, handovers, alerts, requests and what is overdue.', example: 4 })
  count: number;
}

/** A question only the reader can answer. */
export class MyDayRequest {
  @Uuid({ description: 'The request.' }) id: string;
  @OneOf(MY_DAY_REQUESTS, 'MyDayRequestKind', { description: 'To lead a team, or to let somebody in.' }) kind: MyDayRequestKind;
  @Part(() => MyDayCase, { description: 'The case.' }) case: MyDayCase;
  @Part(() => StaffRef, { description: 'Who asks.' }) from: StaffRef;
  @Text(0, 2000, { description: 'Their words.', example: 'Kan du leda teamet?', lines: true }) text: string;
  @Instant({ description: 'When they asked.' }) at: string;
}

export class NoticeView {
  @Uuid({ description: 'The notice.' }) id: string;
  @OneOf(NOTICE_KINDS, 'NoticeKind', { description: 'What it tells; the client has one sentence per kind.' }) kind: NoticeKind;
  @Params({ description: 'Names and codes for the sentence.', example: { reference: 'S-0412' } }) params: Record<string, string>;
  @Uuid({ description: 'The case, where the reader still reaches it.', nullable: true }) caseId: string | null;
  @Instant({ description: 'When.' }) createdAt: string;
}

/** A next step the reader answers for. */
export class MyDayStep {
  @Part(() => MyDayCase, { description: 'The case.' }) case: MyDayCase;
  @Text(1, 300, { description: 'What is to be done.', example: 'Ring Gunilla.' }) text: string;
  @Day({ description: 'When.' }) due: string;
  @Whole(-36_500, 36_500, { description: 'Calendar days in Sweden until then; negative when it has passed.', example: -2 }) days: number;
}

export class MyDayChange {
  @Part(() => MyDayCase, { description: 'The case.' }) case: MyDayCase;
  @Part(() => TimelineItemView, { description: 'What happened.' }) event: TimelineItemView;
}

/** The reader's alerts that stand and are not acknowledged. */
export class MyDayAlerts {
  @Whole(0, 1_000_000_000, { description: 'How many.', example: 1 }) open: number;
  @ListOf(() => AlertView, 5, { description: 'The five newest.' }) items: AlertView[];
}

export class MyDayCases {
  @Whole(0, 100_000, { description: 'Open cases whose team the reader belongs to.', example: 14 }) total: number;
  @Whole(0, 100_000, { description: 'Of those, without a next step.', example: 2 }) withoutNextStep: number;
  @Whole(0, 100_000, { description: 'Of those, where a consent ends within 30 days.', example: 1 }) consentExpiring: number;
}

/** What waits on the reader today, oldest first. */
export class MyDayView {
  @Day({ description: 'Today in Sweden.' }) today: string;
  @Whole(1, 53, { description: 'ISO week.', example: 48 }) week: number;
  @Instant({ description: 'When this was last true.' }) checkedAt: string;
  @Part(() => MyDayLead, { description: 'For the sentence on top.' }) lead: MyDayLead;
  @ListOf(() => InvitationRowView, 100, { description: 'Waiting for the intake the reader serves, oldest first.' }) invitations: InvitationRowView[];
  @ListOf(() => HandoverRowView, 400, {
    description:
      'Waiting on the reader: as intake or by name, as sender with a question or an outcome, as new owner with a first contact. First due first.',
  })
  handovers: HandoverRowView[];
  @Part(() => MyDayAlerts, { description: 'What the reader has been alerted of; newest first.' }) alerts: MyDayAlerts;
  @ListOf(() => MyDayRequest, 100, { description: 'Waiting for the reader, oldest first.' }) requests: MyDayRequest[];
  @ListOf(() => NoticeView, 50, { description: 'Unread, newest first.' }) notices: NoticeView[];
  @ListOf(() => MyDayStep, 100, { description: 'Next steps past their day, oldest first.' }) overdue: MyDayStep[];
  @ListOf(() => MyDayStep, 100, { description: 'Next steps due today or within 14 days.' }) upcoming: MyDayStep[];
  @Day({ description: 'First day of `changed`: the last working day before today.' }) changedSince: string;
  @ListOf(() => MyDayChange, 20, { description: 'What others have done in the reader’s cases since then, newest first.' }) changed: MyDayChange[];
  @Part(() => MyDayCases, { description: 'The reader’s cases in figures.' }) cases: MyDayCases;
}
