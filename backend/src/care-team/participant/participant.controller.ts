import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { created } from '../../organisation/created.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { IfMatch } from '../../platform/http/version.ts';
import { AddParticipantInput, ParticipantListView, TeamRoleInput } from './participant.dto.ts';
import { Participants } from './participant.service.ts';

@ApiTags('care team')
@Controller()
@ForStaff(...CASE_ROLES)
export class ParticipantController {
  constructor(private readonly participants: Participants) {}

  @Get('cases/:id/care-team/participants')
  @ApiOperation({ summary: 'Who is in the team', description: 'Owner first, then coordinator, then in order of joining. Every read is logged.' })
  @ApiOkResponse({ type: ParticipantListView })
  async list(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<ParticipantListView> {
    return { items: await this.participants.list(actor, id) };
  }

  @Post('cases/:id/care-team/participants')
  @ApiOperation({
    summary: 'Add a colleague of one’s own organisation',
    description: 'Another organisation is invited and chooses for itself. 409 when they are in the team already. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async add(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: AddParticipantInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.participants.add(actor, key, id, body), () => `cases/${id}/care-team/participants`);
  }

  @Put('participants/:id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Change role, mandate or question area',
    description: 'Of people of one’s own organisation, or as coordinator of anybody. Needs If-Match; 412 when somebody else was first.',
  })
  @ApiNoContentResponse({ description: 'Changed.' })
  change(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: TeamRoleInput): Promise<void> {
    return this.participants.change(actor, id, version, body);
  }

  @Put('participants/:id/departure')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Leave the team',
    description:
      'Only oneself, and from then on the case answers 404. 409 `participant.accountable` for the owner and the coordinator: somebody else must have said yes first.',
  })
  @ApiNoContentResponse({ description: 'No longer in the team.' })
  leave(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.participants.leave(actor, id);
  }

  @Put('participants/:id/introduction')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say that the introduction has been read',
    description: 'The digest a newcomer meets in the case view goes away. Repeatable.',
  })
  @ApiNoContentResponse({ description: 'Noted.' })
  acknowledge(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.participants.acknowledge(actor, id);
  }
}
