import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { IfMatch } from '../platform/http/version.ts';
import { RegisterRepresentativeInput, RepresentativeListView } from './representative.dto.ts';
import { Representatives } from './representative.service.ts';

@ApiTags('representatives')
@Controller()
@ForStaff(...CASE_ROLES)
export class RepresentativeController {
  constructor(private readonly representatives: Representatives) {}

  @Get('cases/:id/representatives')
  @ApiOperation({ summary: 'Who may act for the person', description: 'God män, förvaltare and ombud, ended ones last.' })
  @ApiOkResponse({ type: RepresentativeListView })
  ofCase(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<RepresentativeListView> {
    return this.representatives.ofCase(actor, id);
  }

  @Post('cases/:id/representatives')
  @ApiOperation({
    summary: 'Register somebody who acts for the person',
    description:
      'They sign in as themselves and see and do exactly what the person may; each such act is logged with who did it. The person is told.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async add(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: RegisterRepresentativeInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    const made = await this.representatives.add(actor, id, key, body);
    response.location(`/api/v1/cases/${id}/representatives`);
    return { id: made.id! };
  }

  @Put('representatives/:id/ending')
  @HttpCode(204)
  @ApiOperation({ summary: 'End a representative’s right', description: 'Takes effect at their next request. Repeating it changes nothing.' })
  @ApiNoContentResponse()
  async end(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    await this.representatives.end(actor, id, version);
  }
}
