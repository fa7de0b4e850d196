import { Module } from '@nestjs/common';
import { MyExportController } from './export/my-export.controller.ts';
import { MyExportService } from './export/my-export.service.ts';
import { LogQuestionController } from './log-question/log-question.controller.ts';
import { LogQuestions } from './log-question/log-questions.ts';
import { MyMailController } from './mail/my-mail.controller.ts';
import { MyMailService } from './mail/my-mail.service.ts';
import { VoiceModule } from './voice/voice.module.ts';

/** What the person does with what Samspel holds about them: takes it along, asks about who looked, and lets itself be told. */
@Module({
  imports: [VoiceModule],
  controllers: [MyExportController, LogQuestionController, MyMailController],
  providers: [MyExportService, LogQuestions, MyMailService],
})
export class OwnDataModule {}
