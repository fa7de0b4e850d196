import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent/consent.module.ts';
import { PublicationModule } from '../plan/publication/publication.module.ts';
import { CitizenController } from './citizen.controller.ts';
import { CitizenService } from './citizen.service.ts';
import { MyPlanController } from './plan/my-plan.controller.ts';
import { OwnActions } from './plan/own-actions.ts';

@Module({
  imports: [ConsentModule, PublicationModule],
  controllers: [CitizenController, MyPlanController],
  providers: [CitizenService, OwnActions],
})
export class CitizenModule {}
