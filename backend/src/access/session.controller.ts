import { Body, Controller, Delete, Get, HttpCode, Put, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { IdParam } from '../platform/http/id.ts';
import { ProblemView } from '../platform/problem/problem.dto.ts';
import { authRequired } from '../platform/problem/problem.ts';
import type { Actor, CitizenActor, StaffActor } from './actor.ts';
import { ALL_STAFF, AnySession, CurrentActor, CurrentCitizen, CurrentStaff, ForCitizen, ForStaff, Unnoticed } from './route-access.ts';
import { SessionCookies } from './session-cookies.ts';
import { AssignmentChoice, RepresentedChoice, SessionList, SessionView } from './session.dto.ts';
import { SessionQueries } from './session.queries.ts';
import { SessionStore } from './session.store.ts';
import { Sessions } from './sessions.ts';

const audienceQuery = {
  name: 'audience',
  required: false,
  enum: ['staff', 'citizen'],
  description: 'Which of the two where a browser is signed in as both; the staff one unless told.',
  example: 'citizen',
} as const;

@ApiTags('session')
@Controller()
@ApiUnauthorizedResponse({ description: 'Not signed in, or no longer.', type: ProblemView })
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly store: SessionStore,
    private readonly queries: SessionQueries,
    private readonly cookies: SessionCookies,
  ) {}

  @Get('session')
  @AnySession()
  @Unnoticed()
  @ApiQuery(audienceQuery)
  @ApiOperation({
    summary: 'Who am I',
    description: 'The person signed in, the assignments to choose between, where the session may go and when it ends.',
  })
  @ApiOkResponse({ type: SessionView })
  read(@CurrentActor() actor: Actor): Promise<SessionView> {
    return this.queries.view(actor);
  }

  @Put('session/activity')
  @AnySession()
  @ApiQuery(audienceQuery)
  @ApiOperation({
    summary: 'I am still here',
    description: 'Moves the idle limit; any request but a look at the session or a stream of changes does too. Written at most once a minute.',
  })
  @ApiOkResponse({ type: SessionView })
  touch(@CurrentActor() actor: Actor): Promise<SessionView> {
    return this.queries.view(actor);
  }

  @Put('session/assignment')
  @ForStaff(...ALL_STAFF)
  @ApiOperation({
    summary: 'Act under another assignment',
    description:
      'From now on everything is seen and done as that assignment, in its organisation. The session gets a new id and a new cookie and keeps its limits.',
  })
  @ApiOkResponse({ type: SessionView })
  @ApiNotFoundResponse({ description: 'Not one of the own assignments, or not valid today.', type: ProblemView })
  async switchTo(
    @CurrentStaff() actor: StaffActor,
    @Body() { assignmentId }: AssignmentChoice,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const token = await this.sessions.switchTo(actor, assignmentId);
    this.cookies.setToken(response, 'STAFF', token);
    const now = await this.store.find('STAFF', token);
    if (!now) throw authRequired();
    return this.queries.view(now);
  }

  @Put('me/represented')
  @ForCitizen()
  @ApiOperation({
    summary: 'Act for somebody else, or for myself again',
    description:
      'For a registered god man, förvaltare or ombud. From now on everything is seen and done as that person, and logged with who did it. The session gets a new id and a new cookie and keeps its limits.',
  })
  @ApiOkResponse({ type: SessionView })
  @ApiNotFoundResponse({ description: 'Nobody the signed-in person may act for today.', type: ProblemView })
  async actFor(
    @CurrentCitizen() actor: CitizenActor,
    @Body() { personId }: RepresentedChoice,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const token = await this.sessions.actFor(actor, personId);
    this.cookies.setToken(response, 'CITIZEN', token);
    const now = await this.store.find('CITIZEN', token);
    if (!now) throw authRequired();
    return this.queries.view(now);
  }

  @Get('sessions')
  @AnySession()
  @ApiQuery(audienceQuery)
  @ApiOperation({ summary: 'Where I am signed in', description: 'The own sessions in all browsers, last used first.' })
  @ApiOkResponse({ type: SessionList })
  list(@CurrentActor() actor: Actor): Promise<SessionList> {
    return this.queries.list(actor);
  }

  @Delete('sessions/:id')
  @AnySession()
  @HttpCode(204)
  @ApiQuery(audienceQuery)
  @ApiOperation({ summary: 'End one of my sessions', description: 'It is refused from its next request on, and its live stream ends.' })
  @ApiNoContentResponse({ description: 'Ended.' })
  @ApiNotFoundResponse({ description: 'Not one of the own sessions, or ended already.', type: ProblemView })
  async kill(@CurrentActor() actor: Actor, @IdParam() id: string, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.kill(actor, id);
    if (id === actor.sessionId) this.cookies.clearToken(response, actor.kind);
  }
}
