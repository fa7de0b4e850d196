import { Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor } from '../../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../../access/route-access.ts';
import { IdParam } from '../../platform/http/id.ts';
import { ConsentProposalAnswers } from './answering.ts';
import { MyProposalsView } from './proposal.dto.ts';

@ApiTags('me')
@Controller('me')
@ForCitizen()
export class MyProposalController {
  constructor(private readonly answers: ConsentProposalAnswers) {}

  @Get('consent-proposals')
  @ApiOperation({ summary: 'What I am asked to agree to', description: 'With exactly who would see what, before any answer.' })
  @ApiOkResponse({ type: MyProposalsView })
  waiting(@CurrentCitizen() actor: CitizenActor): Promise<MyProposalsView> {
    return this.answers.waiting(actor);
  }

  @Put('consent-proposals/:id/approval')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say yes', description: 'A consent from today. It can be taken back at any time. Repeating it changes nothing.' })
  @ApiNoContentResponse()
  async approve(@CurrentCitizen() actor: CitizenActor, @IdParam() id: string): Promise<void> {
    await this.answers.approve(actor, id);
  }

  @Put('consent-proposals/:id/refusal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say no', description: 'Nothing is shared. Repeating it changes nothing.' })
  @ApiNoContentResponse()
  async refuse(@CurrentCitizen() actor: CitizenActor, @IdParam() id: string): Promise<void> {
    await this.answers.refuse(actor, id);
  }
}
