import {
  CASE_FILTERS,
  CASE_PARTS,
  CASE_STATUSES,
  type CaseFilter,
  type CasePart,
  type CaseStatus,
  PENDING_KINDS,
  type PendingKind,
} from '@samspel/shared/case/case.ts';
import { CONSENT_STANDINGS, type ConsentStanding } from '@samspel/shared/consent/consent.ts';
import { StaffRef } from '../../organisation/refs.dto.ts';
import { PageQuery } from '../../platform/http/paging.ts';
import { Day, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

export class CaseListQuery extends PageQuery {
  @OneOf(CASE_FILTERS, 'CaseFilter', { description: 'Open cases (`all`), those one owns or coordinates (`mine`), or closed ones.', optional: true })
  filter: CaseFilter = 'all';
}

export class CasePersonRef {
  @Text(1, 80, { description: 'Given name.', example: 'Eva' }) givenName: string;
  @Text(1, 80, { description: 'Family name.', example: 'Lind' }) familyName: string;
  @Whole(0, 130, { description: 'Age today; null when the person has no national identifier.', example: 46, nullable: true }) age: number | null;
}

export class NextStepRef {
  @Text(1, 300, { description: 'What happens next.', example: 'Karin ringer Eva om läkarintyget.' }) text: string;
  @Day({ description: 'When it shall be done.', nullable: true }) due: string | null;
}

export class ConsentStandingView {
  @OneOf(CONSENT_STANDINGS, 'ConsentStanding', { description: 'How the consents stand today.' }) state: ConsentStanding;
  @Day({ description: 'When the first organisation loses its leave to share, or the last lost it.', nullable: true }) validTo: string | null;
}

export class CaseRow {
  @Uuid({ description: 'The case.' }) id: string;
  @Text(1, 20, { description: 'Reference, to say on the phone.', example: 'S-0412' }) reference: string;
  @Part(() => CasePersonRef, { description: 'Whom it is about.' }) person: CasePersonRef;
  @OneOf(CASE_STATUSES, 'CaseStatus', { description: 'Open or closed.' }) status: CaseStatus;
  @Part(() => NextStepRef, { description: 'What happens next.', nullable: true }) nextStep: NextStepRef | null;
  @Part(() => StaffRef, { description: 'Who holds it now; whoever stands in when the owner is lost.' }) holder: StaffRef;
  @Part(() => StaffRef, { description: 'Who leads the team.' }) coordinator: StaffRef;
  @OneOf(CASE_PARTS, 'CasePart', { description: 'What the reader is in the case.' }) you: CasePart;
  @Instant({ description: 'When something last happened.' }) lastMovementAt: string;
  @Whole(0, 36_500, { description: 'Calendar days in Sweden since then.', example: 3 }) daysWithoutMovement: number;
  @Part(() => ConsentStandingView, { description: 'How the consents stand.' }) consent: ConsentStandingView;
  @ListOfOneOf(PENDING_KINDS, 'PendingKind', 0, PENDING_KINDS.length, { description: 'What waits in the case.' }) pending: PendingKind[];
}

export class CaseListView {
  @ListOf(() => CaseRow, 100, { description: 'Longest without movement first.' }) items: CaseRow[];
  @Text(1, 400, { description: 'Where the next page begins; absent on the last.', example: 'WyIyMDI2LTExLTIzIl0', optional: true })
  nextCursor?: string;
}
