import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { IfMatch } from '../../platform/http/version.ts';
import { ProposalListView, ProposeConsentInput } from './proposal.dto.ts';
import { ConsentProposals } from './proposals.ts';

@ApiTags('consents')
@Controller()
@ForStaff(...CASE_ROLES)
export class ConsentProposalController {
  constructor(private readonly proposals: ConsentProposals) {}

  @Get('cases/:id/consent-proposals')
  @ApiOperation({ summary: 'Consents put before the person', description: 'What was asked, by whom, and how it was answered.' })
  @ApiOkResponse({ type: ProposalListView })
  ofCase(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<ProposalListView> {
    return this.proposals.ofCase(actor, id);
  }

  @Post('cases/:id/consent-proposals')
  @ApiOperation({
    summary: 'Ask the person for a consent',
    description: 'For the reader’s own organisation. The person sees on their own page who would see what, and says yes or no there.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async propose(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: ProposeConsentInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    const made = await this.proposals.propose(actor, id, key, body);
    response.location(`/api/v1/cases/${id}/consent-proposals`);
    return { id: made.id! };
  }

  @Put('consent-proposals/:id/withdrawal')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take the question back',
    description: 'By the organisation that asked, before it is answered. Repeating it changes nothing.',
  })
  @ApiNoContentResponse()
  async withdraw(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    await this.proposals.withdraw(actor, id, version);
  }
}
