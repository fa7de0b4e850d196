import { QUESTION_MAX } from '@samspel/shared/case/question.ts';
import { MESSAGE_KINDS, MESSAGE_MAX, type MessageKind } from '@samspel/shared/citizen/voice.ts';
import { ACTIVITY_ACTIONS, ACTIVITY_STATES, type ActivityAction, type ActivityState, PLAN_TEXT_MAX } from '@samspel/shared/plan/plan.ts';
import { NOTICE_KINDS, type NoticeKind } from '@samspel/shared/timeline/notice.ts';
import { AlertView } from '../alert/alert.dto.ts';
import { InvitationRowView } from '../care-team/invitation/invitation.dto.ts';
import { HandoverRowView } from '../handover/handover.dto.ts';
import { StaffRef } from '../organisation/refs.dto.ts';
import { Day, Flag, Instant, ListOf, ListOfOneOf, OneOf, Params, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';
import { TimelineItemView } from '../timeline/timeline.dto.ts';
import { MY_DAY_REQUESTS, type MyDayRequestKind } from '@samspel/shared/my-day/my-day.ts';

/** A case as Min dag names it. */
export class MyDayCase {
  @Uuid({ description: 'The case.' }) id: string;
  @Text(1, 20, { description: 'Reference.', example: 'S-0412' }) reference: string;
  @Text(1, 161, { description: 'Name of the person.', example: 'Eva Lind' }) personName: string;
}

export class MyDayLead {
  @Whole(0, 100_000, {
    description: 'How many things wait on the reader: invitations, handovers, alerts, requests, the person, questions and what is overdue.',
    example: 4,
  })
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

/** An activity that waits on the reader: as its owner, as a deputy of somebody away, or for a yes or a no of their organisation. */
export class MyDayActivity {
  @Uuid({ description: 'The activity.' }) id: string;
  @Whole(1, 2_147_483_647, { description: 'For If-Match.' }) version: number;
  @Part(() => MyDayCase, { description: 'The case.' }) case: MyDayCase;
  @Text(1, PLAN_TEXT_MAX, { description: 'What is to be done.', example: 'Samtal hos kurator.', lines: true }) text: string;
  @OneOf(ACTIVITY_STATES, 'ActivityState', { description: 'Where it stands.' }) state: ActivityState;
  @Part(() => StaffRef, { description: 'Who answers for it; of one asked for, who asks.' }) owner: StaffRef;
  @Day({ description: 'When it shall be done.' }) due: string;
  @Whole(-36_500, 36_500, { description: 'Calendar days in Sweden until then; negative when it has passed.', example: -2 }) days: number;
  @ListOfOneOf(ACTIVITY_ACTIONS, 'ActivityAction', 0, ACTIVITY_ACTIONS.length, {
    description: 'What the reader may do now: `activity.complete` in one click.',
  })
  actions: ActivityAction[];
}

/** Something the person has said that the reader is to answer. */
export class MyDayMessage {
  @Uuid({ description: 'The message.' }) id: string;
  @Whole(1, 2_147_483_647, { description: 'For If-Match.' }) version: number;
  @OneOf(MESSAGE_KINDS, 'MessageKind', { description: 'What the person wants.' }) kind: MessageKind;
  @Part(() => MyDayCase, { description: 'The case.' }) case: MyDayCase;
  @Flag({ description: 'The reader is in the team and can open the case; a deputy may not be.' }) inTeam: boolean;
  @Text(0, MESSAGE_MAX, { description: 'What the person says; may be empty.', example: 'Jag får inget svar.', lines: true }) text: string;
  @Instant({ description: 'When it was said.' }) madeAt: string;
  @Instant({ description: 'When the person is to have an answer.' }) dueAt: string;
  @Flag({ description: 'That has passed.', example: false }) late: boolean;
}

/** A question put to the reader that they have not answered. */
export class MyDayQuestion {
  @Uuid({ description: 'The question.' }) id: string;
  @Part(() => MyDayCase, { description: 'The case.' }) case: MyDayCase;
  @Part(() => StaffRef, { description: 'Who asks.' }) from: StaffRef;
  @Text(1, QUESTION_MAX, { description: 'The question.', example: 'Har läkarutlåtandet kommit?', lines: true }) text: string;
  @Instant({ description: 'When it was asked.' }) askedAt: string;
  @Instant({ description: 'When the reader said that they had seen it.', nullable: true }) seenAt: string | null;
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
  @ListOf(() => MyDayActivity, 200, {
    description: 'The reader’s own past their day or due within 14 days, and what their organisation is asked for; first due first.',
  })
  activities: MyDayActivity[];
  @ListOf(() => MyDayMessage, 100, { description: 'Where the person waits for the reader, first due first.' }) messages: MyDayMessage[];
  @ListOf(() => MyDayQuestion, 100, { description: 'Questions put to the reader, oldest first.' }) questions: MyDayQuestion[];
  @ListOf(() => NoticeView, 50, { description: 'Unread, newest first.' }) notices: NoticeView[];
  @ListOf(() => MyDayStep, 100, { description: 'Next steps past their day, oldest first.' }) overdue: MyDayStep[];
  @ListOf(() => MyDayStep, 100, { description: 'Next steps due today or within 14 days.' }) upcoming: MyDayStep[];
  @Day({ description: 'First day of `changed`: the last working day before today.' }) changedSince: string;
  @ListOf(() => MyDayChange, 20, { description: 'What others have done in the reader’s cases since then, newest first.' }) changed: MyDayChange[];
  @Part(() => MyDayCases, { description: 'The reader’s cases in figures.' }) cases: MyDayCases;
}
