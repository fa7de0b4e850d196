import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { IdParam } from '../../platform/http/id.ts';
import { AmbitionInput } from './ambition.dto.ts';
import { Ambitions } from './ambition.service.ts';

@ApiTags('cases')
@Controller('cases')
@ForStaff(...CASE_ROLES)
export class AmbitionController {
  constructor(private readonly ambitions: Ambitions) {}

  @Put(':id/ambition')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say how far the organisations go together',
    description: 'Owner or coordinator. Every level stays in the dated history. Repeatable.',
  })
  @ApiNoContentResponse({ description: 'Set.' })
  set(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() { level }: AmbitionInput): Promise<void> {
    return this.ambitions.set(actor, id, level);
  }
}
