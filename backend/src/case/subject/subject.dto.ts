import { Pattern, Text } from '../../platform/openapi/fields.ts';
import { LANGUAGE } from '../opening/opening.dto.ts';

export class SubjectLanguageInput {
  @Pattern(LANGUAGE, { description: 'Language the person reads.', example: 'sv' }) language: string;
  @Pattern(LANGUAGE, { description: 'Language to interpret; null when no interpreter is needed.', example: 'ar', nullable: true, optional: true })
  interpreterLanguage?: string | null;
}

/** The whole number; showing it is logged. */
export class IdentifierDisplayView {
  @Text(12, 12, { description: 'Twelve digits.', example: '198008262381' }) personalNumber: string;
}
