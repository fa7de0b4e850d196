import {
  INVITATION_ACTIONS,
  INVITATION_QUESTIONS,
  INVITATION_STATES,
  type InvitationAction,
  type InvitationQuestion,
  type InvitationState,
} from '@samspel/shared/care-team/invitation.ts';
import { BlockedView } from '../../access/availability.dto.ts';
import { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { Day, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';
import { TeamRoleInput } from '../participant/participant.dto.ts';

export class UnitRef {
  @Uuid({ description: 'The unit.' }) id: string;
  @Text(1, 120, { description: 'Its name.', example: 'Arbetsförmedlingen Sjöstad, inflöde' }) name: string;
}

export class InviteInput {
  @Uuid({ description: 'The unit whose intake is asked.' }) unitId: string;
  @Text(1, 500, {
    description: 'Why, in words the receiving intake reads. No diagnosis and nothing from notes belongs here.',
    example: 'Vi behöver någon som kan arbetslivsinriktade insatser.',
    lines: true,
  })
  reason: string;
}

export class AcceptInvitationInput extends TeamRoleInput {
  @Uuid({ description: 'Who joins: an active assignment of the invited unit, oneself included.' }) assignmentId: string;
}

export class AcceptedInvitationView {
  @Uuid({ description: 'The case, when the one who accepted joins it themself; null when it opened to a colleague only.', nullable: true }) caseId:
    string | null;
}

export class DeclineInvitationInput {
  @Text(1, 500, { description: 'Why not, in words the team reads.', example: 'Personen bor inte i vårt område.', lines: true }) reason: string;
}

/** Who asks, with the ways to reach them: frozen when the invitation was sent. */
export class InvitationSenderView {
  @Text(1, 161, { description: 'Name.', example: 'Lena Forsman' }) name: string;
  @Text(1, 80, { description: 'Title.', example: 'Kurator' }) title: string;
  @Text(1, 120, { description: 'Unit.', example: 'Sjöstads vårdcentral' }) unit: string;
  @Text(1, 120, { description: 'Organisation.', example: 'Region Sjölandet' }) organisation: string;
  @Text(1, 40, { description: 'Phone.', example: '0980-319 201', nullable: true }) phone: string | null;
  @Text(3, 254, { description: 'E-mail.', example: 'lena.forsman@region.example', nullable: true }) email: string | null;
}

/** All that the invited unit may see before it has said yes. Sending it is a disclosure. */
export class InvitationContentView {
  @Text(1, 161, { description: 'The name of the person it concerns.', example: 'Eva Lind' }) personName: string;
  @OneOf(INVITATION_QUESTIONS, 'InvitationQuestion', { description: 'What is asked.' }) asked: InvitationQuestion;
  @Text(1, 500, { description: 'Why.', example: 'Vi behöver någon som kan arbetslivsinriktade insatser.', lines: true }) why: string;
  @Day({ description: 'When it was sent.' }) date: string;
  @Part(() => InvitationSenderView, { description: 'Who asks.' }) sender: InvitationSenderView;
}

/** An invitation as its team sees it. */
export class InvitationView {
  @Uuid({ description: 'The invitation.' }) id: string;
  @Part(() => OrganisationRef, { description: 'Who was invited.' }) organisation: OrganisationRef;
  @Part(() => UnitRef, { description: 'Whose intake answers.' }) unit: UnitRef;
  @OneOf(INVITATION_STATES, 'InvitationState', { description: 'Where it stands.' }) state: InvitationState;
  @Part(() => StaffRef, { description: 'Who invited.' }) invitedBy: StaffRef;
  @Instant({ description: 'When it was sent.' }) invitedAt: string;
  @Instant({ description: 'When it was answered, withdrawn or stopped.', nullable: true }) answeredAt: string | null;
  @Text(0, 500, { description: 'Why the unit said no.', example: 'Personen bor inte i vårt område.', nullable: true, lines: true }) answerReason:
    string | null;
  @Whole(1, 1_000_000, { description: 'Counts changes.' }) version: number;
  @ListOfOneOf(INVITATION_ACTIONS, 'InvitationAction', 0, 3, { description: 'What the reader may do now.' }) actions: InvitationAction[];
  @ListOf(() => BlockedView, 3, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

/** The limited preview. Opening it is logged, and the person sees that it was opened. */
export class InvitationPreviewView {
  @Uuid({ description: 'The invitation.' }) id: string;
  @OneOf(INVITATION_STATES, 'InvitationState', { description: 'Where it stands.' }) state: InvitationState;
  @Part(() => UnitRef, { description: 'Whose intake answers.' }) unit: UnitRef;
  @Part(() => InvitationContentView, { description: 'What was sent; null once the invitation is no longer waiting.', nullable: true })
  content: InvitationContentView | null;
  @Instant({ description: 'When it was sent.' }) invitedAt: string;
  @Whole(1, 1_000_000, { description: 'Counts changes.' }) version: number;
  @ListOfOneOf(INVITATION_ACTIONS, 'InvitationAction', 0, 3, { description: 'What the reader may do now.' }) actions: InvitationAction[];
  @ListOf(() => BlockedView, 3, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

/** One row of the intake queue: who asks and since when. The person is not named until somebody opens it, so that every look is logged. */
export class InvitationRowView {
  @Uuid({ description: 'The invitation.' }) id: string;
  @Part(() => UnitRef, { description: 'Whose intake answers.' }) unit: UnitRef;
  @Part(() => StaffRef, { description: 'Who asks.' }) invitedBy: StaffRef;
  @Instant({ description: 'When it was sent.' }) invitedAt: string;
}

export class InvitationListView {
  @ListOf(() => InvitationRowView, 100, { description: 'What waits for the unit’s intake, oldest first. Empty for whoever has no intake function.' })
  items: InvitationRowView[];
}
