import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { CurrentStaff, ForStaff } from '../access/route-access.ts';
import { LinkMeasuresList, LinkMeasuresQuery } from './measures.dto.ts';
import { LinkMeasures } from './measures.ts';

@ApiTags('measures')
@Controller('link-measures')
@ForStaff('SUPERVISOR')
export class MeasuresController {
  constructor(private readonly measures: LinkMeasures) {}

  @Get()
  @ApiOperation({
    summary: 'How my organisation’s links do',
    description: 'Per pair of units, for handovers sent in the period. Counts always; every figure that rests on fewer than five is left out.',
  })
  @ApiOkResponse({ type: LinkMeasuresList })
  async read(@CurrentStaff() actor: StaffActor, @Query() query: LinkMeasuresQuery): Promise<LinkMeasuresList> {
    return { items: await this.measures.read(actor, query) };
  }
}
