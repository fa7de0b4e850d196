import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PersonModule } from '../person/person.module.ts';
import { AccessGuard } from './access.guard.ts';
import { CsrfGuard } from './csrf.guard.ts';
import { Gate } from './gate.ts';
import { RelyingParty } from './relying-party.ts';
import { RouteRegistry } from './route-registry.ts';
import { SessionController } from './session.controller.ts';
import { SessionCookies } from './session-cookies.ts';
import { SessionQueries } from './session.queries.ts';
import { SessionStore } from './session.store.ts';
import { Sessions } from './sessions.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignIn } from './sign-in.service.ts';

/** Global: every feature asks the gate, and the guards stand before every route. */
@Global()
@Module({
  imports: [DiscoveryModule, PersonModule],
  controllers: [SignInController, SessionController],
  providers: [
    // In this order: what comes from elsewhere is refused before anybody's session is looked up.
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    Gate,
    RelyingParty,
    RouteRegistry,
    SessionCookies,
    SessionQueries,
    SessionStore,
    Sessions,
    SignIn,
  ],
  exports: [Gate, RouteRegistry, SessionStore],
})
export class AccessModule {}
