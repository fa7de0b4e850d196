import { Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { IdParam } from '../../platform/http/id.ts';
import { DayParam } from './day-param.ts';
import { JournalQuery, JournalTextView } from './journal.dto.ts';
import { Journals } from './journal.service.ts';

@ApiTags('cases')
@Controller('cases')
@ForStaff(...CASE_ROLES)
export class JournalController {
  constructor(private readonly journals: Journals) {}

  @Get(':id/journal-text')
  @ApiOperation({
    summary: 'My own acts in the case that day, as text to copy',
    description:
      'For the own organisation’s records: clean Swedish text without identity number. Personal notes are never part of it. Every read is logged.',
  })
  @ApiOkResponse({ type: JournalTextView })
  text(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Query() { day }: JournalQuery): Promise<JournalTextView> {
    return this.journals.text(actor, id, day);
  }

  @Put(':id/journal-marks/:day')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Tick the day as written in the own records',
    description: 'Only for oneself. Repeatable. 422 for a day that has not come.',
  })
  @ApiNoContentResponse({ description: 'Ticked.' })
  mark(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @DayParam() day: string): Promise<void> {
    return this.journals.mark(actor, id, day);
  }

  @Delete(':id/journal-marks/:day')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the tick back', description: 'Only for oneself. Repeatable.' })
  @ApiNoContentResponse({ description: 'No longer ticked.' })
  unmark(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @DayParam() day: string): Promise<void> {
    return this.journals.unmark(actor, id, day);
  }
}
