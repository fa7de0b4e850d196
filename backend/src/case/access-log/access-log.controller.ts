import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { IdParam } from '../../platform/http/id.ts';
import { PageQuery } from '../../platform/http/paging.ts';
import { AccessLogView } from './access-log.dto.ts';
import { AccessLog } from './access-log.service.ts';

@ApiTags('cases')
@Controller('cases')
@ForStaff(...CASE_ROLES)
export class AccessLogController {
  constructor(private readonly log: AccessLog) {}

  @Get(':id/access-log')
  @ApiOperation({
    summary: 'Who has looked at or changed the case',
    description: 'Newest first: when, name, organisation, unit, purpose, action. For the case’s team; reading the log is logged too.',
  })
  @ApiOkResponse({ type: AccessLogView })
  list(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Query() query: PageQuery): Promise<AccessLogView> {
    return this.log.list(actor, id, query);
  }
}
