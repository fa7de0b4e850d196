import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { InviteAskerInput } from './join-request.dto.ts';
import { JoinRequests } from './join-request.service.ts';

@ApiTags('care team')
@Controller('join-requests')
@ForStaff(...CASE_ROLES)
export class JoinRequestController {
  constructor(private readonly requests: JoinRequests) {}

  @Put(':id/invitation')
  @ApiOperation({
    summary: 'Invite whoever asked to join',
    description:
      'By the coordinator. Becomes an invitation to the asker’s unit and needs the same consent; 409 `consent.missing` leaves the request waiting. Answers the invitation’s id.',
  })
  @ApiOkResponse({ type: CreatedView })
  async invite(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: InviteAskerInput): Promise<CreatedView> {
    return { id: await this.requests.invite(actor, id, body.reason) };
  }

  @Put(':id/refusal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Refuse a request to join', description: 'By the coordinator. The asker is told without a word about the case.' })
  @ApiNoContentResponse({ description: 'Refused.' })
  refuse(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.requests.refuse(actor, id);
  }
}
