import {
  CONSENT_ACTIONS,
  CONSENT_FORMS,
  CONSENT_GIVERS,
  CONSENT_STANDINGS,
  CONSENT_STATES,
  CONSENT_TEXT_VERSIONS,
  type ConsentAction,
  type ConsentForm,
  type ConsentGiver,
  type ConsentStanding,
  type ConsentState,
  type ConsentTextVersion,
  INFORMATION_CATEGORIES,
  type InformationCategory,
  WITHDRAWAL_WAYS,
  type WithdrawalWay,
} from '@samspel/shared/consent/consent.ts';
import { BlockedView } from '../access/availability.dto.ts';
import { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import { Day, Instant, ListOf, ListOfOneOf, ListOfText, ListOfUuid, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';

export class ConsentRecipientsInput {
  @ListOfUuid(0, 20, { description: 'Organisations that may be told.', example: ['01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42'] }) organisationIds: string[];
  @ListOfUuid(0, 20, { description: 'Contacts of the case, without login, that may be told.', example: [] }) contactIds: string[];
}

/** Who may share what with whom: as much as the preview needs. */
export class ConsentScopeInput {
  @Uuid({ description: 'The organisation that may share: always the one the reader works for.' }) disclosingOrganisationId: string;
  @ListOfOneOf(INFORMATION_CATEGORIES, 'InformationCategory', 1, INFORMATION_CATEGORIES.length, { description: 'What may be shared.' })
  informationCategories: InformationCategory[];
  @Text(0, 1000, { description: 'What may not be shared, in the person’s own words.', example: 'Inte samtalen med psykologen.', lines: true })
  exclusions: string;
  @Part(() => ConsentRecipientsInput, { description: 'Who may be told; at least one.' }) recipients: ConsentRecipientsInput;
}

export class RecordConsentInput extends ConsentScopeInput {
  @OneOf(CONSENT_GIVERS, 'ConsentGiver', { description: 'Who said yes.' }) givenBy: ConsentGiver;
  @Text(1, 500, { description: 'What the sharing is for.', example: 'Att tillsammans stödja Eva tillbaka till arbete.', lines: true })
  purpose: string;
  @Day({ description: 'First day.', example: '2026-11-23' }) validFrom: string;
  @Day({ description: 'Last day, today or later, at most twelve months after the first.', example: '2027-03-31' }) validTo: string;
  @OneOf(CONSENT_FORMS, 'ConsentForm', { description: 'How it was given.' }) form: ConsentForm;
  @OneOf(CONSENT_TEXT_VERSIONS, 'ConsentTextVersion', { description: 'Which version of the information text the person was told.' })
  informedWithText: ConsentTextVersion;
}

/** One receiver and exactly what they would see. */
export class ConsentSightView {
  @Part(() => OrganisationRef, { description: 'The receiving organisation; null for a contact.', nullable: true })
  organisation: OrganisationRef | null;
  @ListOfText(0, 100, { description: 'Who in it is in the team today, or the contact. Nobody yet: an empty list.', example: ['Ahmed Haddad'] })
  people: string[];
  @ListOfOneOf(INFORMATION_CATEGORIES, 'InformationCategory', 1, INFORMATION_CATEGORIES.length, {
    description: 'What they would see, once it is shared.',
  })
  categories: InformationCategory[];
}

export class ConsentPreviewView {
  @ListOf(() => ConsentSightView, 40, { description: 'Everybody who would see something.' }) sees: ConsentSightView[];
  @Text(0, 1000, { description: 'What nobody sees, in the person’s own words.', example: 'Inte samtalen med psykologen.', lines: true })
  notSeen: string;
  @ListOfOneOf(INFORMATION_CATEGORIES, 'InformationCategory', 0, INFORMATION_CATEGORIES.length, {
    description: 'The kinds of information nobody sees.',
  })
  notSeenCategories: InformationCategory[];
}

export class ConsentContactView {
  @Uuid({ description: 'The contact.' }) id: string;
  @Text(1, 160, { description: 'Name.', example: 'Gunilla Rask' }) name: string;
  @Text(0, 160, { description: 'Workplace or organisation, empty if none.', example: 'Almgården' }) worksAt: string;
}

export class ConsentRecipientsView {
  @ListOf(() => OrganisationRef, 20, { description: 'Organisations that may be told.' }) organisations: OrganisationRef[];
  @ListOf(() => ConsentContactView, 20, { description: 'Contacts that may be told.' }) contacts: ConsentContactView[];
}

export class ConsentWithdrawalView {
  @Instant({ description: 'When.' }) at: string;
  @OneOf(WITHDRAWAL_WAYS, 'WithdrawalWay', { description: 'By the person themself, or by staff whom the person told.' }) via: WithdrawalWay;
  @Part(() => StaffRef, { description: 'Who recorded it, when staff did.', nullable: true }) by: StaffRef | null;
}

export class ConsentView {
  @Uuid({ description: 'The consent.' }) id: string;
  @Part(() => OrganisationRef, { description: 'Who may share.' }) disclosingOrganisation: OrganisationRef;
  @OneOf(CONSENT_GIVERS, 'ConsentGiver', { description: 'Who said yes.' }) givenBy: ConsentGiver;
  @Text(1, 500, { description: 'What the sharing is for.', example: 'Att tillsammans stödja Eva tillbaka till arbete.', lines: true })
  purpose: string;
  @ListOfOneOf(INFORMATION_CATEGORIES, 'InformationCategory', 1, INFORMATION_CATEGORIES.length, { description: 'What may be shared.' })
  informationCategories: InformationCategory[];
  @Text(0, 1000, { description: 'What may not be shared.', example: 'Inte samtalen med psykologen.', lines: true }) exclusions: string;
  @Part(() => ConsentRecipientsView, { description: 'Who may be told.' }) recipients: ConsentRecipientsView;
  @Day({ description: 'First day.' }) validFrom: string;
  @Day({ description: 'Last day.', example: '2027-03-31' }) validTo: string;
  @OneOf(CONSENT_STATES, 'ConsentState', { description: 'Where it stands today.' }) state: ConsentState;
  @OneOf(CONSENT_FORMS, 'ConsentForm', { description: 'How it was given.' }) form: ConsentForm;
  @Part(() => StaffRef, { description: 'Who took it.' }) takenBy: StaffRef;
  @Instant({ description: 'When it was written here.' }) takenAt: string;
  @Text(1, 20, { description: 'Version of the information text.', example: CONSENT_TEXT_VERSIONS[0] }) textVersion: string;
  @Part(() => ConsentWithdrawalView, { description: 'When it was taken back; null while it stands.', nullable: true })
  withdrawn: ConsentWithdrawalView | null;
  @Whole(1, 1_000_000, { description: 'Counts changes.' }) version: number;
  @ListOfOneOf(CONSENT_ACTIONS, 'ConsentAction', 0, CONSENT_ACTIONS.length, { description: 'What the reader may do now.' }) actions: ConsentAction[];
  @ListOf(() => BlockedView, CONSENT_ACTIONS.length, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

/** All consents of a case, with one answer for the whole. */
export class ConsentsView {
  @OneOf(CONSENT_STANDINGS, 'ConsentStanding', { description: 'How the case stands today.' }) state: ConsentStanding;
  @Day({ description: 'When the first organisation loses its leave to share, or the last lost it; null when nothing stands.', nullable: true })
  validTo: string | null;
  @ListOf(() => ConsentView, 1000, { description: 'Newest first, withdrawn ones included.' }) items: ConsentView[];
}
