import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { created } from '../organisation/created.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { AnswerQuestionInput, AskQuestionInput, QuestionList } from './question.dto.ts';
import { Questions } from './question.service.ts';

@ApiTags('questions')
@Controller()
@ForStaff(...CASE_ROLES)
export class QuestionController {
  constructor(private readonly questions: Questions) {}

  @Get('cases/:id/questions')
  @ApiOperation({ summary: 'My questions in the case', description: 'Those the reader has asked and those put to them; nobody else reads them.' })
  @ApiOkResponse({ type: QuestionList })
  ofCase(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<QuestionList> {
    return this.questions.ofCase(actor, id);
  }

  @Post('cases/:id/questions')
  @ApiOperation({
    summary: 'Ask somebody in the team',
    description:
      'Read by the two alone. To another organisation it is a disclosure under a consent (category SITUATION): 409 `consent.missing`, and nothing is sent. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async ask(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: AskQuestionInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.questions.ask(actor, key, id, body), () => `cases/${id}/questions`);
  }

  @Put('questions/:id/receipt')
  @HttpCode(204)
  @ApiOperation({ summary: 'I have seen the question', description: 'By whoever was asked; the asker sees that. Repeatable.' })
  @ApiNoContentResponse({ description: 'Seen.' })
  acknowledge(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.questions.acknowledge(actor, id);
  }

  @Put('questions/:id/answer')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Answer a question',
    description: 'By whoever was asked, once: 409 `question.answered`. To another organisation under the own consent, as when asking.',
  })
  @ApiNoContentResponse({ description: 'Answered.' })
  answer(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: AnswerQuestionInput): Promise<void> {
    return this.questions.answer(actor, id, body.text);
  }
}
