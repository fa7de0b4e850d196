import { Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { IdParam } from '../platform/http/id.ts';
import { MyDayView } from './my-day.dto.ts';
import { MyDays } from './my-day.service.ts';

@ApiTags('my day')
@Controller()
@ForStaff(...CASE_ROLES)
export class MyDayController {
  constructor(private readonly days: MyDays) {}

  @Get('my-day')
  @ApiOperation({
    summary: 'What waits on me today',
    description:
      'Invitations to my unit’s intake, handovers that wait on me, alerts, questions only I can answer, next steps I answer for, what others have changed since the last working day. Every read is logged.',
  })
  @ApiOkResponse({ type: MyDayView })
  read(@CurrentStaff() actor: StaffActor): Promise<MyDayView> {
    return this.days.read(actor);
  }

  @Put('notices/:id/reading')
  @HttpCode(204)
  @ApiOperation({ summary: 'A notice has been read', description: 'It leaves Min dag. Only one’s own. Repeatable.' })
  @ApiNoContentResponse({ description: 'Read.' })
  markRead(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.days.markRead(actor, id);
  }
}
