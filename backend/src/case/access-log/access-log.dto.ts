import { OrganisationRef } from '../../organisation/refs.dto.ts';
import { Instant, ListOf, OneOf, Part, Text, Whole } from '../../platform/openapi/fields.ts';

const PURPOSES = ['COORDINATION', 'OWN_DATA', 'ADMINISTRATION', 'RECORDS', 'SIGN_IN'] as const;

/** One look or change. */
export class AccessLogItem {
  @Instant({ description: 'When, on the real clock.' }) when: string;
  @Text(1, 161, { description: 'Name of the staff member.', example: 'Karin Berg' }) name: string;
  @Part(() => OrganisationRef, { description: 'The organisation they acted for.' }) organisation: OrganisationRef;
  @Text(1, 120, { description: 'The unit they acted for.', example: 'Försäkringskassan Sjöstad' }) unit: string;
  @OneOf(PURPOSES, 'AccessPurpose', { description: 'What for.' }) purpose: (typeof PURPOSES)[number];
  @Text(1, 80, { description: 'What they did, as a code the client puts into words.', example: 'case.read' }) action: string;
}

export class AccessLogView {
  @ListOf(() => AccessLogItem, 100, { description: 'Newest first.' }) items: AccessLogItem[];
  @Text(1, 400, { description: 'Where the next page begins; absent on the last.', example: 'WyIyMDI2LTExLTIzIl0', optional: true })
  nextCursor?: string;
}

export class AccessLogSummary {
  @ListOf(() => AccessLogItem, 3, { description: 'The three newest.' }) items: AccessLogItem[];
  @Whole(0, 2_147_483_647, { description: 'How many in all.', example: 12 }) total: number;
}
