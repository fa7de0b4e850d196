import { Module } from '@nestjs/common';
import { CareTeamModule } from '../../care-team/care-team.module.ts';
import { ConsentModule } from '../../consent/consent.module.ts';
import { DisclosureModule } from '../../disclosure/disclosure.module.ts';
import { PersonNewsModule } from '../../person/person-news.module.ts';
import { Answering } from './answering.ts';
import { MyCase } from './my-case.ts';
import { MyMessagesController } from './my-messages.controller.ts';
import { MyMessagesService } from './my-messages.service.ts';
import { MyRatingsController } from './my-ratings.controller.ts';
import { MyRatingsService } from './my-ratings.service.ts';
import { MyWordsController } from './my-words.controller.ts';
import { MyWordsService } from './my-words.service.ts';
import { PersonMessagesController } from './person-messages.controller.ts';
import { PersonMessagesService } from './person-messages.service.ts';
import { Saying } from './saying.ts';
import { ToldController } from './told.controller.ts';
import { ToldService } from './told.service.ts';

@Module({
  imports: [CareTeamModule, ConsentModule, DisclosureModule, PersonNewsModule],
  controllers: [MyMessagesController, MyWordsController, MyRatingsController, PersonMessagesController, ToldController],
  providers: [Answering, MyCase, MyMessagesService, MyWordsService, MyRatingsService, PersonMessagesService, Saying, ToldService],
  exports: [MyCase],
})
export class VoiceModule {}
