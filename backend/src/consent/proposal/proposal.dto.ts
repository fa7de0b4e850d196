import { PROPOSAL_STATES, type ProposalState } from '@samspel/shared/citizen/voice.ts';
import { INFORMATION_CATEGORIES, type InformationCategory } from '@samspel/shared/consent/consent.ts';
import { BlockedView } from '../../access/availability.dto.ts';
import { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { Day, Instant, ListOf, ListOfOneOf, ListOfUuid, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';
import { ConsentSightView } from '../consent.dto.ts';

const ACTIONS = ['proposal.withdraw'] as const;
export type ProposalAction = (typeof ACTIONS)[number];

export class ProposeConsentInput {
  @Text(1, 500, { description: 'What the sharing is for.', example: 'Att tillsammans stödja Eva tillbaka till arbete.', lines: true })
  purpose: string;
  @ListOfOneOf(INFORMATION_CATEGORIES, 'InformationCategory', 1, INFORMATION_CATEGORIES.length, { description: 'What may be shared.' })
  informationCategories: InformationCategory[];
  @Text(0, 1000, { description: 'What may not be shared.', example: 'Inte samtalen med psykologen.', lines: true }) exclusions: string;
  @ListOfUuid(1, 20, { description: 'Organisations that may be told.', example: ['01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42'] })
  recipientOrganisationIds: string[];
  @Day({ description: 'Last day, at most twelve months ahead.', example: '2027-03-31' }) validTo: string;
}

class ProposalBase {
  @Uuid({ description: 'The proposal.' }) id: string;
  @Part(() => OrganisationRef, { description: 'Who asks for leave to share.' }) disclosingOrganisation: OrganisationRef;
  @Text(1, 500, { description: 'What the sharing is for.', example: 'Att tillsammans stödja Eva tillbaka till arbete.', lines: true })
  purpose: string;
  @ListOfOneOf(INFORMATION_CATEGORIES, 'InformationCategory', 1, INFORMATION_CATEGORIES.length, { description: 'What would be shared.' })
  informationCategories: InformationCategory[];
  @Text(0, 1000, { description: 'What would not be shared.', example: 'Inte samtalen med psykologen.', lines: true }) exclusions: string;
  @ListOf(() => OrganisationRef, 20, { description: 'Who would be told.' }) recipients: OrganisationRef[];
  @Day({ description: 'Last day.', example: '2027-03-31' }) validTo: string;
  @OneOf(PROPOSAL_STATES, 'ProposalState', { description: 'Where it stands.' }) state: ProposalState;
  @Instant({ description: 'When it was put to the person.' }) proposedAt: string;
  @Instant({ description: 'When it was answered or withdrawn; null while it waits.', nullable: true }) answeredAt: string | null;
}

export class ProposalView extends ProposalBase {
  @Part(() => StaffRef, { description: 'Who put it to the person.' }) proposedBy: StaffRef;
  @Whole(1, 1_000_000, { description: 'For If-Match.' }) version: number;
  @ListOfOneOf(ACTIONS, 'ProposalAction', 0, ACTIONS.length, { description: 'What the reader may do now.' }) actions: ProposalAction[];
  @ListOf(() => BlockedView, ACTIONS.length, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

export class ProposalListView {
  @ListOf(() => ProposalView, 100, { description: 'Newest first.' }) items: ProposalView[];
}

export class MyProposalView extends ProposalBase {
  @Text(1, 161, { description: 'Who asks.', example: 'Karin Berg' }) askedBy: string;
  @ListOf(() => ConsentSightView, 20, { description: 'Exactly who would see what, as the team stands today.' }) sees: ConsentSightView[];
  @ListOfOneOf(INFORMATION_CATEGORIES, 'InformationCategory', 0, INFORMATION_CATEGORIES.length, { description: 'What nobody would see.' })
  notSeenCategories: InformationCategory[];
}

export class MyProposalsView {
  @ListOf(() => MyProposalView, 100, { description: 'Those that wait for an answer, newest first.' }) items: MyProposalView[];
}
