import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/problem/problem.ts';
import { hasTwoLetters } from '../name-search.ts';
import { ColleagueList, ColleagueQuery } from './colleague.dto.ts';
import { colleagues } from './colleague.queries.ts';

@ApiTags('colleagues')
@Controller('colleagues')
export class ColleagueController {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @ForStaff(...CASE_ROLES)
  @ApiOperation({
    summary: 'Find a colleague by name',
    description:
      'Active staff of the own organisation, and of other organisations only their contact. At least two letters, else 422; at most twenty.',
  })
  @ApiOkResponse({ type: ColleagueList })
  async find(@CurrentStaff() actor: StaffActor, @Query() query: ColleagueQuery): Promise<ColleagueList> {
    if (!hasTwoLetters(query.q)) throw unprocessable([{ pointer: '/q', code: 'two_letters' }], 'Skriv minst två bokstäver.');
    const items = await colleagues(this.db, actor, query.q, query.organisationId);
    await this.audit.read(actor, {
      action: 'colleague.searched',
      fieldClass: 'ORGANISATION',
      ...(query.organisationId && { subjectId: query.organisationId }),
    });
    return { items };
  }
}
