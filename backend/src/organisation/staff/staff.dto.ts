import { EMAIL, HSA_ID, ORG_AFFILIATION, PHONE, STAFF_ROLES, UNIT_FUNCTIONS } from '@samspel/shared/organisation/organisation.ts';
import type { StaffRole, UnitFunction } from '../../access/actor.ts';
import { PageQuery } from '../../platform/http/paging.ts';
import { Day, Flag, ListOf, ListOfOneOf, OneOf, Part, Pattern, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';
import { OrganisationRef } from '../refs.dto.ts';

export class StaffEdit {
  @Text(1, 80, { description: 'Given name.', example: 'Karin' }) givenName: string;
  @Text(1, 80, { description: 'Family name.', example: 'Berg' }) familyName: string;
  @Pattern(EMAIL, { description: 'E-mail at work.', example: 'karin.berg@example.se', optional: true, nullable: true }) email?: string | null;
  @Pattern(PHONE, { description: 'Telephone at work.', example: '010-123 45 67', optional: true, nullable: true }) phone?: string | null;
  @Pattern(HSA_ID, {
    description: 'HSA-id of the sign-in; this or orgAffiliation.',
    example: 'SE2321000131-P000000123456',
    optional: true,
    nullable: true,
  })
  hsaId?: string | null;
  @Pattern(ORG_AFFILIATION, {
    description: 'Organisation identity of the sign-in, `<personal id>@<organisation number>`.',
    example: 'karin.berg@2021005521',
    optional: true,
    nullable: true,
  })
  orgAffiliation?: string | null;
}

export class NewStaff extends StaffEdit {}

export class StaffQuery extends PageQuery {
  @Uuid({ description: 'Only staff with an assignment in this unit.', optional: true }) unitId?: string;
  @Text(1, 80, { description: 'Beginning of a given or family name.', example: 'kar', optional: true }) q?: string;
}

export class StaffRow {
  @Uuid({ description: 'The staff member.' }) id: string;
  @Text(1, 80, { description: 'Given name.', example: 'Karin' }) givenName: string;
  @Text(1, 80, { description: 'Family name.', example: 'Berg' }) familyName: string;
  @Flag({ description: 'Whether sign-in is closed.', example: false }) disabled: boolean;
  @Whole(0, 1000, { description: 'Assignments valid today.', example: 1 }) activeAssignments: number;
}

export class StaffList {
  @ListOf(() => StaffRow, 100, { description: 'By family name.' }) items: StaffRow[];
  @Text(1, 400, { description: 'Where the next page begins; absent on the last.', optional: true, example: 'WyJCZXJnIl0' }) nextCursor?: string;
}

export class AssignmentUnit {
  @Uuid({ description: 'The unit.' }) id: string;
  @Text(1, 120, { description: 'Name.', example: 'Sjukförsäkring Sjöstad' }) name: string;
}

export class AssignmentView {
  @Uuid({ description: 'The assignment.' }) id: string;
  @Text(2, 80, { description: 'Title.', example: 'Personlig handläggare' }) title: string;
  @OneOf(STAFF_ROLES, 'StaffRole', { description: 'Role.' }) role: StaffRole;
  @ListOfOneOf(UNIT_FUNCTIONS, 'UnitFunction', 0, 2, { description: 'Functions in the unit.' }) functions: UnitFunction[];
  @Part(() => AssignmentUnit, { description: 'The unit.' }) unit: AssignmentUnit;
  @Part(() => OrganisationRef, { description: 'The organisation.' }) organisation: OrganisationRef;
  @Day({ description: 'First day.' }) validFrom: string;
  @Day({ description: 'Last day.', nullable: true }) validTo: string | null;
  @Flag({ description: 'Whether it is valid today.' }) active: boolean;
  @Flag({ description: 'Whether it is the contact of its organisation.', example: false }) isContact: boolean;
  @Whole(0, 100000, { description: 'Open cases it owns or coordinates: a number, never which.', example: 2 }) accountableFor: number;
  @Whole(1, 2147483647, { description: 'Version, for If-Match.', example: 1 }) version: number;
}

export class StaffView {
  @Uuid({ description: 'The staff member.' }) id: string;
  @Text(1, 80, { description: 'Given name.', example: 'Karin' }) givenName: string;
  @Text(1, 80, { description: 'Family name.', example: 'Berg' }) familyName: string;
  @Text(3, 254, { description: 'E-mail at work.', example: 'karin.berg@example.se', nullable: true }) email: string | null;
  @Text(5, 25, { description: 'Telephone at work.', example: '010-123 45 67', nullable: true }) phone: string | null;
  @Text(14, 31, { description: 'HSA-id.', example: 'SE2321000131-P000000123456', nullable: true }) hsaId: string | null;
  @Text(3, 120, { description: 'Organisation identity.', example: 'karin.berg@2021005521', nullable: true }) orgAffiliation: string | null;
  @Flag({ description: 'Whether sign-in is closed.', example: false }) disabled: boolean;
  @ListOf(() => AssignmentView, 100, { description: 'Assignments, latest first.' }) assignments: AssignmentView[];
  @Whole(1, 2147483647, { description: 'Version, also in the ETag.', example: 1 }) version: number;
}
