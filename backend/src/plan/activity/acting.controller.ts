import { Body, Controller, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { created } from '../../organisation/created.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { IfMatch } from '../../platform/http/version.ts';
import { ActivityActing } from './acting.ts';
import { ActivityNoting } from './noting.ts';
import { AcceptActivityInput, ActivityNoteInput, BlockActivityInput, CancelActivityInput, RefuseActivityInput } from './acts.dto.ts';
import { ActivityView } from './activity-view.dto.ts';

/** An activity's course: each act answers it as it now stands. */
@ApiTags('plan')
@Controller('activities/:id')
@ForStaff(...CASE_ROLES)
export class ActivityActingController {
  constructor(
    private readonly acting: ActivityActing,
    private readonly noting: ActivityNoting,
  ) {}

  @Put('acceptance')
  @ApiOperation({
    summary: 'We do it: I answer for it',
    description: 'By somebody of the organisation that was asked, in their own name. Until then whoever asks answers for it. Needs If-Match.',
  })
  @ApiOkResponse({ type: ActivityView })
  accept(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: AcceptActivityInput,
  ): Promise<ActivityView> {
    return this.acting.accept(actor, id, version, body);
  }

  @Put('refusal')
  @ApiOperation({
    summary: 'We cannot do it',
    description: 'By somebody of the organisation that was asked, with the reason. It goes back to whoever asked. Needs If-Match.',
  })
  @ApiOkResponse({ type: ActivityView })
  refuse(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: RefuseActivityInput,
  ): Promise<ActivityView> {
    return this.acting.refuse(actor, id, version, body);
  }

  @Put('recall')
  @ApiOperation({ summary: 'Take the question back', description: 'By whoever asked, who does it themself from here on. Needs If-Match.' })
  @ApiOkResponse({ type: ActivityView })
  takeBack(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<ActivityView> {
    return this.acting.takeBack(actor, id, version);
  }

  @Put('start')
  @ApiOperation({ summary: 'Work on it has begun', description: 'By the owner or the deputy. Needs If-Match.' })
  @ApiOkResponse({ type: ActivityView })
  start(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<ActivityView> {
    return this.acting.start(actor, id, version);
  }

  @Put('completion')
  @ApiOperation({
    summary: 'It is done',
    description: 'By the owner or the deputy, in one step; a handover of it that waits is taken back. Reopening undoes it. Needs If-Match.',
  })
  @ApiOkResponse({ type: ActivityView })
  complete(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<ActivityView> {
    return this.acting.complete(actor, id, version);
  }

  @Put('reopening')
  @ApiOperation({
    summary: 'It is not done after all',
    description:
      'By the owner, the deputy or whoever said that it was done; it goes on where it stood, and its clock begins anew. Whoever takes it up when the owner has left answers for it. Needs If-Match.',
  })
  @ApiOkResponse({ type: ActivityView })
  reopen(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<ActivityView> {
    return this.acting.reopen(actor, id, version);
  }

  @Put('block')
  @ApiOperation({
    summary: 'Something stands in the way',
    description: 'By the owner or the deputy, with what kind of hinder it is. Needs If-Match.',
  })
  @ApiOkResponse({ type: ActivityView })
  block(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: BlockActivityInput,
  ): Promise<ActivityView> {
    return this.acting.block(actor, id, version, body);
  }

  @Put('resumption')
  @ApiOperation({
    summary: 'Nothing stands in the way any more',
    description: 'By the owner or the deputy; it goes on where it stood. Needs If-Match.',
  })
  @ApiOkResponse({ type: ActivityView })
  unblock(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<ActivityView> {
    return this.acting.unblock(actor, id, version);
  }

  @Put('cancellation')
  @ApiOperation({
    summary: 'It will not be done',
    description: 'By the owner, who of one asked for is whoever asks; a handover of it that waits is taken back. Needs If-Match.',
  })
  @ApiOkResponse({ type: ActivityView })
  cancel(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: CancelActivityInput,
  ): Promise<ActivityView> {
    return this.acting.cancel(actor, id, version, body);
  }

  @Post('notes')
  @ApiOperation({
    summary: 'Write how it goes',
    description:
      'By the owner or the deputy, to everybody who reads the activity: a disclosure to the other organisations, 409 `consent.missing` where none covers one of them. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async note(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: ActivityNoteInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.noting.note(actor, id, key, body.text), () => `plan-items/${id}`);
  }
}
