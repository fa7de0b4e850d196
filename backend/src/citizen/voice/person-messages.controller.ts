import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { IfMatch } from '../../platform/http/version.ts';
import { Answering } from './answering.ts';
import { AnswerMessageInput, PersonMessageList, PersonMessageQuery, TellMessageInput } from './person-message.dto.ts';
import { PersonMessagesService } from './person-messages.service.ts';

@ApiTags('person-messages')
@Controller()
@ForStaff(...CASE_ROLES)
export class PersonMessagesController {
  constructor(
    private readonly messages: PersonMessagesService,
    private readonly answering: Answering,
  ) {}

  @Get('cases/:id/person-messages')
  @ApiOperation({
    summary: 'What the person has said to the team',
    description: 'Remarks reach those who read the item; a question about looking only the organisation that looked.',
  })
  @ApiOkResponse({ type: PersonMessageList })
  ofCase(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Query() query: PersonMessageQuery): Promise<PersonMessageList> {
    return this.messages.ofCase(actor, id, query.state);
  }

  @Post('cases/:id/person-messages')
  @ApiOperation({
    summary: 'Write down what the person has said by phone, on paper or face to face',
    description: 'As if they had said it in here themself, and marked. A request of a kind that waits already answers with its id.',
  })
  @ApiCreatedResponse({ type: CreatedView, description: 'The id of the message.' })
  @ApiOkResponse({ type: CreatedView, description: 'The id of the request of that kind that waits already.' })
  async tell(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: TellMessageInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    const made = await this.messages.tell(actor, id, key, body);
    response.status(made.status);
    return { id: made.id! };
  }

  @Put('person-messages/:id/answer')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Answer the person',
    description: 'By anybody in the team who reads the message; 409 `message.answered` or `message.withdrawn` when nothing waits any more.',
  })
  @ApiNoContentResponse()
  answer(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: AnswerMessageInput): Promise<void> {
    return this.answering.answer(actor, id, version, body.text);
  }
}
