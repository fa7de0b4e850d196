import { Body, Controller, HttpCode, Put, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { IdParam } from '../platform/http/id.ts';
import { etag, IfMatch } from '../platform/http/version.ts';
import { HandoverAccepting } from './accepting.ts';
import { AcceptHandoverInput, AnswerReceiverInput, AskSenderInput, DeclineHandoverInput, NominateInput } from './handover-acts.dto.ts';
import { HandoverView } from './handover.dto.ts';
import { Nominations } from './nominating.ts';
import { HandoverReceiving } from './receiving.ts';

/** The receiver's side until somebody is owner, and the answer to its question. */
@ApiTags('handovers')
@Controller('handovers/:id')
@ForStaff(...CASE_ROLES)
export class HandoverAnswerController {
  constructor(
    private readonly receiving: HandoverReceiving,
    private readonly nominations: Nominations,
    private readonly accepting: HandoverAccepting,
  ) {}

  @Put('receipt')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say that the unit has it', description: 'By the unit’s intake; opening is not receiving. Needs If-Match.' })
  @ApiNoContentResponse({ description: 'Received.' })
  receive(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.receiving.receive(actor, id, version);
  }

  @Put('nomination')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Name whom the unit asks',
    description:
      'By a supervisor of the receiving organisation or the unit’s intake. Whoever is named is not owner, and the clock runs on until they accept. 409 `nominee.away`. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Named.' })
  nominate(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: NominateInput): Promise<void> {
    return this.nominations.nominate(actor, id, version, body.assignmentId);
  }

  @Put('acceptance')
  @ApiOperation({
    summary: 'Become owner',
    description:
      'Only for oneself: the nominee, or the unit’s intake. Ownership, team, disclosure, log and timeline change together. 409 `handover.state` when somebody was first, `consent.missing`, `handover.away`. Repeatable by whoever became owner. Needs If-Match.',
  })
  @ApiOkResponse({ type: HandoverView })
  async accept(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: AcceptHandoverInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HandoverView> {
    const view = await this.accepting.accept(actor, id, version, body);
    response.set('etag', etag(view.version));
    return view;
  }

  @Put('refusal')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say no, with a coded reason',
    description:
      'By the nominee or the unit’s intake. The preview is gone from then on; the sender is told at once and still answers. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Declined.' })
  decline(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: DeclineHandoverInput): Promise<void> {
    return this.receiving.decline(actor, id, version, body);
  }

  @Put('information-request')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ask the sender', description: 'By the nominee or the unit’s intake. The clock goes on. Needs If-Match.' })
  @ApiNoContentResponse({ description: 'Asked.' })
  ask(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: AskSenderInput): Promise<void> {
    return this.receiving.ask(actor, id, version, body.question);
  }

  @Put('information')
  @HttpCode(204)
  @ApiOperation({ summary: 'Answer the receiver', description: 'By the sender. It is the receiver’s turn again. Needs If-Match.' })
  @ApiNoContentResponse({ description: 'Answered.' })
  answer(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: AnswerReceiverInput): Promise<void> {
    return this.receiving.answer(actor, id, version, body.answer);
  }
}
