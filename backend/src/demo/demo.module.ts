import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.ts';
import { PersonModule } from '../person/person.module.ts';
import { DemoClockController } from './clock/demo-clock.controller.ts';
import { DemoClock } from './clock/demo-clock.service.ts';
import { DemoAccountsController } from './demo-accounts.controller.ts';
import { DemoMailsController } from './mail/demo-mails.controller.ts';
import { TownActors } from './town/town-actors.ts';
import { TownFounding } from './town/town-founding.ts';
import { TownLadder } from './town/town-ladder.ts';
import { TownStage } from './town/town-stage.ts';
import { TownSeed } from './town-seed.ts';

/** What only a demo has. Nothing outside this folder imports it, and a production build leaves the folder out. */
@Module({
  imports: [OrganisationModule, PersonModule],
  controllers: [DemoAccountsController, DemoClockController, DemoMailsController],
  providers: [DemoClock, TownActors, TownFounding, TownLadder, TownStage, TownSeed],
})
export class DemoModule {}
