import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiBadRequestResponse, ApiFoundResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Environment } from '../platform/config/environment.ts';
import { isLoopbackTwin } from '../platform/http/cookies.ts';
import { ProblemView } from '../platform/problem/problem.dto.ts';
import { Open } from './route-access.ts';
import { SessionCookies } from './session-cookies.ts';
import { SessionStore } from './session.store.ts';
import { Sessions } from './sessions.ts';
import { SignInQuery, SignOut } from './sign-in.dto.ts';
import { SignInPageFilter } from './sign-in-page.filter.ts';
import { SignIn } from './sign-in.service.ts';
import { deviceOf } from './device.ts';
import { localPath } from './local-path.ts';

const HOME = { STAFF: '/', CITIZEN: '/min-plan' } as const;

@ApiTags('sign-in')
@Controller('auth')
export class SignInController {
  constructor(
    private readonly environment: Environment,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly store: SessionStore,
    private readonly cookies: SessionCookies,
  ) {}

  @Get('login')
  @Open()
  @UseFilters(SignInPageFilter)
  @ApiOperation({
    summary: 'Sign in',
    description:
      'Sends the browser to the identity provider of the audience (OpenID Connect, authorization code with PKCE). Staff sign in with an organisation identity, citizens with a personnummer; both need level of assurance 3. In the demo, `login_hint` names an account that is signed in without a question.',
  })
  @ApiFoundResponse({ description: 'To the identity provider.' })
  @ApiBadRequestResponse({ description: 'Unknown audience.', type: ProblemView })
  async login(@Query() query: SignInQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const audience = query.audience === 'staff' ? 'STAFF' : 'CITIZEN';
    const { location, browserSecret } = await this.signIn.begin({
      audience,
      redirectUri: `${this.origin(request)}/auth/callback`,
      returnTo: localPath(query.returnTo) ?? HOME[audience],
      fresh: query.fresh === 'true',
      ...(query.login_hint && this.mayName(request) && { hint: query.login_hint }),
    });
    this.cookies.setPreLogin(response, browserSecret);
    response.redirect(location.toString());
  }

  @Get('callback')
  @Open()
  @UseFilters(SignInPageFilter)
  @ApiOperation({
    summary: 'The way back from the identity provider',
    description: 'Only for the provider’s redirect. Sets the session cookie of the audience and goes on to where the sign-in began.',
  })
  @ApiFoundResponse({ description: 'Signed in.' })
  @ApiBadRequestResponse({ description: 'The answer does not belong to a sign-in of this browser, or was used before.', type: ProblemView })
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const browserSecret = this.cookies.preLogin(request);
    this.cookies.clearPreLogin(response);
    const { audience, token, returnTo } = await this.signIn.complete({
      url: new URL(request.originalUrl, this.origin(request)),
      browserSecret,
      device: deviceOf(request.get('user-agent')),
      previousToken: (previous) => this.cookies.token(request, previous),
    });
    this.cookies.setToken(response, audience, token);
    response.redirect(returnTo);
  }

  @Post('logout')
  @Open()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign out',
    description: 'Ends the staff session, or the citizen one when asked for or when there is no other. Repeatable.',
  })
  @ApiNoContentResponse({ description: 'Signed out.' })
  async logout(@Body() { audience: wanted }: SignOut, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const audience = this.cookies.audienceFor(request, wanted);
    const actor = await this.store.find(audience, this.cookies.token(request, audience));
    if (actor) await this.sessions.signOut(actor);
    this.cookies.clearToken(response, audience);
  }

  /** A page elsewhere must not choose who somebody is signed in as. */
  private mayName(request: Request): boolean {
    return this.environment.DEPLOYMENT_KIND === 'demo' && ['none', 'same-origin', undefined].includes(request.get('sec-fetch-site'));
  }

  /** The demo answers to every name of this machine; elsewhere a Host header decides nothing. */
  private origin(request: Request): string {
    const host = request.get('host');
    return isLoopbackTwin(host, this.environment) ? `http://${host}` : new URL(this.environment.PUBLIC_URL).origin;
  }
}
