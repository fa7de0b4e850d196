import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent/consent.module.ts';
import { DisclosureModule } from '../disclosure/disclosure.module.ts';
import { ContactController } from './contact/contact.controller.ts';
import { Contacts } from './contact/contact.service.ts';
import { InvitationAnswering } from './invitation/answering.ts';
import { InvitationController } from './invitation/invitation.controller.ts';
import { Invitations } from './invitation/invitation.service.ts';
import { JoinRequestController } from './invitation/join-request.controller.ts';
import { JoinRequests } from './invitation/join-request.service.ts';
import { InvitationSending } from './invitation/sending.ts';
import { ParticipantController } from './participant/participant.controller.ts';
import { Participants } from './participant/participant.service.ts';
import { TeamCase } from '../case/team-case.ts';

@Module({
  imports: [ConsentModule, DisclosureModule],
  controllers: [ParticipantController, InvitationController, JoinRequestController, ContactController],
  providers: [TeamCase, Participants, InvitationSending, Invitations, InvitationAnswering, JoinRequests, Contacts],
  exports: [TeamCase, Participants, Invitations, InvitationAnswering, Contacts],
})
export class CareTeamModule {}
