import {
  ASKED_FORMS,
  JOIN_REQUEST_ACTIONS,
  JOIN_REQUEST_STATES,
  type JoinRequestAction,
  type JoinRequestState,
} from '@samspel/shared/care-team/invitation.ts';
import { BlockedView } from '../../access/availability.dto.ts';
import { StaffRef } from '../../organisation/refs.dto.ts';
import { Day, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

/** Somebody tried to open a case for a person who has one; they know nothing of it until they are invited. */
export class JoinRequestView {
  @Uuid({ description: 'The request.' }) id: string;
  @Part(() => StaffRef, { description: 'Who asks to join.' }) requestedBy: StaffRef;
  @Text(1, 2000, { description: 'Why, in their words.', example: 'Eva har sökt stöd hos oss.', lines: true }) reason: string;
  @OneOf(ASKED_FORMS, 'AskedForm', { description: 'How the person gave leave to ask whether there is a team.' })
  askedForm: (typeof ASKED_FORMS)[number];
  @Day({ description: 'When the person gave that leave.' }) askedOn: string;
  @OneOf(JOIN_REQUEST_STATES, 'JoinRequestState', { description: 'Where it stands.' }) state: JoinRequestState;
  @Instant({ description: 'When they asked.' }) requestedAt: string;
  @Whole(1, 1_000_000, { description: 'Counts changes.' }) version: number;
  @ListOfOneOf(JOIN_REQUEST_ACTIONS, 'JoinRequestAction', 0, 2, { description: 'What the reader may do now.' }) actions: JoinRequestAction[];
  @ListOf(() => BlockedView, 2, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

export class InviteAskerInput {
  @Text(1, 500, {
    description: 'Why they are invited, in words their intake reads. No diagnosis and nothing from notes belongs here.',
    example: 'Ni har redan kontakt och bad att få vara med.',
    lines: true,
  })
  reason: string;
}
