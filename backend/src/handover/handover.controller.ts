import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { created } from '../organisation/created.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { etag, IfMatch } from '../platform/http/version.ts';
import { HandoverDrafting } from './drafting.ts';
import { HandoverDraftInput, StartHandoverInput } from './handover-acts.dto.ts';
import { HandoverUnitsQuery, HandoverUnitsView } from './handover-units.dto.ts';
import { CaseHandoversView, HandoverInboxView, HandoverView } from './handover.dto.ts';
import { HandoverOffering } from './offering.ts';
import { HandoverReading } from './reading.ts';
import { ReceivingUnits } from './receiving-units.ts';

@ApiTags('handovers')
@Controller()
@ForStaff(...CASE_ROLES)
export class HandoverController {
  constructor(
    private readonly reading: HandoverReading,
    private readonly drafting: HandoverDrafting,
    private readonly offering: HandoverOffering,
    private readonly units: ReceivingUnits,
  ) {}

  @Get('cases/:id/handovers')
  @ApiOperation({ summary: 'The baton’s history', description: 'For the team, newest first; of drafts only one’s own.' })
  @ApiOkResponse({ type: CaseHandoversView })
  async ofCase(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<CaseHandoversView> {
    return { items: await this.reading.ofCase(actor, id) };
  }

  @Get('cases/:id/handover-units')
  @ApiOperation({
    summary: 'Where it could be handed over',
    description:
      'Every open unit with who can receive, whether a consent covers it, the link’s limits and how long it usually takes. One’s own organisation first.',
  })
  @ApiOkResponse({ type: HandoverUnitsView })
  unitsFor(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Query() query: HandoverUnitsQuery): Promise<HandoverUnitsView> {
    return this.units.list(actor, id, query);
  }

  @Post('cases/:id/handovers')
  @ApiOperation({
    summary: 'Begin a handover',
    description:
      'A draft by whoever answers for that scope now (403 `not_accountable`). Nobody else sees it. 409 `handover.draft_exists` with its `id` when one is begun. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async start(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: StartHandoverInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.drafting.start(actor, key, id, body), (made) => `handovers/${made}`);
  }

  @Get('handovers')
  @ApiOperation({
    summary: 'What waits for my unit’s intake or for me',
    description:
      'And in `mine` what waits on me as sender or new owner. A receiver reads the person’s name when opening a row. Every look is logged.',
  })
  @ApiOkResponse({ type: HandoverInboxView })
  inbox(@CurrentStaff() actor: StaffActor): Promise<HandoverInboxView> {
    return this.reading.inbox(actor);
  }

  @Get('handovers/:id')
  @ApiOperation({
    summary: 'One handover',
    description:
      'The sending team and, while it waits, the receiver read the words; supervisors of both sides the metadata; from acceptance the receiving organisation’s team too. Of a draft, `content.preview` is what the receiver would see. Everybody else is answered 404.',
  })
  @ApiOkResponse({ type: HandoverView })
  async read(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Res({ passthrough: true }) response: Response): Promise<HandoverView> {
    const view = await this.reading.one(actor, id);
    response.set('etag', etag(view.version));
    return view;
  }

  @Put('handovers/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change a draft', description: 'By the sender. Needs If-Match.' })
  @ApiNoContentResponse({ description: 'Changed.' })
  edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: HandoverDraftInput): Promise<void> {
    return this.drafting.edit(actor, id, version, body);
  }

  @Put('handovers/:id/offer')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Send a handover',
    description:
      'The preview is frozen and, to another organisation, recorded as a disclosure. The sender answers until a named person has accepted. 409 `consent.missing`, `unit.closed`, `unit.no_receiver` or `handover.pending`; then nothing is sent. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Sent.' })
  offer(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.offering.offer(actor, id, version);
  }

  @Put('handovers/:id/revocation')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take a handover back',
    description: 'By the sender, before anybody has accepted; a draft is thrown away. 409 `handover.state` when somebody has. Needs If-Match.',
  })
  @ApiNoContentResponse({ description: 'Taken back.' })
  revoke(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.offering.revoke(actor, id, version);
  }
}
