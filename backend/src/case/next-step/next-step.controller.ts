import { Body, Controller, HttpCode, Put, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { IdParam } from '../../platform/http/id.ts';
import { etag, IfMatch } from '../../platform/http/version.ts';
import { NextStepInput } from '../opening/opening.dto.ts';
import { NextSteps } from './next-step.service.ts';

@ApiTags('cases')
@Controller('cases')
@ForStaff(...CASE_ROLES)
export class NextStepController {
  constructor(private readonly steps: NextSteps) {}

  @Put(':id/next-step')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say what happens next',
    description:
      'Owner or coordinator. Needs If-Match with the case’s version; 412 when somebody else was first. The step before stays on the timeline.',
  })
  @ApiNoContentResponse({ description: 'Set. The ETag carries the new version.' })
  async set(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: NextStepInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    response.set('etag', etag(await this.steps.set(actor, id, version, body)));
  }

  @Put(':id/next-step/done')
  @HttpCode(204)
  @ApiOperation({
    summary: 'The next step is done',
    description: 'Owner or coordinator. It goes to the timeline, and no step stands until a new one is set. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Done. The ETag carries the new version.' })
  async finish(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    response.set('etag', etag(await this.steps.finish(actor, id, version)));
  }
}
