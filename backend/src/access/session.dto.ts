import { STAFF_ROLES, UNIT_FUNCTIONS } from '@samspel/shared/organisation/organisation.ts';
import { DESTINATIONS, type Destination } from '@samspel/shared/session/session.ts';
import { OrganisationRef } from '../organisation/refs.dto.ts';
import { Flag, Instant, Day, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid } from '../platform/openapi/fields.ts';
import type { StaffRole, UnitFunction } from './actor.ts';

export class UnitRef {
  @Uuid({ description: 'The unit.' }) id: string;
  @Text(1, 120, { description: 'Its name.', example: 'Sjukförsäkring Sjöstad' }) name: string;
}

export class OwnAssignment {
  @Uuid({ description: 'The assignment.' }) id: string;
  @Text(1, 80, { description: 'Title.', example: 'Personlig handläggare' }) title: string;
  @OneOf(STAFF_ROLES, 'StaffRole', { description: 'What it may, in broad terms.' }) role: StaffRole;
  @ListOfOneOf(UNIT_FUNCTIONS, 'UnitFunction', 0, 2, { description: 'What it does for its unit: receives invitations, keeps records.' })
  functions: UnitFunction[];
  @Part(() => UnitRef, { description: 'Where.' }) unit: UnitRef;
  @Part(() => OrganisationRef, { description: 'For whom.' }) organisation: OrganisationRef;
}

export class ActingForView {
  @Uuid({ description: 'The person acted for.' }) personId: string;
  @Text(1, 161, { description: 'Their name.', example: 'Eva Lind' }) name: string;
  @Text(1, 80, { description: 'Their given name.', example: 'Eva' }) givenName: string;
}

export class SessionView {
  @OneOf(['staff', 'citizen'], 'SignInAudience', { description: 'Which kind of sign-in.' }) audience: 'staff' | 'citizen';
  @Uuid({ description: 'This session, as the list of sessions names it; never the secret in the cookie.' }) sessionId: string;
  @Text(1, 161, { description: 'Who is signed in.', example: 'Karin Berg' }) name: string;
  @Text(1, 80, { description: 'Given name.', example: 'Karin' }) givenName: string;
  @Part(() => ActingForView, { description: 'Whom the signed-in person acts for just now; null when for themself.', nullable: true })
  actingFor: ActingForView | null;
  @Part(() => OwnAssignment, { description: 'What staff act under now; null for citizens.', nullable: true }) assignment: OwnAssignment | null;
  @ListOf(() => OwnAssignment, 100, { description: 'All assignments valid today, to switch between; empty for citizens.' })
  assignments: OwnAssignment[];
  @ListOfOneOf(DESTINATIONS, 'Destination', 0, DESTINATIONS.length, {
    description: 'Where this session may go, in order.',
    example: ['my-day', 'cases'],
  })
  navigation: Destination[];
  @Instant({ description: 'When it ends unless used.' }) idleExpiresAt: string;
  @Instant({ description: 'When it ends in any case.' }) absoluteExpiresAt: string;
  @Flag({ description: 'Is this the demo, where everybody is invented?' }) demo: boolean;
  @Day({ description: 'Today, in Sweden and in domain time.' }) domainToday: string;
}

export class AssignmentChoice {
  @Uuid({ description: 'One of the own assignments that are valid today.' }) assignmentId: string;
}

export class RepresentedChoice {
  @Uuid({ description: 'Whom to act for; null for oneself again.', nullable: true }) personId: string | null;
}

export class SessionItem {
  @Uuid({ description: 'The session.' }) id: string;
  @Flag({ description: 'The one that asks.' }) current: boolean;
  @Instant({ description: 'When it began.' }) createdAt: string;
  @Instant({ description: 'When it was last used, to the minute.' }) lastSeenAt: string;
  @Text(0, 80, { description: 'Browser and system; empty when unknown.', example: 'Firefox, Windows' }) device: string;
}

export class SessionList {
  @ListOf(() => SessionItem, 1000, { description: 'The own sessions that live, last used first.' }) items: SessionItem[];
}
