import { PRINCIPAL_KINDS, type PrincipalKind } from '@samspel/shared/organisation/organisation.ts';
import { OneOf, Part, Text, Uuid } from '../platform/openapi/fields.ts';

/** An organisation as others name it. */
export class OrganisationRef {
  @Uuid({ description: 'The organisation.' }) id: string;
  @Text(1, 120, { description: 'Full name.', example: 'Sjöstads kommun, socialtjänsten' }) name: string;
  @Text(1, 40, { description: 'Short name for tight places.', example: 'Socialtjänsten' }) shortName: string;
  @Text(1, 3, { description: 'One to three letters for the badge.', example: 'SJ' }) letters: string;
  @OneOf(PRINCIPAL_KINDS, 'PrincipalKind', { description: 'What kind of principal it belongs to.' }) kind: PrincipalKind;
}

/** A staff member under one assignment, as colleagues in other organisations may know them. */
export class StaffRef {
  @Uuid({ description: 'The assignment they act under.' }) assignmentId: string;
  @Text(1, 161, { description: 'Given and family name.', example: 'Karin Berg' }) name: string;
  @Text(1, 80, { description: 'Given name alone.', example: 'Karin' }) givenName: string;
  @Text(1, 80, { description: 'Title in the assignment.', example: 'Personlig handläggare' }) title: string;
  @Text(1, 120, { description: 'Name of the unit.', example: 'Sjukförsäkring Sjöstad' }) unit: string;
  @Part(() => OrganisationRef, { description: 'The organisation of the assignment.' }) organisation: OrganisationRef;
}
