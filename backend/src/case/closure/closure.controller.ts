import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IfMatch } from '../../platform/http/version.ts';
import { CloseCaseInput } from './closure.dto.ts';
import { Closures } from './closure.service.ts';

@ApiTags('cases')
@Controller('cases')
@ForStaff(...CASE_ROLES)
export class ClosureController {
  constructor(private readonly closures: Closures) {}

  @Put(':id/closure')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Close the case',
    description:
      'The owner, once the person has been told. Invitations, join requests and the question who leads that still wait are stopped and named on the timeline. 409 `handover.pending` while somebody has been asked to take over; handovers under way and drafts end with the case. 409 `plan.activities_open` while activities of the plan are, unless `openActivities` says what becomes of them. The team goes on reading what it could read. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Closed.' })
  close(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: CloseCaseInput): Promise<void> {
    return this.closures.close(actor, id, version, body);
  }
}
