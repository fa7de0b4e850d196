import { Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor } from '../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../access/route-access.ts';
import { ConsentWithdrawal } from '../consent/consent-withdrawal.ts';
import { IdParam } from '../platform/http/id.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { MyPlanView } from './citizen.dto.ts';
import { CitizenService } from './citizen.service.ts';
import { MyAccessLogView, MyConsentsView } from './my-parts.dto.ts';

@ApiTags('me')
@Controller('me')
@ForCitizen()
export class CitizenController {
  constructor(
    private readonly citizen: CitizenService,
    private readonly withdrawal: ConsentWithdrawal,
  ) {}

  @Get('plan')
  @ApiOperation({
    summary: 'The person’s own page',
    description: 'Who holds it now, the team with phone numbers, consents, and what has happened. `case` is null for somebody without one.',
  })
  @ApiOkResponse({ type: MyPlanView })
  plan(@CurrentCitizen() actor: CitizenActor): Promise<MyPlanView> {
    return this.citizen.plan(actor);
  }

  @Get('consents')
  @ApiOperation({ summary: 'What the person has said yes to', description: 'Over all their cases, also what has ended.' })
  @ApiOkResponse({ type: MyConsentsView })
  consents(@CurrentCitizen() actor: CitizenActor): Promise<MyConsentsView> {
    return this.citizen.consents(actor);
  }

  @Put('consents/:id/withdrawal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a consent back', description: 'Takes effect at once. Repeating it changes nothing.' })
  @ApiNoContentResponse()
  async withdraw(@CurrentCitizen() actor: CitizenActor, @IdParam() id: string): Promise<void> {
    await this.withdrawal.withdraw(actor, id);
  }

  @Get('access-log')
  @ApiOperation({
    summary: 'Who has looked, and why',
    description: 'Every read and change in the person’s cases by staff, and by whoever acts for the person, newest first.',
  })
  @ApiOkResponse({ type: MyAccessLogView })
  accessLog(@CurrentCitizen() actor: CitizenActor, @Query() query: PageQuery): Promise<MyAccessLogView> {
    return this.citizen.accessLog(actor, query);
  }
}
