import { OmitType } from '@nestjs/swagger';
import { AccessLogItem } from '../case/access-log/access-log.dto.ts';
import { ConsentView, ConsentWithdrawalView } from '../consent/consent.dto.ts';
import { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import { Flag, ListOf, Part, Text } from '../platform/openapi/fields.ts';
import { TimelineItemView } from '../timeline/timeline.dto.ts';

/** Somebody of the team by name. The assignment they act under is the team's business. */
export class MyStaffView extends OmitType(StaffRef, ['assignmentId']) {}

export class MyConsentWithdrawalView extends OmitType(ConsentWithdrawalView, ['by']) {
  @Part(() => MyStaffView, { description: 'Who recorded it, when staff did.', nullable: true }) by: MyStaffView | null;
}

/** A consent as the person reads it: without what staff may not do with it. */
export class MyConsentView extends OmitType(ConsentView, ['blocked', 'version', 'takenBy', 'withdrawn']) {
  @Part(() => MyStaffView, { description: 'Who took it.' }) takenBy: MyStaffView;
  @Part(() => MyConsentWithdrawalView, { description: 'When it was taken back; null while it stands.', nullable: true })
  withdrawn: MyConsentWithdrawalView | null;
}

export class MyConsentsView {
  @ListOf(() => MyConsentView, 1000, { description: 'Newest first, withdrawn ones included.' }) items: MyConsentView[];
}

/** One look or change in what is held about the person: by staff, or by somebody who acts for the person. */
export class MyAccessLogItem extends OmitType(AccessLogItem, ['name', 'organisation', 'unit']) {
  @Text(1, 161, {
    description: 'Name of whoever it was; null where the organisation does not name its staff.',
    example: 'Karin Berg',
    nullable: true,
  })
  name: string | null;
  @Text(1, 120, {
    description: 'Title of the assignment they acted under; null when they acted for the person.',
    example: 'Personlig handläggare',
    nullable: true,
  })
  role: string | null;
  @Part(() => OrganisationRef, { description: 'The organisation they acted for; null when they acted for the person.', nullable: true })
  organisation: OrganisationRef | null;
  @Text(1, 120, {
    description: 'The unit they acted for; null when they acted for the person.',
    example: 'Försäkringskassan Sjöstad',
    nullable: true,
  })
  unit: string | null;
  @Flag({ description: 'Somebody who acts for the person, and not staff.', example: false }) representative: boolean;
}

export class MyAccessLogView {
  @ListOf(() => MyAccessLogItem, 100, { description: 'Newest first.' }) items: MyAccessLogItem[];
  @Text(1, 400, { description: 'Where the next page begins; absent on the last.', example: 'WyIyMDI2LTExLTIzIl0', optional: true })
  nextCursor?: string;
}

/** What has happened, as the person reads it: without who else can. */
export class MyTimelineItemView extends OmitType(TimelineItemView, ['audience', 'actor']) {
  @Part(() => MyStaffView, { description: 'Who did it; null when the person themself did.', nullable: true }) actor: MyStaffView | null;
}
