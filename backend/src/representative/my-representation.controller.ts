import { Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor } from '../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../access/route-access.ts';
import { IdParam } from '../platform/http/id.ts';
import { MyRepresentationsView } from './representative.dto.ts';
import { Representatives } from './representative.service.ts';

@ApiTags('me')
@Controller('me')
@ForCitizen()
export class MyRepresentationController {
  constructor(private readonly representatives: Representatives) {}

  @Get('representations')
  @ApiOperation({ summary: 'Who may act for me, and whom I may act for', description: 'Those that stand today.' })
  @ApiOkResponse({ type: MyRepresentationsView })
  mine(@CurrentCitizen() actor: CitizenActor): Promise<MyRepresentationsView> {
    return this.representatives.mine(actor);
  }

  @Put('representatives/:id/ending')
  @HttpCode(204)
  @ApiOperation({ summary: 'End a right to act for me', description: 'By the person themself. Takes effect at the representative’s next request.' })
  @ApiNoContentResponse()
  async end(@CurrentCitizen() actor: CitizenActor, @IdParam() id: string): Promise<void> {
    await this.representatives.end(actor, id, null);
  }
}
