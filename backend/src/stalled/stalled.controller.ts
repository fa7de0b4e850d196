import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { CurrentStaff, ForStaff } from '../access/route-access.ts';
import { NominateInput } from '../handover/handover-acts.dto.ts';
import { Nominations } from '../handover/nominating.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { IfMatch } from '../platform/http/version.ts';
import { BulkNudgeInput, BulkNudgeView, EscalationInput, PauseInput } from './acts.dto.ts';
import { StalledBoard } from './board.ts';
import { Escalating } from './escalating.ts';
import { NomineeListView } from './nominee.dto.ts';
import { Nominees } from './nominees.queries.ts';
import { Nudging } from './nudging.ts';
import { Pausing } from './pausing.ts';
import { StalledBoardView, StalledQuery } from './stalled.dto.ts';

@ApiTags('stalled handovers')
@Controller('stalled-handovers')
@ForStaff('SUPERVISOR')
export class StalledController {
  constructor(
    private readonly board: StalledBoard,
    private readonly nominees: Nominees,
    private readonly nominations: Nominations,
    private readonly nudging: Nudging,
    private readonly escalating: Escalating,
    private readonly pausing: Pausing,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What has come to a stand between my organisation and others',
    description:
      'Longest first: what has lost its owner, what nobody has accepted, what is silent since it was accepted, and loops past their day. Reference numbers, units, days and who answers; never who it concerns, and never what it is about.',
  })
  @ApiOkResponse({ type: StalledBoardView })
  read(@CurrentStaff() actor: StaffActor, @Query() query: StalledQuery): Promise<StalledBoardView> {
    return this.board.read(actor, query);
  }

  @Post('nudges')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Remind the holders of several at once',
    description: 'Each by itself: those that cannot be reminded now are answered with why. Needs an Idempotency-Key.',
  })
  @ApiOkResponse({ type: BulkNudgeView })
  nudgeAll(@CurrentStaff() actor: StaffActor, @IdempotencyKey() key: OnceKey, @Body() body: BulkNudgeInput): Promise<BulkNudgeView> {
    return this.nudging.nudgeAll(actor, key, body.ids);
  }

  @Get(':id/nominees')
  @ApiOperation({
    summary: 'Who of my organisation could be asked to take over',
    description: 'Empty for a supervisor of the sending side. Who is away can be seen and not chosen. 404 for supervisors of neither side.',
  })
  @ApiOkResponse({ type: NomineeListView })
  async whoCould(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<NomineeListView> {
    return { items: await this.nominees.of(actor, id) };
  }

  @Put(':id/nomination')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Name whom the receiving side asks',
    description:
      'The one named is not owner: the clock runs on until they have accepted for themself. Somebody of another unit of the organisation moves it there. 403 for the sending side, 409 `handover.state` when it has been answered, `nominee.away` for somebody on leave, 412 when it has changed. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Named.' })
  nominate(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: NominateInput): Promise<void> {
    return this.nominations.nominate(actor, id, version, body.assignmentId);
  }

  @Put(':id/nudge')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Remind whoever has the ball',
    description: 'Once in four hours, by whomever: then 409 `handover.nudged`. 409 `handover.state` when nobody is waited for any more.',
  })
  @ApiNoContentResponse({ description: 'Reminded.' })
  nudge(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.nudging.nudge(actor, id);
  }

  @Put(':id/escalation')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take it up with the other side’s supervisor',
    description: 'Raises an alert there, with a coded reason. Once per stage: then 409 `handover.escalated`. 403 within one organisation.',
  })
  @ApiNoContentResponse({ description: 'Taken up.' })
  escalate(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: EscalationInput): Promise<void> {
    return this.escalating.escalate(actor, id, body.code);
  }

  @Put(':id/pause')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Hide it from my board until a day, or end that',
    description: 'Until a day at most ten working days ahead; null ends it. Clocks and alerts go on, and other boards keep it. Repeatable.',
  })
  @ApiNoContentResponse({ description: 'Paused, or back.' })
  pause(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: PauseInput): Promise<void> {
    return this.pausing.pause(actor, id, body.until);
  }
}
