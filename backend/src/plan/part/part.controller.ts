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
import { FollowUpEdit, NewFollowUp, NewPart, PartEdit } from './part.dto.ts';
import { Parts } from './part.service.ts';

@ApiTags('plan')
@Controller()
@ForStaff(...CASE_ROLES)
export class PartController {
  constructor(private readonly parts: Parts) {}

  @Post('plans/:id/parts')
  @ApiOperation({
    summary: 'Write what matters, a strength, a need, an early sign or a dissent',
    description: 'A draft, unless shared at once. One dissent per organisation, and one shared text of what matters. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async add(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewPart,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.parts.add(actor, key, id, body), (part) => `plan-items/${part}`);
  }

  @Put('plan-parts/:id')
  @ApiOperation({
    summary: 'Change such a text',
    description:
      'A shared one is shared anew in the same act. The person’s own words are never edited. Needs If-Match; 412 when somebody else was first.',
  })
  @ApiOkResponse({ type: ItemSaved })
  edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: PartEdit): Promise<ItemSaved> {
    return this.parts.edit(actor, id, version, body);
  }

  @Post('plans/:id/follow-ups')
  @ApiOperation({
    summary: 'Write down a follow-up',
    description: 'What we wanted, what became of it, why, what we conclude and do now. A draft, unless shared at once. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async addFollowUp(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewFollowUp,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.parts.addFollowUp(actor, key, id, body), (followUp) => `plan-items/${followUp}`);
  }

  @Put('follow-ups/:id')
  @ApiOperation({ summary: 'Change a follow-up', description: 'The whole record at once. Needs If-Match; 412 when somebody else was first.' })
  @ApiOkResponse({ type: ItemSaved })
  editFollowUp(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: FollowUpEdit): Promise<ItemSaved> {
    return this.parts.editFollowUp(actor, id, version, body);
  }
}
