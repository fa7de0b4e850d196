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
import { ItemSaved } from '../item/item.dto.ts';
import { AttainmentInput, GoalEdit, NewGoal } from './goal.dto.ts';
import { Goals } from './goal.service.ts';

@ApiTags('plan')
@Controller()
@ForStaff(...CASE_ROLES)
export class GoalController {
  constructor(private readonly goals: Goals) {}

  @Post('plans/:id/goals')
  @ApiOperation({
    summary: 'Write a goal',
    description: 'A draft, unless shared at once. Read it with GET plan-items/:id. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async add(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewGoal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.goals.add(actor, key, id, body), (goal) => `plan-items/${goal}`);
  }

  @Put('goals/:id')
  @ApiOperation({
    summary: 'Change a goal',
    description: 'The whole goal at once. A shared one is shared anew in the same act. Needs If-Match; 412 when somebody else was first.',
  })
  @ApiOkResponse({ type: ItemSaved })
  edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: GoalEdit): Promise<ItemSaved> {
    return this.goals.edit(actor, id, version, body);
  }

  @Post('goals/:id/attainments')
  @ApiOperation({
    summary: 'Say how it goes with a goal',
    description: 'Of a shared goal, by anybody who reads it. Kept over time. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async attain(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: AttainmentInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.goals.attain(actor, key, id, body), () => `plan-items/${id}`);
  }
}
