import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { DisclosureModule } from '../disclosure/disclosure.module.ts';
import { QuestionController } from './question.controller.ts';
import { Questions } from './question.service.ts';

@Module({ imports: [CareTeamModule, DisclosureModule], controllers: [QuestionController], providers: [Questions] })
export class QuestionModule {}
