import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PersonModule } from '../person/person.module.ts';
import { MyRepresentationController } from './my-representation.controller.ts';
import { RepresentativeController } from './representative.controller.ts';
import { Representatives } from './representative.service.ts';

@Module({
  imports: [CareTeamModule, PersonModule],
  controllers: [RepresentativeController, MyRepresentationController],
  providers: [Representatives],
})
export class RepresentativeModule {}
