import { Controller, Get, HttpCode, Put, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IfMatch, etag } from '../../platform/http/version.ts';
import { PlanItemView } from '../plan.dto.ts';
import { PlanReading } from '../plan.reading.ts';
import { ItemSaved } from './item.dto.ts';
import { ItemPresence } from './item.presence.ts';
import { ItemRemoval } from './item.removal.ts';
import { ItemSharing } from './item.sharing.ts';

@ApiTags('plan')
@Controller('plan-items')
@ForStaff(...CASE_ROLES)
export class ItemController {
  constructor(
    private readonly reading: PlanReading,
    private readonly sharing: ItemSharing,
    private readonly removal: ItemRemoval,
    private readonly presence: ItemPresence,
  ) {}

  @Get(':id')
  @ApiOperation({
    summary: 'One item of a plan',
    description: 'With its ETag: what to lay beside one’s own text when somebody else was first. A removed one is answered too, to be brought back.',
  })
  @ApiOkResponse({ type: PlanItemView })
  async find(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Res({ passthrough: true }) response: Response): Promise<PlanItemView> {
    const { view, version } = await this.reading.item(actor, id);
    response.set('etag', etag(version));
    return view;
  }

  @Put(':id/sharing')
  @ApiOperation({
    summary: 'Share an item with the team',
    description:
      'With every organisation of the team that a consent covers for the plan; the others are named in `notReached`. 409 `consent.missing` when it covers none, or not the one that is asked to act. Needs If-Match.',
  })
  @ApiOkResponse({ type: ItemSaved })
  share(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<ItemSaved> {
    return this.sharing.share(actor, id, version);
  }

  @Put(':id/removal')
  @ApiOperation({
    summary: 'Take an item out of the plan',
    description:
      'By its own organisation; can be undone. A shared activity is cancelled instead, and a goal with something under it stays. Needs If-Match.',
  })
  @ApiOkResponse({ type: ItemSaved })
  remove(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<ItemSaved> {
    return this.removal.remove(actor, id, version);
  }

  @Put(':id/restoration')
  @ApiOperation({ summary: 'Undo the removal of an item', description: 'By its own organisation. Needs If-Match.' })
  @ApiOkResponse({ type: ItemSaved })
  restore(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<ItemSaved> {
    return this.removal.restore(actor, id, version);
  }

  @Put(':id/presence')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say that one is writing in an item',
    description: 'Shown to others who read it, for 45 seconds. A hint, no lock: nobody is hindered by it, and no text depends on it.',
  })
  @ApiNoContentResponse({ description: 'Noted.' })
  async write(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    await this.presence.mark(actor, id);
  }
}
