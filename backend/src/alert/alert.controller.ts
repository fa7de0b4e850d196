import { Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { IdParam } from '../platform/http/id.ts';
import { AlertCountView, AlertList, AlertQuery } from './alert.dto.ts';
import { Alerts } from './alert.service.ts';

@ApiTags('alert')
@Controller('alerts')
@ForStaff(...CASE_ROLES)
export class AlertController {
  constructor(private readonly alerts: Alerts) {}

  @Get()
  @ApiOperation({
    summary: 'What I must know',
    description:
      'The reader’s own alerts, newest first, with metadata of the handover, the activity or the message: no person, no reason, no words. Every read is logged.',
  })
  @ApiOkResponse({ type: AlertList })
  list(@CurrentStaff() actor: StaffActor, @Query() query: AlertQuery): Promise<AlertList> {
    return this.alerts.list(actor, query);
  }

  @Get('count')
  @ApiOperation({ summary: 'How many alerts wait for me', description: 'A figure only, for the top bar; no case is read and nothing is logged.' })
  @ApiOkResponse({ type: AlertCountView })
  count(@CurrentStaff() actor: StaffActor): Promise<AlertCountView> {
    return this.alerts.count(actor);
  }

  @Put(':id/acknowledgement')
  @HttpCode(204)
  @ApiOperation({
    summary: 'I have seen the alert',
    description: 'It leaves the reader’s open ones; what it is about waits as before. Only one’s own. Repeatable.',
  })
  @ApiNoContentResponse({ description: 'Acknowledged.' })
  acknowledge(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.alerts.acknowledge(actor, id);
  }
}
