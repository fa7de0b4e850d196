import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdentifierDisplayView, SubjectLanguageInput } from './subject.dto.ts';
import { Subjects } from './subject.service.ts';

@ApiTags('cases')
@Controller('cases')
@ForStaff(...CASE_ROLES)
export class SubjectController {
  constructor(private readonly subjects: Subjects) {}

  @Put(':id/person')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Change the person’s language and interpreter',
    description: 'Anybody in the team; the person sees it on their own page.',
  })
  @ApiNoContentResponse({ description: 'Changed.' })
  changeLanguage(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: SubjectLanguageInput): Promise<void> {
    return this.subjects.changeLanguage(actor, id, body);
  }

  @Post(':id/identifier-displays')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Show the whole personnummer',
    description: 'Anybody in the team. Every display is logged, and the person sees who looked.',
  })
  @ApiOkResponse({ type: IdentifierDisplayView })
  showIdentifier(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<IdentifierDisplayView> {
    return this.subjects.showIdentifier(actor, id);
  }
}
