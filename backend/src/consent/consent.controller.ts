import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { ConsentWithdrawal } from './consent-withdrawal.ts';
import { ConsentPreviewView, ConsentScopeInput, ConsentsView, RecordConsentInput } from './consent.dto.ts';
import { ConsentService } from './consent.service.ts';

@ApiTags('consents')
@Controller()
@ForStaff(...CASE_ROLES)
export class ConsentController {
  constructor(
    private readonly consents: ConsentService,
    private readonly withdrawal: ConsentWithdrawal,
  ) {}

  @Get('cases/:id/consents')
  @ApiOperation({
    summary: 'The consents of a case',
    description: 'With one answer for the whole case. Withdrawn and expired ones stay in the list.',
  })
  @ApiOkResponse({ type: ConsentsView })
  ofCase(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<ConsentsView> {
    return this.consents.ofCase(actor, id);
  }

  @Post('cases/:id/consent-previews')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Who would see what',
    description: 'Exactly the receivers, the people behind them today and the kinds of information. Nothing is stored.',
  })
  @ApiOkResponse({ type: ConsentPreviewView })
  preview(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: ConsentScopeInput): Promise<ConsentPreviewView> {
    return this.consents.preview(actor, id, body);
  }

  @Post('cases/:id/consents')
  @ApiOperation({
    summary: 'Record a consent',
    description:
      'For the reader’s own organisation only (403 `not_own_organisation`). A consent opens nothing by itself: each sharing is an act of its own.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async record(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: RecordConsentInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    const made = await this.consents.record(actor, id, key, body);
    response.location(`/api/v1/cases/${id}/consents`);
    return { id: made.id! };
  }

  @Put('consents/:id/withdrawal')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Record that the person takes a consent back',
    description:
      'Takes effect at once: organisations that no consent covers any more lose the case, their pending invitations stop. Repeating it changes nothing.',
  })
  @ApiNoContentResponse()
  async withdraw(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    await this.withdrawal.withdraw(actor, id);
  }
}
