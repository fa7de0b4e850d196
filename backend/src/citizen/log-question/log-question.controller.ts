import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor } from '../../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { LogQuestionInput } from './log-question.dto.ts';
import { LogQuestions } from './log-questions.ts';

@ApiTags('me')
@Controller('me')
@ForCitizen()
export class LogQuestionController {
  constructor(private readonly questions: LogQuestions) {}

  @Post('log-questions')
  @ApiOperation({
    summary: '“Jag undrar över det här”',
    description: 'A question to an organisation that has looked. It alone reads it, and has five working days to answer.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async ask(@CurrentCitizen() actor: CitizenActor, @IdempotencyKey() key: OnceKey, @Body() body: LogQuestionInput): Promise<CreatedView> {
    const made = await this.questions.ask(actor, key, body);
    return { id: made.id! };
  }
}
