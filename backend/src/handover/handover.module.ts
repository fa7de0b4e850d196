import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { ConsentModule } from '../consent/consent.module.ts';
import { DisclosureModule } from '../disclosure/disclosure.module.ts';
import { HandoverAccepting } from './accepting.ts';
import { Bouncing } from './bouncing.ts';
import { HandoverDrafting } from './drafting.ts';
import { HandoverFollowUp } from './following-up.ts';
import { HandoverActs } from './handover-acts.ts';
import { HandoverAnswerController } from './handover-answer.controller.ts';
import { HandoverFollowUpController } from './handover-follow-up.controller.ts';
import { HandoverController } from './handover.controller.ts';
import { Nominations } from './nominating.ts';
import { HandoverOffering } from './offering.ts';
import { HandoverReading } from './reading.ts';
import { HandoverReceiving } from './receiving.ts';
import { ReceivingUnits } from './receiving-units.ts';

const ACTS = [HandoverDrafting, HandoverOffering, HandoverReceiving, HandoverAccepting, HandoverFollowUp, Nominations];

@Module({
  imports: [CareTeamModule, ConsentModule, DisclosureModule],
  controllers: [HandoverController, HandoverAnswerController, HandoverFollowUpController],
  providers: [...ACTS, HandoverActs, HandoverReading, ReceivingUnits, Bouncing],
  exports: ACTS,
})
export class HandoverModule {}
