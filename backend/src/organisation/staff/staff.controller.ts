import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { IfMatch, etag } from '../../platform/http/version.ts';
import { MayNotLeaveYet } from '../assignment/leaving.dto.ts';
import { created } from '../created.ts';
import { NewStaff, StaffEdit, StaffList, StaffQuery, StaffView } from './staff.dto.ts';
import { Staff } from './staff.service.ts';

@ApiTags('staff')
@Controller('staff')
@ForStaff('ADMINISTRATOR')
export class StaffController {
  constructor(private readonly staff: Staff) {}

  @Get()
  @ApiOperation({ summary: 'Staff, by family name', description: 'Of one unit or all, also by the beginning of a name. Logged.' })
  @ApiOkResponse({ type: StaffList })
  list(@CurrentStaff() actor: StaffActor, @Query() query: StaffQuery): Promise<StaffList> {
    return this.staff.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'A staff member with their assignments',
    description: 'Each with how many open cases it answers for: a number, never which. Logged.',
  })
  @ApiOkResponse({ type: StaffView })
  async view(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Res({ passthrough: true }) response: Response): Promise<StaffView> {
    const view = await this.staff.view(actor, id);
    response.set('etag', etag(view.version));
    return view;
  }

  @Post()
  @ApiOperation({
    summary: 'Add a staff member',
    description: 'With the HSA-id or organisation identity they sign in with. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async add(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewStaff,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.staff.add(actor, key, body), (id) => `staff/${id}`);
  }

  @Put(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Change a staff member',
    description: 'All fields at once. Nobody changes their own sign-in (403 own_rights). Needs If-Match.',
  })
  @ApiNoContentResponse()
  edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: StaffEdit): Promise<void> {
    return this.staff.edit(actor, id, version, body);
  }

  @Put(':id/disabling')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Close sign-in for a staff member',
    description:
      'Ends their sessions at once. 409 assignment.accountable, with the count, while they answer for an open case; 409 assignment.contact while they are a contact.',
  })
  @ApiNoContentResponse()
  @MayNotLeaveYet()
  disable(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.staff.disable(actor, id);
  }

  @Put(':id/enabling')
  @HttpCode(204)
  @ApiOperation({ summary: 'Open sign-in again', description: 'Old sessions stay ended. A repeat changes nothing.' })
  @ApiNoContentResponse()
  enable(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.staff.enable(actor, id);
  }
}
