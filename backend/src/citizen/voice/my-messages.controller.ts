import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { CitizenActor } from '../../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { MyMessagesService } from './my-messages.service.ts';
import { MyMessageList, MyRemarkInput, MyRequestInput, MyStopInput } from './my-voice.dto.ts';

const CREATED = { type: CreatedView, description: 'The id of the message.' };

@ApiTags('me')
@Controller('me')
@ForCitizen()
export class MyMessagesController {
  constructor(private readonly messages: MyMessagesService) {}

  @Get('messages')
  @ApiOperation({
    summary: 'What the person has said, and what came of it',
    description: 'Over all their cases: stops, requests, remarks and questions about looking.',
  })
  @ApiOkResponse({ type: MyMessageList })
  all(@CurrentCitizen() actor: CitizenActor): Promise<MyMessageList> {
    return this.messages.all(actor);
  }

  @Post('stops')
  @ApiOperation({
    summary: '“Här tar det stopp”',
    description: 'Reaches everybody in the team at once, as an alert. Whoever answers for the case has two working days to answer.',
  })
  @ApiCreatedResponse(CREATED)
  stop(@CurrentCitizen() actor: CitizenActor, @IdempotencyKey() key: OnceKey, @Body() body: MyStopInput): Promise<CreatedView> {
    return this.messages.stop(actor, key, body);
  }

  @Post('remarks')
  @ApiOperation({ summary: 'Comment on or object to something in the published plan', description: 'Read by those in the team who read that item.' })
  @ApiCreatedResponse(CREATED)
  remark(@CurrentCitizen() actor: CitizenActor, @IdempotencyKey() key: OnceKey, @Body() body: MyRemarkInput): Promise<CreatedView> {
    return this.messages.remark(actor, key, body);
  }

  @Post('requests')
  @ApiOperation({
    summary: '“Ring mig” or “Jag vill ha ett möte”, in one tap',
    description: 'Lands on whoever answers for the case, or the deputy who is there. One that waits already is answered 200 with its id.',
  })
  @ApiCreatedResponse(CREATED)
  @ApiOkResponse({ type: CreatedView, description: 'The id of the one that waits already.' })
  async request(
    @CurrentCitizen() actor: CitizenActor,
    @IdempotencyKey() key: OnceKey,
    @Body() body: MyRequestInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    const { id, status } = await this.messages.request(actor, key, body.kind);
    response.status(status);
    return { id: id! };
  }

  @Put('messages/:id/withdrawal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back what waits for an answer', description: 'Nobody has to answer it any more. Repeating it changes nothing.' })
  @ApiNoContentResponse()
  withdraw(@CurrentCitizen() actor: CitizenActor, @IdParam() id: string): Promise<void> {
    return this.messages.withdraw(actor, id);
  }
}
