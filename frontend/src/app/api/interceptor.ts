import { HttpContextToken, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { ActingFor } from './acting-for.ts';
import { ApiProblem } from './problem.ts';
import { SignedOut } from './signed-out.ts';

export const IDEMPOTENCY_KEY = new HttpContextToken<string | null>(() => null);
export const IF_MATCH = new HttpContextToken<string | null>(() => null);
/** Set where "signed out" is an answer and not an interruption (asking who is signed in). */
export const MAY_BE_SIGNED_OUT = new HttpContextToken<boolean>(() => false);

const OWN = /^\/(api|auth)\//;
const OWN_DATA = /^\/api\/v1\/me\/(?!represented$)/;
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Adds the headers the API asks for and turns every refusal into an `ApiProblem`. */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!OWN.test(request.url)) return next(request);
  const signedOut = inject(SignedOut);
  return next(withHeaders(request, inject(ActingFor).personId())).pipe(
    catchError((error: unknown) => {
      const problem = ApiProblem.from(error);
      if (problem.status === 401 && problem.code !== 'auth.step_up_required' && !request.context.get(MAY_BE_SIGNED_OUT)) signedOut.note();
      return throwError(() => problem);
    }),
  );
};

function withHeaders(request: HttpRequest<unknown>, actingFor: string | null): HttpRequest<unknown> {
  const setHeaders: Record<string, string> = {};
  // A form or an image on another site cannot set this header, which is what makes it worth asking for.
  if (!SAFE.includes(request.method)) setHeaders['X-Requested-With'] = 'samspel';
  // Another tab may have begun to act for somebody else, or the right to may have ended: nothing is to land in the wrong person's case.
  if (!SAFE.includes(request.method) && OWN_DATA.test(request.url)) setHeaders['Samspel-Acting-For'] = actingFor ?? 'self';
  const key = request.context.get(IDEMPOTENCY_KEY);
  if (key !== null) setHeaders['Idempotency-Key'] = key;
  const version = request.context.get(IF_MATCH);
  if (version !== null) setHeaders['If-Match'] = version;
  return request.clone({ setHeaders });
}
