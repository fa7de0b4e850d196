import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { apiInterceptor } from '../api/interceptor.ts';
import { OPEN_EVENT_SOURCE } from '../api/live.ts';
import { type Session } from '../session/session.ts';
import { SessionStore } from '../session/session.store.ts';
import { sessionOf } from '../session/sessions.testing.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Announcer } from '../ui/announcer.ts';
import { type DemoClockView } from './demo-clock.ts';
import { DemoClockBar } from './demo-clock-bar.ts';
import { DemoClockCard } from './demo-clock-card.ts';

const STILL: DemoClockView = { now: '2026-11-23T09:00:00Z', today: '2026-11-23', shiftDays: 0, shiftWorkingDays: 0, nextWorkingDay: '2026-11-24' };
const AHEAD: DemoClockView = { now: '2026-11-26T09:00:00Z', today: '2026-11-26', shiftDays: 3, shiftWorkingDays: 3, nextWorkingDay: '2026-11-27' };

@Component({ imports: [DemoClockBar], template: '<app-demo-clock-bar />' })
class BarPage {}
@Component({ imports: [DemoClockCard], template: '<app-demo-clock-card />' })
class CardPage {}

interface Shown {
  root: HTMLElement;
  http: HttpTestingController;
  tell: (event: object) => void;
  settle: () => Promise<void>;
  clock: (view: DemoClockView) => Promise<void>;
  button: (name: string) => HTMLButtonElement;
}

async function show<T>(page: Type<T>, session: Partial<Session> = {}): Promise<Shown> {
  const source: { onmessage?: (message: { data: string }) => void; close: () => void } = { close: () => undefined };
  TestBed.configureTestingModule({
    providers: [
      provideTexts('demo'),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: OPEN_EVENT_SOURCE, useValue: () => source },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture: ComponentFixture<T> = TestBed.createComponent(page);
  const signedIn = TestBed.inject(SessionStore).ensure();
  http.expectOne('/api/v1/session').flush(sessionOf('staff', session));
  await signedIn;
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
    fixture.detectChanges();
    TestBed.tick();
  };
  await settle();
  const root = fixture.nativeElement as HTMLElement;
  return {
    root,
    http,
    settle,
    tell: (event) => source.onmessage?.({ data: JSON.stringify(event) }),
    clock: async (view) => {
      http.expectOne('/api/v1/demo/clock').flush(view);
      await settle();
      await settle();
    },
    button: (name) => [...root.querySelectorAll('button')].find((each) => each.textContent.includes(name))!,
  };
}

describe('the demo clock on every staff page', () => {
  it('is not there while the day is the real one', async () => {
    const { root, clock } = await show(BarPage);
    await clock(STILL);
    expect(root.textContent.trim()).toBe('');
  });

  it.each([
    [AHEAD, 'Demoklockan: torsdag 26 november 2026, 3 arbetsdagar framåt'],
    [{ ...AHEAD, shiftWorkingDays: 1 }, 'Demoklockan: torsdag 26 november 2026, 1 arbetsdag framåt'],
    [{ ...AHEAD, shiftDays: 1, shiftWorkingDays: 0 }, 'Demoklockan: torsdag 26 november 2026, 1 dag framåt'],
  ])('says which day it is and how far that is ahead', async (view, text) => {
    const { root, clock } = await show(BarPage);
    await clock(view);
    expect(root.textContent.trim()).toBe(text);
  });

  it('follows when somebody moves it, and the whole client with it', async () => {
    const { root, http, clock, tell, settle } = await show(BarPage);
    await clock(STILL);
    tell({ type: 'clock', ref: 'all' });
    await settle();
    http.expectOne('/api/v1/session').flush(sessionOf('staff', { domainToday: '2026-11-26' }));
    await clock(AHEAD);
    expect(root.textContent).toContain('torsdag 26 november');
    expect(TestBed.inject(SessionStore).today()).toBe('2026-11-26');
  });

  it('reads again when it was moved while it was being read', async () => {
    const { root, http, clock, tell, settle } = await show(BarPage);
    tell({ type: 'clock', ref: 'all' });
    await settle();
    http.expectOne('/api/v1/session').flush(sessionOf('staff'));
    await clock(STILL);
    await clock(AHEAD);
    expect(root.textContent).toContain('torsdag 26 november');
  });

  it('is never asked for outside the demo', async () => {
    (await show(BarPage, { demo: false })).http.expectNone('/api/v1/demo/clock');
  });
});

describe('the card that lets time pass', () => {
  it('says what will happen, moves the day once, says where it stands and keeps the focus', async () => {
    const { root, http, clock, button, settle } = await show(CardPage);
    await clock(STILL);
    expect(root.textContent).toContain('I demon är det måndag 23 november 2026 kl. 10.00.');
    expect(root.textContent).toContain('Larm och mejl som skulle ha gått ut under tiden går ut nu. Klockan går inte att vrida tillbaka.');
    document.body.append(root);
    const forward = button('Hoppa fram 1 arbetsdag');
    forward.focus();
    forward.click();
    await settle();
    expect([forward, button('Hoppa fram 5 arbetsdagar')].map((each) => each.getAttribute('aria-disabled'))).toEqual(['true', 'true']);
    forward.click();
    button('Hoppa fram 5 arbetsdagar').click();
    const sent = http.expectOne('/api/v1/demo/clock/jumps');
    expect(sent.request.body).toEqual({ workingDays: 1 });
    expect(sent.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    sent.flush({ id: 'j1' });
    await settle();
    await clock(AHEAD);
    await clock(AHEAD);
    expect(TestBed.inject(Announcer).text()).toBe('Demoklockan står nu på torsdag 26 november 2026.');
    expect(root.textContent).toContain('torsdag 26 november 2026 kl. 10.00');
    expect(document.activeElement).toBe(forward);
    expect(forward.getAttribute('aria-disabled')).toBeNull();
    root.remove();
  });

  it('tries the same jump again under the same key, and another one under its own', async () => {
    const { root, http, clock, button, settle } = await show(CardPage);
    await clock(STILL);
    const keys: (string | null)[] = [];
    for (const name of ['Hoppa fram 5 arbetsdagar', 'Hoppa fram 5 arbetsdagar', 'Hoppa fram 1 arbetsdag']) {
      button(name).click();
      await settle();
      const sent = http.expectOne('/api/v1/demo/clock/jumps');
      keys.push(sent.request.headers.get('Idempotency-Key'));
      sent.flush(null, { status: 503, statusText: 'x' });
      await settle();
      expect(root.querySelectorAll('ui-problem')).toHaveLength(1);
    }
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});
