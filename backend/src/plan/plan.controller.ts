import { Body, Controller, Get, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { created } from '../organisation/created.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { IfMatch, etag } from '../platform/http/version.ts';
import { ItemSaved } from './item/item.dto.ts';
import { ItemSharing } from './item/item.sharing.ts';
import { CasePlanView, NewPlan, PlanEdit, PlanSaved } from './plan.dto.ts';
import { PlanReading } from './plan.reading.ts';
import { Plans } from './plan.service.ts';

@ApiTags('plan')
@Controller()
@ForStaff(...CASE_ROLES)
export class PlanController {
  constructor(
    private readonly reading: PlanReading,
    private readonly plans: Plans,
    private readonly sharing: ItemSharing,
  ) {}

  @Get('cases/:id/plan')
  @ApiOperation({
    summary: 'The working copy of the case’s plan',
    description: 'Everything shared with the reader’s organisation, and that one’s own drafts. Also part of the case view.',
  })
  @ApiOkResponse({ type: CasePlanView })
  async ofCase(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Res({ passthrough: true }) response: Response): Promise<CasePlanView> {
    const view = await this.reading.ofCase(actor, id);
    if (view.plan) response.set('etag', etag(view.plan.version));
    return view;
  }

  @Post('cases/:id/plan')
  @ApiOperation({
    summary: 'Begin the plan',
    description: 'One plan per case, by its coordinator or owner. 409 `plan.exists` when there is one. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async begin(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewPlan,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.plans.begin(actor, key, id, body), () => `cases/${id}/plan`);
  }

  @Put('plans/:id')
  @ApiOperation({
    summary: 'Change what stands around the items',
    description:
      'Type, responsible authority, follow-up: by the coordinator or owner. Needs If-Match with the plan’s version; 412 when somebody else was first.',
  })
  @ApiOkResponse({ type: PlanSaved })
  edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: PlanEdit): Promise<PlanSaved> {
    return this.plans.edit(actor, id, version, body);
  }

  @Put('plans/:id/sharing')
  @ApiOperation({
    summary: 'Share everything of one’s organisation anew',
    description:
      'For organisations that have joined since: what is already shared reaches them too. Drafts stay drafts. Repeatable; answers with the plan’s version.',
  })
  @ApiOkResponse({ type: ItemSaved })
  shareAll(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<ItemSaved> {
    return this.sharing.shareAll(actor, id);
  }
}
