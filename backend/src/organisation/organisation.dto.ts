import { LETTERS, PRINCIPAL_KINDS, type PrincipalKind, WORDS_MAX } from '@samspel/shared/organisation/organisation.ts';
import { Flag, ListOf, OneOf, Part, Pattern, Text, Uuid, Whole } from '../platform/openapi/fields.ts';
import { OrganisationRef, StaffRef } from './refs.dto.ts';
import { OpenUnit, UnitView } from './unit/unit.dto.ts';

export class NewOrganisation {
  @Text(2, 120, { description: 'The principal (huvudman) it belongs to; made when no principal has this name.', example: 'Sjöstads kommun' })
  principalName: string;
  @OneOf(PRINCIPAL_KINDS, 'PrincipalKind', { description: 'Kind of the principal; must agree with what is recorded when it exists.' })
  principalKind: PrincipalKind;
  @Text(2, 120, { description: 'Name of the organisation: one secrecy area (OSL 8:1–2).', example: 'Sjöstads kommun, arbetsmarknad' }) name: string;
  @Text(1, 40, { description: 'Short name.', example: 'Arbetsmarknad' }) shortName: string;
  @Pattern(LETTERS, { description: 'One to three letters for the badge.', example: 'SA' }) letters: string;
}

/** A word that an organisation uses differently from others. */
export class OwnWord {
  @Text(1, 60, { description: 'The word.', example: 'Aktivitet' }) word: string;
  @Text(1, 400, { description: 'What we mean by it.', example: 'Något som vi beslutar om och betalar.' }) meaning: string;
}

export class OrganisationCardEdit {
  @Text(0, 2000, {
    description: 'What the organisation is there for.',
    lines: true,
    example: 'Vi prövar rätten till sjukpenning och samordnar rehabilitering.',
  })
  mission: string;
  @Text(0, 2000, { description: 'What it can decide.', lines: true, example: 'Sjukpenning, rehabiliteringsersättning.' }) canDecide: string;
  @Text(0, 2000, { description: 'What it cannot decide.', lines: true, example: 'Vård och behandling.' }) cannotDecide: string;
  @Text(0, 2000, { description: 'Time limits others should know.', lines: true, example: 'Vi svarar inom fem arbetsdagar.' }) timeLimits: string;
  @Text(0, 2000, { description: 'How to reach it.', lines: true, example: 'Telefon vardagar kl. 8.00–16.00.' }) contactWays: string;
  @ListOf(() => OwnWord, WORDS_MAX, { description: 'Words used differently here.' }) words: OwnWord[];
  @Flag({ description: 'Whether the person reads in the log which of its staff looked; unchanged when absent.', example: true, optional: true })
  namesStaff?: boolean;
}

export class ContactChoice {
  @Uuid({ description: 'An active assignment of the same organisation.' }) assignmentId: string;
}

export class OrganisationSummary extends OrganisationRef {
  @Text(1, 120, { description: 'Name of the principal.', example: 'Sjöstads kommun' }) principal: string;
  @ListOf(() => OpenUnit, 500, { description: 'Units that are not closed.' }) units: OpenUnit[];
}

export class OrganisationList {
  @ListOf(() => OrganisationSummary, 500, { description: 'Every organisation, by name.' }) items: OrganisationSummary[];
}

export class OrganisationCard extends OrganisationRef {
  @Text(1, 120, { description: 'Name of the principal.', example: 'Sjöstads kommun' }) principal: string;
  @Text(0, 2000, { description: 'What the organisation is there for.', example: 'Vi prövar rätten till sjukpenning.' }) mission: string;
  @Text(0, 2000, { description: 'What it can decide.', example: 'Sjukpenning.' }) canDecide: string;
  @Text(0, 2000, { description: 'What it cannot decide.', example: 'Vård och behandling.' }) cannotDecide: string;
  @Text(0, 2000, { description: 'Time limits others should know.', example: 'Vi svarar inom fem arbetsdagar.' }) timeLimits: string;
  @Text(0, 2000, { description: 'How to reach it.', example: 'Telefon vardagar kl. 8.00–16.00.' }) contactWays: string;
  @ListOf(() => OwnWord, WORDS_MAX, { description: 'Words used differently here.' }) words: OwnWord[];
  @Flag({ description: 'Whether the person reads in the log which of its staff looked; the organisation, unit, role and purpose are always there.' })
  namesStaff: boolean;
  @Part(() => StaffRef, { description: 'Whom others turn to; null until somebody is named.', nullable: true }) contact: StaffRef | null;
  @ListOf(() => UnitView, 500, { description: 'All units, closed ones last.' }) units: UnitView[];
  @Whole(1, 2147483647, { description: 'Version, also in the ETag.', example: 3 }) version: number;
}
