import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor, CitizenActor, StaffActor, StaffRole } from './actor.ts';

/** Who a route is for. Finer rules (relation, time, consent) are the policies' business. */
export type RouteAccess =
  | { readonly audience: 'OPEN' }
  | { readonly audience: 'ANY' }
  | { readonly audience: 'CITIZEN' }
  | { readonly audience: 'STAFF'; readonly roles: readonly StaffRole[]; readonly stepUp?: boolean };

export const ROUTE_ACCESS = 'samspel:route-access';
export const UNNOTICED = 'samspel:unnoticed';

const route = (access: RouteAccess): MethodDecorator & ClassDecorator => SetMetadata(ROUTE_ACCESS, access);

export const Open = (): MethodDecorator => route({ audience: 'OPEN' });
/** Either audience; the session is whichever the request carries (the staff one first). */
export const AnySession = (): MethodDecorator & ClassDecorator => route({ audience: 'ANY' });
export const ForCitizen = (): MethodDecorator & ClassDecorator => route({ audience: 'CITIZEN' });
export const ForStaff = (...roles: StaffRole[]): MethodDecorator & ClassDecorator => route({ audience: 'STAFF', roles });
/** Needs LoA 3 within the last five minutes. */
export const ForStaffWithStepUp = (...roles: StaffRole[]): MethodDecorator => route({ audience: 'STAFF', roles, stepUp: true });

/** What a page asks by itself is no sign that somebody is there: it leaves the idle limit where it is. */
export const Unnoticed = (): MethodDecorator => SetMetadata(UNNOTICED, true);

/** Everybody who may belong to a care team. Supervisors may; administrators and federation managers never reach case content. */
export const CASE_ROLES = ['CASEWORKER', 'SUPERVISOR'] as const satisfies readonly StaffRole[];
export const ALL_STAFF = ['CASEWORKER', 'SUPERVISOR', 'ADMINISTRATOR', 'FEDERATION_MANAGER'] as const satisfies readonly StaffRole[];

export interface RequestWithActor extends Request {
  actor?: Actor;
}

const actorOf = (context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw new Error('this route is open: it has no actor');
  return actor;
};

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(context));

export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const actor = actorOf(context);
  if (actor.kind !== 'STAFF') throw new Error('this route is not marked for staff');
  return actor;
});

export const CurrentCitizen = createParamDecorator((_: unknown, context: ExecutionContext): CitizenActor => {
  const actor = actorOf(context);
  if (actor.kind !== 'CITIZEN') throw new Error('this route is not marked for citizens');
  return actor;
});
