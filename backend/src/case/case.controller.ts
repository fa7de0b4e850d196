import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { created } from '../organisation/created.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { etag } from '../platform/http/version.ts';
import { CaseListQuery, CaseListView } from './list/case-list.dto.ts';
import { CaseListQueries } from './list/case-list.queries.ts';
import { AskedToJoinView, OpenCaseInput } from './opening/opening.dto.ts';
import { alreadyInTeam } from './opening/opening.rules.ts';
import { Openings } from './opening/opening.service.ts';
import { CaseView } from './view/case-view.dto.ts';
import { CaseViews } from './view/case-view.service.ts';

@ApiTags('cases')
@Controller('cases')
@ForStaff(...CASE_ROLES)
export class CaseController {
  constructor(
    private readonly openings: Openings,
    private readonly lists: CaseListQueries,
    private readonly views: CaseViews,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Open a case',
    description:
      'Starts with the person’s recorded yes to being asked about; without it 422, and nothing is looked up. 201 when the case is new: the opener owns and coordinates it. 202 when the person already has a team: a request has gone to its coordinator, and nothing more is said. 409 for a protected or under-age person. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView, description: 'The case is open.' })
  @ApiAcceptedResponse({ type: AskedToJoinView, description: 'The person already has a team.' })
  async open(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: OnceKey,
    @Body() body: OpenCaseInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView | AskedToJoinView> {
    const outcome = await this.openings.open(actor, key, body);
    if (outcome.id) return created(response, outcome, (id) => `cases/${id}`);
    response.status(outcome.status);
    return { message: alreadyInTeam(body.givenName) };
  }

  @Get()
  @ApiOperation({ summary: 'My cases', description: 'Cases whose team the reader belongs to, longest without movement first. Every read is logged.' })
  @ApiOkResponse({ type: CaseListView })
  list(@CurrentStaff() actor: StaffActor, @Query() query: CaseListQuery): Promise<CaseListView> {
    return this.lists.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'The whole shared case',
    description:
      'Everything this reader may see, in one read and one log row, with what they may do now (`actions`) and may not (`blocked`, with the reason). The ETag is the version for If-Match. 404 for everybody outside the team.',
  })
  @ApiOkResponse({ type: CaseView })
  async read(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Res({ passthrough: true }) response: Response): Promise<CaseView> {
    const view = await this.views.read(actor, id);
    response.set('etag', etag(view.version));
    return view;
  }
}
