import { STAFF_ROLES, UNIT_FUNCTIONS } from '@samspel/shared/organisation/organisation.ts';
import type { StaffRole, UnitFunction } from '../../access/actor.ts';
import { Day, ListOfOneOf, OneOf, Text, Uuid } from '../../platform/openapi/fields.ts';

export class AssignmentEdit {
  @Text(2, 80, { description: 'Title.', example: 'Personlig handläggare' }) title: string;
  @ListOfOneOf(UNIT_FUNCTIONS, 'UnitFunction', 0, 2, {
    description: 'Functions in the unit: intake reads invitations, records fetches frozen copies.',
  })
  functions: UnitFunction[];
}

export class NewAssignment extends AssignmentEdit {
  @Uuid({ description: 'The staff member.' }) staffMemberId: string;
  @Uuid({ description: 'The unit.' }) unitId: string;
  @OneOf(STAFF_ROLES, 'StaffRole', {
    description: 'Role. Federation managers only in a federation, and nobody there works in cases (lag 2003:1210 7 §).',
  })
  role: StaffRole;
  @Day({ description: 'First day.' }) validFrom: string;
  @Day({ description: 'Last day; absent until further notice.', optional: true, nullable: true, example: '2027-06-30' }) validTo?: string | null;
}

export class AssignmentEnd {
  @Day({ description: 'The last day it is valid.', example: '2026-12-31' }) lastDay: string;
}
