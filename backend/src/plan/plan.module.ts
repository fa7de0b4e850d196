import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { DisclosureModule } from '../disclosure/disclosure.module.ts';
import { ActivityWritingController } from './activity/activity-writing.controller.ts';
import { ActivityWriting } from './activity/activity.writing.ts';
import { GoalController } from './goal/goal.controller.ts';
import { Goals } from './goal/goal.service.ts';
import { ItemController } from './item/item.controller.ts';
import { ItemPresence } from './item/item.presence.ts';
import { ItemReach } from './item/item.reach.ts';
import { ItemRemoval } from './item/item.removal.ts';
import { ItemSharing } from './item/item.sharing.ts';
import { ItemWriting } from './item/item.writing.ts';
import { PartController } from './part/part.controller.ts';
import { Parts } from './part/part.service.ts';
import { PlanAccess } from './plan.access.ts';
import { PlanController } from './plan.controller.ts';
import { PlanReading } from './plan.reading.ts';
import { Plans } from './plan.service.ts';

@Module({
  imports: [CareTeamModule, DisclosureModule],
  controllers: [PlanController, ItemController, GoalController, PartController, ActivityWritingController],
  providers: [PlanAccess, PlanReading, Plans, ItemReach, ItemSharing, ItemWriting, ItemRemoval, ItemPresence, Goals, Parts, ActivityWriting],
  exports: [PlanAccess, PlanReading, ItemReach, ItemSharing],
})
export class PlanModule {}
