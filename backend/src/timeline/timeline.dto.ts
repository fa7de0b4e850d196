import { INFORMATION_CATEGORIES, type InformationCategory } from '@samspel/shared/consent/consent.ts';
import { TIMELINE_FILTERS, TIMELINE_KINDS, type TimelineFilter, type TimelineKind } from '@samspel/shared/timeline/timeline.ts';
import { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { Day, Flag, Instant, ListOf, ListOfUuid, OneOf, Params, Part, Text, Uuid } from '../platform/openapi/fields.ts';

export class TimelineItemView {
  @Uuid({ description: 'The event.' }) id: string;
  @OneOf(TIMELINE_KINDS, 'TimelineKind', { description: 'What happened; the client has one sentence per kind.' }) kind: TimelineKind;
  @Instant({ description: 'When it happened. An event told for an earlier day carries noon of that day in Sweden.' }) occurredAt: string;
  @Instant({ description: 'When it was written here.' }) recordedAt: string;
  @Part(() => StaffRef, { description: 'Who did it; null when the person themself did.', nullable: true }) actor: StaffRef | null;
  @Flag({ description: 'The person themself did it.', example: false }) byPerson: boolean;
  @Params({ description: 'Names, days and codes for the sentence.', example: { name: 'Ahmed Haddad' } }) params: Record<string, string>;
  @Text(1, 4000, {
    description: 'What somebody told, in their own words; only for `told`.',
    example: 'Eva provade att arbeta två timmar.',
    nullable: true,
    lines: true,
  })
  text: string | null;
  @ListOf(() => OrganisationRef, 50, { description: 'Who can read it; null when the whole team can.', nullable: true }) audience:
    OrganisationRef[] | null;
}

export class TimelineListView {
  @ListOf(() => TimelineItemView, 100, { description: 'Newest first.' }) items: TimelineItemView[];
  @Text(1, 400, { description: 'Where the next page begins; absent on the last.', example: 'WyIyMDI2LTExLTIzIl0', optional: true })
  nextCursor?: string;
}

export class TimelineQuery extends PageQuery {
  @OneOf(TIMELINE_FILTERS, 'TimelineFilter', { description: 'Which kinds of events.', optional: true }) kind: TimelineFilter = 'all';
}

export class TellInput {
  @Text(1, 4000, {
    description: 'What happened, in plain words. What belongs in a record is written there.',
    example: 'Eva provade att arbeta två timmar.',
    lines: true,
  })
  text: string;
  @Day({ description: 'The day it happened; today or earlier.' }) occurredOn: string;
  @ListOfUuid(0, 20, {
    description:
      'Organisations, beside the own one, that shall read it. Each needs a consent for the category. What is told to others is shown to the person too.',
    example: ['01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42'],
  })
  recipients: string[];
  @OneOf(INFORMATION_CATEGORIES, 'InformationCategory', { description: 'What kind of information it is.' }) category: InformationCategory;
}
