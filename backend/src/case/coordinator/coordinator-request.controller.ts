import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { IdParam } from '../../platform/http/id.ts';
import { AskCoordinatorInput } from './coordinator-request.dto.ts';
import { CoordinatorRequests } from './coordinator-request.service.ts';

@ApiTags('cases')
@Controller()
@ForStaff(...CASE_ROLES)
export class CoordinatorRequestController {
  constructor(private readonly requests: CoordinatorRequests) {}

  @Put('cases/:id/coordinator-request')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Ask somebody in the team to coordinate',
    description: 'The owner asks; nothing changes before the one who was asked has said yes. 409 while another answer is awaited. Repeatable.',
  })
  @ApiNoContentResponse({ description: 'Asked.' })
  ask(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: AskCoordinatorInput): Promise<void> {
    return this.requests.ask(actor, id, body);
  }

  @Put('coordinator-requests/:id/acceptance')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say yes to coordinating',
    description: 'Only whoever was asked. From then on they lead the team. 409 when the question is answered or withdrawn. Repeatable.',
  })
  @ApiNoContentResponse({ description: 'The reader coordinates now.' })
  accept(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.requests.accept(actor, id);
  }

  @Put('coordinator-requests/:id/refusal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say no to coordinating', description: 'Only whoever was asked. Nothing else changes. Repeatable.' })
  @ApiNoContentResponse({ description: 'Refused.' })
  refuse(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.requests.refuse(actor, id);
  }

  @Put('coordinator-requests/:id/withdrawal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the question back', description: 'Whoever asked, or the owner, before it is answered. Repeatable.' })
  @ApiNoContentResponse({ description: 'Withdrawn.' })
  withdraw(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.requests.withdraw(actor, id);
  }
}
