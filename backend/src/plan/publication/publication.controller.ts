import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { PlanAgreements } from './agreeing.ts';
import {
  AgreeInput,
  PlanChangesQuery,
  PlanChangesView,
  PlanVersionListView,
  PlanVersionView,
  PublicationPreviewView,
  PublishInput,
} from './publication.dto.ts';
import { PlanPublication } from './publishing.ts';
import { NumberParam } from './version-number.ts';
import { PlanVersions } from './versions.ts';

@ApiTags('plan')
@Controller('plans/:id')
@ForStaff(...CASE_ROLES)
export class PublicationController {
  constructor(
    private readonly publication: PlanPublication,
    private readonly versions: PlanVersions,
    private readonly agreements: PlanAgreements,
  ) {}

  @Get('publication-preview')
  @ApiOperation({ summary: 'What the person would see', description: 'For whoever may publish: made the same way as the person’s own page.' })
  @ApiOkResponse({ type: PublicationPreviewView })
  preview(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<PublicationPreviewView> {
    return this.publication.preview(actor, id);
  }

  @Post('publication')
  @ApiOperation({
    summary: 'Publish to the person',
    description: 'By the coordinator: freezes every shared item as a new version. What the person reads is this until the next one.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  @ApiConflictResponse({ description: '`plan.incomplete` with `missing`: a SIP lacks one of the statute’s four items. `case.closed`.' })
  async publish(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: PublishInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    const made = await this.publication.publish(actor, id, key, body.reason);
    response.location(`/api/v1/plans/${id}/versions`);
    return { id: made.id! };
  }

  @Get('versions')
  @ApiOperation({ summary: 'Published versions', description: 'Those the reader’s organisation was part of, and who stands behind them.' })
  @ApiOkResponse({ type: PlanVersionListView })
  list(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<PlanVersionListView> {
    return this.versions.list(actor, id);
  }

  @Get('versions/:number')
  @ApiOperation({ summary: 'One published version', description: 'As it was. Nothing changes it.' })
  @ApiOkResponse({ type: PlanVersionView })
  one(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @NumberParam() number: number): Promise<PlanVersionView> {
    return this.versions.one(actor, id, number);
  }

  @Get('version-changes')
  @ApiOperation({ summary: 'What differs between two versions', description: '0 stands for the working copy.' })
  @ApiOkResponse({ type: PlanChangesView })
  changes(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Query() query: PlanChangesQuery): Promise<PlanChangesView> {
    return this.versions.changes(actor, id, query);
  }

  @Put('versions/:number/agreement')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Stand behind a version',
    description: 'By a participant, for their own organisation, once. Repeating it changes nothing.',
  })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: '`plan.newer_version`: only the latest can be agreed to.' })
  async agree(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @NumberParam() number: number, @Body() body: AgreeInput): Promise<void> {
    await this.agreements.forOrganisation(actor, id, number, body.stance);
  }
}
