import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { IfMatch } from '../../platform/http/version.ts';
import { created } from '../created.ts';
import { AssignmentEdit, AssignmentEnd, NewAssignment } from './assignment.dto.ts';
import { Assignments } from './assignment.service.ts';
import { LeaveList, NewLeave } from './leave.dto.ts';
import { Leaves } from './leave.service.ts';
import { MayNotLeaveYet } from './leaving.dto.ts';

@ApiTags('assignments')
@Controller()
@ForStaff('ADMINISTRATOR')
export class AssignmentController {
  constructor(
    private readonly assignments: Assignments,
    private readonly leaves: Leaves,
  ) {}

  @Post('assignments')
  @ApiOperation({
    summary: 'Give a staff member an assignment',
    description: 'Role and functions in a unit, from a day. Nobody gives rights to themself (403 own_rights). Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView, description: 'Location names the staff member, where assignments are read.' })
  async give(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewAssignment,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.assignments.give(actor, key, body), () => `staff/${body.staffMemberId}`);
  }

  @Put('assignments/:id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Change title and functions',
    description: 'Takes effect at the next request of whoever holds it. Needs If-Match with the version from the staff member.',
  })
  @ApiNoContentResponse()
  edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: AssignmentEdit): Promise<void> {
    return this.assignments.edit(actor, id, version, body);
  }

  @Put('assignments/:id/end')
  @HttpCode(204)
  @ApiOperation({
    summary: 'End an assignment',
    description:
      '409 assignment.accountable, with the count, while it owns or coordinates an open case; 409 assignment.contact while it is the contact of its organisation.',
  })
  @ApiNoContentResponse()
  @MayNotLeaveYet()
  end(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: AssignmentEnd): Promise<void> {
    return this.assignments.end(actor, id, body.lastDay);
  }

  @Get('assignments/:id/leave')
  @ApiOperation({ summary: 'Leave of an assignment', description: 'Latest first, with who steps in. Cancelled leave stays in the list.' })
  @ApiOkResponse({ type: LeaveList })
  async leave(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<LeaveList> {
    return { items: await this.leaves.of(actor, id) };
  }

  @Post('assignments/:id/leave')
  @ApiOperation({
    summary: 'Plan leave',
    description: 'Days away and who steps in; days may not overlap other leave (409 leave.overlaps). Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView, description: 'Location names the list of leave.' })
  async planLeave(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: OnceKey,
    @IdParam() id: string,
    @Body() body: NewLeave,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.leaves.plan(actor, key, id, body), () => `assignments/${id}/leave`);
  }

  @Put('leave/:id/cancellation')
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel leave', description: 'A repeat changes nothing.' })
  @ApiNoContentResponse()
  cancelLeave(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.leaves.cancel(actor, id);
  }
}
