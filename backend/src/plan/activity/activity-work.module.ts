import { Module } from '@nestjs/common';
import { CareTeamModule } from '../../care-team/care-team.module.ts';
import { DisclosureModule } from '../../disclosure/disclosure.module.ts';
import { PlanModule } from '../plan.module.ts';
import { ActivityActingController } from './acting.controller.ts';
import { ActivityActing } from './acting.ts';
import { ActivityGate } from './activity-gate.ts';
import { ActivityNoting } from './noting.ts';

@Module({
  imports: [CareTeamModule, DisclosureModule, PlanModule],
  controllers: [ActivityActingController],
  providers: [ActivityActing, ActivityGate, ActivityNoting],
})
export class ActivityWorkModule {}
