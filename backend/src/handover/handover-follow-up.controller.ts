import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { IdParam } from '../platform/http/id.ts';
import { IfMatch } from '../platform/http/version.ts';
import { HandoverFollowUp } from './following-up.ts';
import { FirstContactInput, HoldInput, OutcomeInput } from './handover-acts.dto.ts';

/** After acceptance. */
@ApiTags('handovers')
@Controller('handovers/:id')
@ForStaff(...CASE_ROLES)
export class HandoverFollowUpController {
  constructor(private readonly followUp: HandoverFollowUp) {}

  @Put('first-contact')
  @HttpCode(204)
  @ApiOperation({
    summary: 'The first contact has been made',
    description: 'By the new owner, who says who was there: sender and person both make it warm, anything less is cold. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Noted.' })
  contacted(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: FirstContactInput): Promise<void> {
    return this.followUp.recordFirstContact(actor, id, version, body);
  }

  @Put('hold')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Pause to a date',
    description: 'By the new owner, at most 30 days and twice in a row; it wakes by itself. 409 `handover.held_twice`. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'On hold.' })
  hold(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: HoldInput): Promise<void> {
    return this.followUp.hold(actor, id, version, body);
  }

  @Put('resumption')
  @HttpCode(204)
  @ApiOperation({ summary: 'Go on', description: 'By the new owner. The clocks move by the time it was on hold. Needs If-Match.' })
  @ApiNoContentResponse({ description: 'Awake.' })
  resume(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.followUp.resume(actor, id, version);
  }

  @Put('completion')
  @HttpCode(204)
  @ApiOperation({
    summary: 'It went well',
    description: 'By the new owner, with the outcome; closed when the sender has seen it, or by itself. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Completed.' })
  complete(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: OutcomeInput): Promise<void> {
    return this.followUp.complete(actor, id, version, body.outcome);
  }

  @Put('failure')
  @HttpCode(204)
  @ApiOperation({
    summary: 'It did not work out',
    description: 'By the new owner, with the outcome. The owner stays until somebody else accepts. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Noted.' })
  fail(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: OutcomeInput): Promise<void> {
    return this.followUp.fail(actor, id, version, body.outcome);
  }

  @Put('acknowledgement')
  @HttpCode(204)
  @ApiOperation({ summary: 'See how it went', description: 'By the sender; the loop is closed. Repeatable. Needs If-Match.' })
  @ApiNoContentResponse({ description: 'Closed.' })
  acknowledge(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.followUp.acknowledge(actor, id, version);
  }
}
