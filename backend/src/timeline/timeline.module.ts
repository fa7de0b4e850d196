import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { DisclosureModule } from '../disclosure/disclosure.module.ts';
import { TimelineController } from './timeline.controller.ts';
import { Timeline } from './timeline.service.ts';

@Module({ imports: [CareTeamModule, DisclosureModule], controllers: [TimelineController], providers: [Timeline], exports: [Timeline] })
export class TimelineModule {}
