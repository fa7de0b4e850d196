import { Body, Controller, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { created } from '../../organisation/created.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { IfMatch } from '../../platform/http/version.ts';
import { ItemSaved } from '../item/item.dto.ts';
import { ActivityEdit, NewActivity } from './activity.dto.ts';
import { ActivityWriting } from './activity.writing.ts';

@ApiTags('plan')
@Controller()
@ForStaff(...CASE_ROLES)
export class ActivityWritingController {
  constructor(private readonly writing: ActivityWriting) {}

  @Post('plans/:id/activities')
  @ApiOperation({
    summary: 'Write an activity',
    description:
      'With one who answers for it from the start: the writer or a colleague. Another organisation is asked, and decides for itself. A draft, unless shared at once. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async add(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewActivity,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.writing.add(actor, key, id, body), (activity) => `plan-items/${activity}`);
  }

  @Put('activities/:id')
  @ApiOperation({
    summary: 'Change an activity’s words, days and order',
    description:
      'By the organisation that answers for it. Naming another organisation asks that one; a new due day starts its clock anew. Needs If-Match; 412 when somebody else was first.',
  })
  @ApiOkResponse({ type: ItemSaved })
  edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ActivityEdit): Promise<ItemSaved> {
    return this.writing.edit(actor, id, version, body);
  }
}
