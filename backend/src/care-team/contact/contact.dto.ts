import { CONTACT_ACTIONS, CONTACT_KINDS, type ContactAction, type ContactKind } from '@samspel/shared/care-team/care-team.ts';
import { BlockedView } from '../../access/availability.dto.ts';
import { Flag, ListOf, ListOfOneOf, OneOf, Pattern, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

const PHONE = /^\+?[0-9][0-9 ()-]{4,30}$/;
const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,180}\.[^\s@<>".]{2,24}$/;

export class ContactInput {
  @OneOf(CONTACT_KINDS, 'ContactKind', { description: 'Who they are to the person.' }) kind: ContactKind;
  @Text(1, 160, { description: 'Name.', example: 'Gunilla Rask' }) name: string;
  @Text(0, 160, { description: 'Workplace or organisation, if any.', example: 'Almgården' }) worksAt: string;
  @Pattern(PHONE, { description: 'Phone.', example: '0980-319 220', optional: true, nullable: true }) phone?: string | null;
  @Pattern(EMAIL, { description: 'E-mail.', example: 'gunilla.rask@almgarden.example', optional: true, nullable: true }) email?: string | null;
  @Text(0, 200, { description: 'Which questions go to this contact.', example: 'Arbetsplatsen och anpassningar' }) questionArea: string;
}

/** Somebody around the person who has no login. */
export class ContactView {
  @Uuid({ description: 'The contact.' }) id: string;
  @OneOf(CONTACT_KINDS, 'ContactKind', { description: 'Who they are to the person.' }) kind: ContactKind;
  @Text(1, 160, { description: 'Name.', example: 'Gunilla Rask' }) name: string;
  @Text(0, 160, { description: 'Workplace or organisation, empty if none.', example: 'Almgården' }) worksAt: string;
  @Text(1, 40, { description: 'Phone.', example: '0980-319 220', nullable: true }) phone: string | null;
  @Text(3, 254, { description: 'E-mail.', example: 'gunilla.rask@almgarden.example', nullable: true }) email: string | null;
  @Text(0, 200, { description: 'Which questions go to this contact.', example: 'Arbetsplatsen och anpassningar' }) questionArea: string;
  @Flag({ description: 'Removed, and can be brought back.', example: false }) removed: boolean;
  @Whole(1, 1_000_000, { description: 'For If-Match.' }) version: number;
  @ListOfOneOf(CONTACT_ACTIONS, 'ContactAction', 0, 3, { description: 'What the reader may do now.' }) actions: ContactAction[];
  @ListOf(() => BlockedView, 3, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}
