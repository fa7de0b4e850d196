import { INFORMATION_CATEGORIES, type InformationCategory } from '@samspel/shared/consent/consent.ts';
import { Instant, ListOf, OneOf, Params, Text, Uuid, Whole } from '../platform/openapi/fields.ts';

const SUBJECT_KINDS = ['NOTE', 'EVENT', 'INVITATION', 'HANDOVER', 'PLAN_ITEM', 'ACTIVITY_NOTE', 'QUESTION'] as const;

/** That something is kept, without what it says. */
export class FrozenCopyRowView {
  @Uuid({ description: 'The copy.' }) id: string;
  @Text(1, 20, { description: 'Reference of the case it came from.', example: 'S-0412' }) reference: string;
  @Text(1, 120, { description: 'The unit whose records it belongs to.', example: 'Arbetsförmedlingen Sjöstad' }) unit: string;
  @Instant({ description: 'When the case closed to the organisation.' }) createdAt: string;
  @Instant({ description: 'From when the content is gone.' }) purgeAfter: string;
  @Instant({ description: 'When the content was emptied; null while it can be fetched.', nullable: true }) purgedAt: string | null;
  @Whole(0, 100_000, { description: 'How many disclosures it holds.' }) disclosures: number;
}

export class FrozenDisclosureView {
  @Instant({ description: 'When it was shared.' }) disclosedAt: string;
  @Text(1, 120, { description: 'The organisation that shared it.', example: 'Försäkringskassan' }) from: string;
  @OneOf(SUBJECT_KINDS, 'DisclosureSubject', { description: 'What it was.' }) kind: (typeof SUBJECT_KINDS)[number];
  @OneOf(INFORMATION_CATEGORIES, 'InformationCategory', { description: 'What kind of information it held.' }) category: InformationCategory;
  @Params({
    description: 'What was shared, field by field, word for word.',
    example: { text: 'Eva kan börja med två timmar om dagen.', author: 'Karin Berg' },
  })
  content: Record<string, string>;
}

export class FrozenCopyView extends FrozenCopyRowView {
  @ListOf(() => FrozenDisclosureView, 100_000, {
    description: 'Everything the organisation had been told, oldest first; null once emptied.',
    nullable: true,
  })
  items: FrozenDisclosureView[] | null;
}

export class FrozenCopyListView {
  @ListOf(() => FrozenCopyRowView, 100, { description: 'Newest first.' }) items: FrozenCopyRowView[];
  @Text(1, 400, { description: 'Where the next page begins; absent on the last.', example: 'WyIyMDI2LTExLTIzIl0', optional: true })
  nextCursor?: string;
}
