import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { PersonLookup, PersonLookupView } from './person-lookup.dto.ts';
import { PersonLookups } from './person-lookup.service.ts';

@ApiTags('persons')
@Controller('person-lookups')
export class PersonLookupController {
  constructor(private readonly lookups: PersonLookups) {}

  @Post()
  @ForStaff(...CASE_ROLES)
  @HttpCode(200)
  @ApiOperation({
    summary: 'Look up a personnummer in what the own organisation has recorded',
    description:
      'Never says what others have recorded, nor whether there is a case. Every look-up is logged. Thirty an hour, then 429 with Retry-After.',
  })
  @ApiOkResponse({ type: PersonLookupView })
  lookUp(@CurrentStaff() actor: StaffActor, @Body() body: PersonLookup): Promise<PersonLookupView> {
    return this.lookups.lookUp(actor, body.personalNumber);
  }
}
