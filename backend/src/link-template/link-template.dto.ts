import { PRINCIPAL_KINDS, type PrincipalKind } from '@samspel/shared/organisation/organisation.ts';
import { UnitRef } from '../care-team/invitation/invitation.dto.ts';
import { ListOf, ListOfText, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';

/** Limits in Swedish working days, and what is to be done before a handover is sent. */
export class LinkTemplateInput {
  @Text(1, 120, { description: 'What administrators call it.', example: 'Försäkringskassan till Arbetsförmedlingen' }) name: string;
  @Whole(1, 30, { description: 'Working days until somebody has received.', example: 1 }) receiptDays: number;
  @Whole(1, 60, { description: 'Working days until a named person has accepted; not fewer than to receive.', example: 3 }) ownerDays: number;
  @Whole(1, 60, { description: 'Working days from acceptance to the first contact.', example: 5 }) firstContactDays: number;
  @Whole(1, 250, { description: 'Working days from acceptance until the loop is closed; not fewer than to the first contact.', example: 30 })
  loopDays: number;
  @ListOfText(0, 20, { description: 'Lines the sender ticks.', example: ['Personen vet om överlämningen'] }) checklist: string[];
}

/** Which links it is for: two units, one unit and any, two kinds of principal, or one kind and any; units and kinds are not mixed. */
export class NewLinkTemplate extends LinkTemplateInput {
  @Uuid({ description: 'From this unit.', optional: true }) fromUnitId?: string;
  @Uuid({ description: 'To this unit.', optional: true }) toUnitId?: string;
  @OneOf(PRINCIPAL_KINDS, 'PrincipalKind', { description: 'From this kind of principal.', optional: true }) fromKind?: PrincipalKind;
  @OneOf(PRINCIPAL_KINDS, 'PrincipalKind', { description: 'To this kind of principal.', optional: true }) toKind?: PrincipalKind;
}

export class LinkTemplateView extends LinkTemplateInput {
  @Uuid({ description: 'The template.' }) id: string;
  @Part(() => UnitRef, { description: 'From this unit; null for any.', nullable: true }) fromUnit: UnitRef | null;
  @Part(() => UnitRef, { description: 'To this unit; null for any.', nullable: true }) toUnit: UnitRef | null;
  @OneOf(PRINCIPAL_KINDS, 'PrincipalKind', { description: 'From this kind of principal; null for any.', nullable: true })
  fromKind: PrincipalKind | null;
  @OneOf(PRINCIPAL_KINDS, 'PrincipalKind', { description: 'To this kind of principal; null for any.', nullable: true }) toKind: PrincipalKind | null;
  @Whole(1, 1e9, { description: 'Its version, for If-Match.' }) version: number;
}

export class LinkTemplateList {
  @ListOf(() => LinkTemplateView, 500, { description: 'Units first, then kinds, the general one last. The narrowest that fits a link counts.' })
  items: LinkTemplateView[];
}
