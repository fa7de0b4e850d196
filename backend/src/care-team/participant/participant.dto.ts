import { MANDATES, PARTICIPANT_ACTIONS, type Mandate, type ParticipantAction } from '@samspel/shared/care-team/care-team.ts';
import { INFORMATION_CATEGORIES, type InformationCategory } from '@samspel/shared/consent/consent.ts';
import { BlockedView } from '../../access/availability.dto.ts';
import { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { Flag, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

/** What somebody does in the team: the same three fields when one joins and when they change. */
export class TeamRoleInput {
  @Text(1, 80, { description: 'Role in this team, in plain words.', example: 'Kurator' }) role: string;
  @OneOf(MANDATES, 'Mandate', { description: 'What they may say for their organisation here.' }) mandate: Mandate;
  @Text(0, 200, { description: 'Which questions go to this person.', example: 'Ekonomi och ersättning' }) questionArea: string;
}

export class AddParticipantInput extends TeamRoleInput {
  @Uuid({ description: "The colleague's assignment, in the asker's own organisation." }) assignmentId: string;
}

export class ParticipantView {
  @Uuid({ description: 'The participation; a person who leaves and comes back gets a new one.' }) id: string;
  @Part(() => StaffRef, { description: 'Who it is.' }) staff: StaffRef;
  @Text(1, 40, { description: 'Own phone, or the unit’s.', example: '0980-319 202', nullable: true }) phone: string | null;
  @Text(1, 80, { description: 'Role in this team.', example: 'Kurator' }) role: string;
  @OneOf(MANDATES, 'Mandate', { description: 'What they may say for their organisation here.' }) mandate: Mandate;
  @Text(0, 200, { description: 'Which questions go to this person.', example: 'Ekonomi och ersättning' }) questionArea: string;
  @Instant({ description: 'In the team since.' }) since: string;
  @Flag({ description: 'Answers for the next step.' }) isOwner: boolean;
  @Flag({ description: 'Leads the team.' }) isCoordinator: boolean;
  @Flag({ description: 'The reader themself.' }) isYou: boolean;
  @ListOfOneOf(INFORMATION_CATEGORIES, 'InformationCategory', 0, 7, {
    description: 'What others may share with their organisation today, by the consents in force.',
  })
  mayReceive: InformationCategory[];
  @Whole(1, 1_000_000, { description: 'For If-Match.' }) version: number;
  @ListOfOneOf(PARTICIPANT_ACTIONS, 'ParticipantAction', 0, 2, { description: 'What the reader may do with this row now.' })
  actions: ParticipantAction[];
  @ListOf(() => BlockedView, 2, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

export class ParticipantListView {
  @ListOf(() => ParticipantView, 100, { description: 'Who is in the team now: owner first, then coordinator, then by time of joining.' })
  items: ParticipantView[];
}

/** Somebody who has left: enough to understand the history, nothing more. */
export class FormerParticipantView {
  @Text(1, 161, { description: 'Name.', example: 'Ahmed Haddad' }) name: string;
  @Part(() => OrganisationRef, { description: 'The organisation they came from.' }) organisation: OrganisationRef;
  @Instant({ description: 'When they left.' }) until: string;
}
