import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { created } from '../organisation/created.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { TellInput, TimelineListView, TimelineQuery } from './timeline.dto.ts';
import { Timeline } from './timeline.service.ts';

@ApiTags('timeline')
@Controller('cases/:id/timeline')
@ForStaff(...CASE_ROLES)
export class TimelineController {
  constructor(private readonly timeline: Timeline) {}

  @Get()
  @ApiOperation({
    summary: 'What has happened in the case',
    description: 'Newest first by when it happened, only what the reader’s organisation may see. `kind` narrows it down. Every read is logged.',
  })
  @ApiOkResponse({ type: TimelineListView })
  list(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Query() query: TimelineQuery): Promise<TimelineListView> {
    return this.timeline.list(actor, id, query);
  }

  @Post()
  @ApiOperation({
    summary: 'Tell what has happened',
    description:
      'In plain words, for one’s own organisation and the recipients named. Sharing is recorded as a disclosure; 409 `consent.missing` names the organisations that no consent covers, and nothing is written. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async tell(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: TellInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.timeline.tell(actor, key, id, body), () => `cases/${id}/timeline`);
  }
}
