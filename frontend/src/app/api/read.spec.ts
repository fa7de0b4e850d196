import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { apiInterceptor } from './interceptor.ts';
import { type Read, read } from './read.ts';
import { SignedOut } from './signed-out.ts';

const path = signal<string | undefined>('/cases/1');

async function settle(): Promise<void> {
  await TestBed.inject(ApplicationRef).whenStable();
}

function open(): { cases: Read<{ n: number }>; http: HttpTestingController } {
  path.set('/cases/1');
  TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()] });
  const cases = TestBed.runInInjectionContext(() => read<{ n: number }>(() => path()));
  TestBed.tick();
  return { cases, http: TestBed.inject(HttpTestingController) };
}

async function opened(): Promise<{ cases: Read<{ n: number }>; http: HttpTestingController }> {
  const { cases, http } = open();
  http.expectOne('/api/v1/cases/1').flush({ n: 1 }, { headers: { ETag: '"1"' } });
  await settle();
  expect(cases.value()).toEqual({ n: 1 });
  return { cases, http };
}

describe('read', () => {
  it('has the value, when it was true, and its version', async () => {
    const { cases } = await opened();
    expect(cases.readAt()).toBeInstanceOf(Date);
    expect(cases.etag()).toBe('"1"');
  });

  it('keeps what it shows while it reads again', async () => {
    const { cases, http } = await opened();
    cases.reload();
    TestBed.tick();
    expect(cases.value()).toEqual({ n: 1 });
    http.expectOne('/api/v1/cases/1').flush({ n: 2 });
    await settle();
    expect(cases.value()).toEqual({ n: 2 });
  });

  it('keeps what it shows when the server does not answer', async () => {
    const { cases, http } = await opened();
    cases.reload();
    TestBed.tick();
    http.expectOne('/api/v1/cases/1').flush(null, { status: 503, statusText: 'x' });
    await settle();
    expect(cases.problem()?.status).toBe(503);
    expect(cases.value()).toEqual({ n: 1 });
  });

  it('takes away what the reader may no longer see', async () => {
    const { cases, http } = await opened();
    cases.reload();
    TestBed.tick();
    http.expectOne('/api/v1/cases/1').flush(null, { status: 404, statusText: 'x' });
    await settle();
    expect(cases.problem()?.hidden).toBe(true);
    expect(cases.value()).toBeUndefined();
  });

  it('never shows one thing under the address of another', async () => {
    const { cases, http } = await opened();
    path.set('/cases/2');
    TestBed.tick();
    expect(cases.value()).toBeUndefined();
    http.expectOne('/api/v1/cases/2').flush({ n: 7 });
    await settle();
    expect(cases.value()).toEqual({ n: 7 });
  });

  it('reads again after a new sign-in', async () => {
    const { http } = await opened();
    const signedOut = TestBed.inject(SignedOut);
    signedOut.note();
    signedOut.cameBack();
    TestBed.tick();
    http.expectOne('/api/v1/cases/1');
  });
});
