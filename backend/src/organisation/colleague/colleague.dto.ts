import { Flag, ListOf, Text, Uuid } from '../../platform/openapi/fields.ts';
import { StaffRef } from '../refs.dto.ts';

export class ColleagueQuery {
  @Text(2, 80, { description: 'At least two letters of a name.', example: 'kar' }) q: string;
  @Uuid({ description: 'Only this organisation.', optional: true }) organisationId?: string;
}

export class ColleagueView extends StaffRef {
  @Flag({ description: 'Whether this is the contact of the organisation.', example: false }) isContact: boolean;
}

export class ColleagueList {
  @ListOf(() => ColleagueView, 20, { description: 'At most twenty, own organisation first, then by name.' }) items: ColleagueView[];
}
