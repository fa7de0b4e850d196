import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiConflictResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor } from '../../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../../access/route-access.ts';
import { PlanAgreements } from '../../plan/publication/agreeing.ts';
import { IdParam } from '../../platform/http/id.ts';
import { AgreeToMyPlanInput } from './my-plan.dto.ts';
import { OwnActions } from './own-actions.ts';

@ApiTags('me')
@Controller('me')
@ForCitizen()
export class MyPlanController {
  constructor(
    private readonly agreements: PlanAgreements,
    private readonly actions: OwnActions,
  ) {}

  @Put('plan/agreement')
  @HttpCode(204)
  @ApiOperation({ summary: 'Stand behind the plan', description: 'The person says yes to the version they have read. Repeating it changes nothing.' })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: '`plan.newer_version`: something newer has been published.' })
  async agree(@CurrentCitizen() actor: CitizenActor, @Body() body: AgreeToMyPlanInput): Promise<void> {
    await this.agreements.forPerson(actor, body.number);
  }

  @Put('activities/:id/completion')
  @HttpCode(204)
  @ApiOperation({ summary: 'I have done it', description: 'What the person does themself. Repeating it changes nothing.' })
  @ApiNoContentResponse()
  async complete(@CurrentCitizen() actor: CitizenActor, @IdParam() id: string): Promise<void> {
    await this.actions.complete(actor, id);
  }

  @Put('activities/:id/reopening')
  @HttpCode(204)
  @ApiOperation({ summary: 'It was not done after all', description: 'Takes a completion of an own action back. Repeating it changes nothing.' })
  @ApiNoContentResponse()
  async reopen(@CurrentCitizen() actor: CitizenActor, @IdParam() id: string): Promise<void> {
    await this.actions.reopen(actor, id);
  }
}
