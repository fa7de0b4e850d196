import { Flag, Part, Text } from '../platform/openapi/fields.ts';

export class PersonLookup {
  @Text(1, 20, {
    description: 'Personnummer or samordningsnummer, 10 or 12 digits, hyphen or plus sign allowed. Only ever in the body.',
    example: '19800826-2381',
  })
  personalNumber: string;
}

export class FoundPerson {
  @Text(1, 80, { description: 'Given name as the own organisation recorded it.', example: 'Eva' }) givenName: string;
  @Text(1, 80, { description: 'Family name as the own organisation recorded it.', example: 'Lind' }) familyName: string;
  @Text(13, 13, { description: 'The number with everything but the last four digits hidden.', example: '••••••••-2381' }) maskedNumber: string;
}

export class PersonLookupView {
  @Flag({ description: 'Whether the own organisation has recorded somebody with this number.', example: true }) found: boolean;
  @Part(() => FoundPerson, { description: 'Who it is; absent when nobody was found.', optional: true }) person?: FoundPerson;
}
