import { REPRESENTATIVE_KINDS, type RepresentativeKind } from '@samspel/shared/citizen/voice.ts';
import { BlockedView } from '../access/availability.dto.ts';
import { StaffRef } from '../organisation/refs.dto.ts';
import { Day, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';

const ACTIONS = ['representative.end'] as const;
export type RepresentativeAction = (typeof ACTIONS)[number];

export class RegisterRepresentativeInput {
  @Text(10, 20, {
    description: 'The representative’s personnummer or samordningsnummer. Never in an address, never echoed.',
    example: '19770621-2391',
  })
  personalNumber: string;
  @Text(1, 80, { description: 'Given name.', example: 'Bengt' }) givenName: string;
  @Text(1, 80, { description: 'Family name.', example: 'Lind' }) familyName: string;
  @OneOf(REPRESENTATIVE_KINDS, 'RepresentativeKind', { description: 'God man, förvaltare (FB 11 kap.) or ombud by proxy.' }) kind: RepresentativeKind;
  @Text(1, 500, { description: 'What shows the right to act.', example: 'Fullmakt undertecknad 2026-11-02', lines: true }) basis: string;
  @Day({ description: 'First day.', example: '2026-11-23' }) validFrom: string;
  @Day({ description: 'Last day, today or later.', example: '2027-11-22' }) validTo: string;
}

export class RepresentativeView {
  @Uuid({ description: 'The registration.' }) id: string;
  @Text(1, 161, { description: 'Who acts.', example: 'Bengt Lind' }) name: string;
  @OneOf(REPRESENTATIVE_KINDS, 'RepresentativeKind', { description: 'By what right.' }) kind: RepresentativeKind;
  @Text(1, 500, { description: 'What shows it.', example: 'Fullmakt undertecknad 2026-11-02', lines: true }) basis: string;
  @Day({ description: 'First day.' }) validFrom: string;
  @Day({ description: 'Last day.' }) validTo: string;
  @Part(() => StaffRef, { description: 'Who registered it.' }) registeredBy: StaffRef;
  @Instant({ description: 'When it was ended; null while it stands.', nullable: true }) endedAt: string | null;
  @Whole(1, 1_000_000, { description: 'For If-Match.' }) version: number;
  @ListOfOneOf(ACTIONS, 'RepresentativeAction', 0, ACTIONS.length, { description: 'What the reader may do now.' }) actions: RepresentativeAction[];
  @ListOf(() => BlockedView, ACTIONS.length, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

export class RepresentativeListView {
  @ListOf(() => RepresentativeView, 100, { description: 'Those that stand first, then the ended ones.' }) items: RepresentativeView[];
}

export class MyRepresentativeView {
  @Uuid({ description: 'The registration.' }) id: string;
  @Text(1, 161, { description: 'Who may act for me.', example: 'Bengt Lind' }) name: string;
  @OneOf(REPRESENTATIVE_KINDS, 'RepresentativeKind', { description: 'By what right.' }) kind: RepresentativeKind;
  @Day({ description: 'Last day.' }) validTo: string;
}

export class RepresentedView {
  @Uuid({ description: 'The person one may act for.' }) personId: string;
  @Text(1, 161, { description: 'Their name.', example: 'Eva Lind' }) name: string;
  @OneOf(REPRESENTATIVE_KINDS, 'RepresentativeKind', { description: 'By what right.' }) kind: RepresentativeKind;
  @Day({ description: 'Last day.' }) validTo: string;
}

export class MyRepresentationsView {
  @ListOf(() => MyRepresentativeView, 100, { description: 'Who may act for the person the page is about.' }) own: MyRepresentativeView[];
  @ListOf(() => RepresentedView, 100, { description: 'Whom the signed-in person may act for.' }) actingFor: RepresentedView[];
}
