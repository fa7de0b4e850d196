import { jest } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { apiInterceptor } from '../api/interceptor.ts';
import { OPEN_EVENT_SOURCE } from '../api/live.ts';
import { SignedOut } from '../api/signed-out.ts';
import { Idle } from './idle.ts';
import { LEAVE } from './leave.ts';
import { SessionStore } from './session.store.ts';
import { sessionOf } from './sessions.testing.ts';

const streams: string[] = [];
const sources: { onerror?: () => void; close: () => void }[] = [];
const left: string[] = [];

function set(): { store: SessionStore; http: HttpTestingController } {
  streams.length = 0;
  sources.length = 0;
  left.length = 0;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: LEAVE, useValue: (address: string) => left.push(address) },
      {
        provide: OPEN_EVENT_SOURCE,
        useValue: (url: string) => {
          streams.push(url);
          sources.push({ close: () => undefined });
          return sources.at(-1);
        },
      },
    ],
  });
  return { store: TestBed.inject(SessionStore), http: TestBed.inject(HttpTestingController) };
}

async function signedIn(change: Parameters<typeof sessionOf>[1] = {}): Promise<ReturnType<typeof set>> {
  const all = set();
  const asked = all.store.ensure();
  all.http.expectOne('/api/v1/session').flush(sessionOf('staff', change));
  await asked;
  return all;
}

describe('SessionStore', () => {
  it('asks once however many guards ask, and opens the stream of the audience', async () => {
    const { store, http } = set();
    const asked = Promise.all([store.ensure('citizen'), store.ensure('citizen')]);
    http.expectOne('/api/v1/session?audience=citizen').flush(sessionOf('citizen'));
    expect((await asked).map((session) => session?.audience)).toEqual(['citizen', 'citizen']);
    expect(streams).toEqual(['/api/v1/live?audience=citizen']);
  });

  it('learns from a broken stream that the sign-in was ended elsewhere', async () => {
    const { http } = await signedIn();
    sources[0]?.onerror?.();
    TestBed.tick();
    http.expectOne('/api/v1/session').flush(null, { status: 401, statusText: 'x' });
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(TestBed.inject(SignedOut).now()).toBe(true);
  });

  it('is nobody when signed out, without disturbing the page', async () => {
    const { store, http } = set();
    const asked = store.ensure();
    http.expectOne('/api/v1/session').flush(null, { status: 401, statusText: 'x' });
    expect(await asked).toBeNull();
    expect(TestBed.inject(SignedOut).now()).toBe(false);
  });

  it('goes on where it was when the same person signs in again', async () => {
    const { store, http } = await signedIn();
    const signedOut = TestBed.inject(SignedOut);
    signedOut.note();
    const returned = store.returned();
    http.expectOne('/api/v1/session').flush(sessionOf('staff', { sessionId: 'staff-2' }));
    await returned;
    expect(signedOut.now()).toBe(false);
    expect(signedOut.returned()).toBe(1);
    expect(left).toEqual([]);
  });

  it('never gives one person the page of another', async () => {
    const { store, http } = await signedIn();
    const returned = store.returned();
    http.expectOne('/api/v1/session').flush(sessionOf('staff', { name: 'Ahmed Haddad' }));
    await returned;
    expect(left).toEqual(['/']);
  });

  it('starts anew under another assignment', async () => {
    const { store, http } = await signedIn();
    const switched = store.switchTo('a2');
    const sent = http.expectOne('/api/v1/session/assignment');
    expect(sent.request.body).toEqual({ assignmentId: 'a2' });
    sent.flush(sessionOf('staff'));
    await switched;
    expect(left).toEqual(['/']);
  });
});

describe('Idle', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-23T08:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('warns two minutes before the end, and ends', async () => {
    await signedIn();
    const idle = TestBed.inject(Idle);
    idle.start();
    jest.advanceTimersByTime(27 * 60_000);
    expect(idle.state()).toBe('working');
    jest.advanceTimersByTime(61_000);
    expect(idle.state()).toBe('warning');
    jest.advanceTimersByTime(120_000);
    expect(idle.state()).toBe('ended');
    TestBed.tick();
    expect(TestBed.inject(SignedOut).now()).toBe(true);
  });

  it('is moved by staying', async () => {
    const { http } = await signedIn();
    const idle = TestBed.inject(Idle);
    idle.start();
    jest.advanceTimersByTime(29 * 60_000);
    expect(idle.state()).toBe('warning');
    const stayed = idle.stay();
    http.expectOne('/api/v1/session/activity').flush(sessionOf('staff'));
    await stayed;
    expect(idle.state()).toBe('working');
  });

  it('hears that somebody works, but tells the server rarely', async () => {
    const { http } = await signedIn();
    TestBed.inject(Idle).start();
    document.dispatchEvent(new Event('keydown'));
    http.expectNone('/api/v1/session/activity');
    jest.advanceTimersByTime(5 * 60_000);
    document.dispatchEvent(new Event('keydown'));
    document.dispatchEvent(new Event('keydown'));
    http.expectOne('/api/v1/session/activity');
  });
});
