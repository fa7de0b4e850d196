import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { CaseloadHandoverInput, CaseloadOfferView, CaseloadView } from './caseload.dto.ts';
import { Caseloads } from './caseload.queries.ts';
import { CaseloadOffering } from './offering.ts';

@ApiTags('caseloads')
@Controller()
@ForStaff(...CASE_ROLES)
export class CaseloadController {
  constructor(
    private readonly caseloads: Caseloads,
    private readonly offering: CaseloadOffering,
  ) {}

  @Get('caseloads/:assignmentId')
  @ApiOperation({
    summary: 'What one assignment answers for',
    description:
      'Reference numbers and codes, for themself and for supervisors of the organisation; 404 for everybody else. Never who the cases are about.',
  })
  @ApiOkResponse({ type: CaseloadView })
  read(@CurrentStaff() actor: StaffActor, @IdParam('assignmentId') assignmentId: string): Promise<CaseloadView> {
    return this.caseloads.of(actor, assignmentId);
  }

  @Post('caseload-handovers')
  @ApiOperation({
    summary: 'Offer a caseload to colleagues',
    description:
      'Each case to the colleague named for it, who is asked and must accept; until then nothing moves. What has no consent, or waits for an answer already, is answered with why. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CaseloadOfferView })
  offer(@CurrentStaff() actor: StaffActor, @IdempotencyKey() key: OnceKey, @Body() body: CaseloadHandoverInput): Promise<CaseloadOfferView> {
    return this.offering.offer(actor, key, body);
  }
}
