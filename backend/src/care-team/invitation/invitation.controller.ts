import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { created } from '../../organisation/created.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { etag } from '../../platform/http/version.ts';
import { InvitationAnswering } from './answering.ts';
import {
  AcceptInvitationInput,
  AcceptedInvitationView,
  DeclineInvitationInput,
  InvitationListView,
  InvitationPreviewView,
  InviteInput,
} from './invitation.dto.ts';
import { Invitations } from './invitation.service.ts';

@ApiTags('care team')
@Controller()
@ForStaff(...CASE_ROLES)
export class InvitationController {
  constructor(
    private readonly invitations: Invitations,
    private readonly answering: InvitationAnswering,
  ) {}

  @Post('cases/:id/invitations')
  @ApiOperation({
    summary: 'Invite an organisation into the team',
    description:
      'Sends the limited preview to one unit’s intake and records that as a disclosure. 409 `consent.missing`, `unit.closed`, `invitation.pending` or `invitation.already_in_team`; then nothing is sent. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async invite(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: InviteInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.invitations.invite(actor, key, id, body), (made) => `invitations/${made}`);
  }

  @Get('invitations')
  @ApiOperation({
    summary: 'What waits for my unit’s intake',
    description: 'Oldest first; empty without the intake function. The persons are named only when an invitation is opened.',
  })
  @ApiOkResponse({ type: InvitationListView })
  async queue(@CurrentStaff() actor: StaffActor): Promise<InvitationListView> {
    return { items: await this.invitations.queue(actor) };
  }

  @Get('invitations/:id')
  @ApiOperation({
    summary: 'The limited preview of an invitation',
    description:
      'For the invited unit’s intake while it waits, and for the inviting team. Everybody else is answered 404. Every look is logged and shown to the person.',
  })
  @ApiOkResponse({ type: InvitationPreviewView })
  async preview(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InvitationPreviewView> {
    const view = await this.invitations.preview(actor, id);
    response.set('etag', etag(view.version));
    return view;
  }

  @Put('invitations/:id/acceptance')
  @ApiOperation({
    summary: 'Accept and name who joins',
    description:
      'By the unit’s intake, who names an active assignment of the unit, oneself included. 409 `invitation.answered` when somebody was first, `consent.missing` when the consent has ended. Repeatable by whoever accepted.',
  })
  @ApiOkResponse({ type: AcceptedInvitationView })
  accept(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: AcceptInvitationInput): Promise<AcceptedInvitationView> {
    return this.answering.accept(actor, id, body);
  }

  @Put('invitations/:id/refusal')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say no, with the reason',
    description: 'The preview is gone from then on and the team reads the reason. 409 when somebody was first.',
  })
  @ApiNoContentResponse({ description: 'Declined.' })
  decline(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: DeclineInvitationInput): Promise<void> {
    return this.answering.decline(actor, id, body.reason);
  }

  @Put('invitations/:id/withdrawal')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take an invitation back',
    description: 'By anybody in the inviting team, before it is answered; the preview is gone at once. 409 when it is answered.',
  })
  @ApiNoContentResponse({ description: 'Taken back.' })
  withdraw(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.invitations.withdraw(actor, id);
  }
}
