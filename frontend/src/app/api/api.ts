import { HttpClient, HttpContext } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { IDEMPOTENCY_KEY, IF_MATCH } from './interceptor.ts';

/** A version as a view carries it (number) or as the server's ETag (quoted string). */
export type Version = number | string;
export type Query = Readonly<Record<string, string | number | boolean>>;

/** The address of an API path such as `/cases`. */
export function apiUrl(path: string): string {
  return `/api/v1${path}`;
}

/** Acts and one-off reads. Every method rejects with `ApiProblem`. For what a page shows, use `read()`. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  get<T>(path: string, params: Query = {}): Promise<T> {
    return firstValueFrom(this.http.get<T>(apiUrl(path), { params }));
  }

  /** Creates or sends something. `key` names the intended act and stays the same when it is tried again. */
  create<T>(path: string, body: unknown, key: string): Promise<T> {
    return firstValueFrom(this.http.post<T>(apiUrl(path), body, { context: new HttpContext().set(IDEMPOTENCY_KEY, key) }));
  }

  /** An act on something that exists: `PUT` on its sub-resource. */
  act<T>(path: string, body: unknown = {}, version?: Version): Promise<T> {
    return firstValueFrom(this.http.put<T>(apiUrl(path), body, { context: ifMatch(version) }));
  }

  /** Changes some fields of something that exists. */
  change<T>(path: string, body: unknown, version: Version): Promise<T> {
    return firstValueFrom(this.http.patch<T>(apiUrl(path), body, { context: ifMatch(version) }));
  }

  remove(path: string, version?: Version): Promise<void> {
    return firstValueFrom(this.http.delete<void>(apiUrl(path), { context: ifMatch(version) }));
  }
}

function ifMatch(version: Version | undefined): HttpContext {
  const context = new HttpContext();
  if (version === undefined) return context;
  return context.set(IF_MATCH, typeof version === 'number' ? `"${version}"` : version);
}
