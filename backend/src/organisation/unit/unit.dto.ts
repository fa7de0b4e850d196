import { EMAIL, PHONE } from '@samspel/shared/organisation/organisation.ts';
import { Day, Flag, Pattern, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

export class UnitEdit {
  @Text(2, 120, { description: 'Name, unique in the organisation.', example: 'Sjukförsäkring Sjöstad' }) name: string;
  @Flag({ description: 'Whether other organisations may send invitations to its intake.' }) takesIntake: boolean;
  @Pattern(EMAIL, {
    description: 'Function address: a mailbox of the unit, never of a person.',
    example: 'sjukforsakring@example.se',
    optional: true,
    nullable: true,
  })
  functionAddress?: string | null;
  @Pattern(PHONE, { description: 'Telephone of the unit.', example: '010-123 45 67', optional: true, nullable: true }) phone?: string | null;
  @Uuid({ description: 'The unit above it in the same organisation.', optional: true, nullable: true }) parentUnitId?: string | null;
}

export class NewUnit extends UnitEdit {
  @Uuid({ description: 'The organisation it belongs to.' }) organisationId: string;
}

export class OpenUnit {
  @Uuid({ description: 'The unit.' }) id: string;
  @Text(2, 120, { description: 'Name.', example: 'Sjukförsäkring Sjöstad' }) name: string;
  @Flag({ description: 'Whether invitations can be sent to it.' }) takesIntake: boolean;
  @Text(3, 254, { description: 'Function address.', example: 'sjukforsakring@example.se', nullable: true }) functionAddress: string | null;
  @Text(5, 25, { description: 'Telephone.', example: '010-123 45 67', nullable: true }) phone: string | null;
}

export class UnitView extends OpenUnit {
  @Uuid({ description: 'The unit above it.', nullable: true }) parentUnitId: string | null;
  @Day({ description: 'Closed from this day on.', nullable: true }) closedOn: string | null;
  @Whole(1, 2147483647, { description: 'Version, for If-Match.', example: 1 }) version: number;
}
