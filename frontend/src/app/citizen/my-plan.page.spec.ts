import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Subject } from 'rxjs';
import { type MyMessageView, type MyPlanView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { Live, type LiveEvent } from '../api/live.ts';
import { SessionStore } from '../session/session.store.ts';
import { provideTexts } from '../text/texts.testing.ts';
import MyPlanPage from './my-plan.page.ts';
import { message, planView } from './plan/my-plan.testing.ts';

interface Opened {
  readonly root: HTMLElement;
  readonly http: HttpTestingController;
  readonly settle: () => Promise<void>;
  readonly press: (selector: string) => Promise<void>;
  /** Answers every read that is under way. */
  readonly answer: (messages: readonly MyMessageView[]) => Promise<void>;
}

async function open(view: MyPlanView = planView()): Promise<Opened> {
  TestBed.configureTestingModule({
    providers: [
      provideTexts('citizen', 'person-plan', 'voice', 'timeline', 'ui', 'problem'),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Live, useValue: { events: new Subject<LiveEvent>() } },
      { provide: SessionStore, useValue: { today: signal('2026-11-23'), current: signal(null) } },
    ],
  });
  const fixture = TestBed.createComponent(MyPlanPage);
  const http = TestBed.inject(HttpTestingController);
  const root = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 6; i++) {
      for (let k = 0; k < 5; k++) await Promise.resolve();
      fixture.detectChanges();
      TestBed.tick();
    }
  };
  const reads: Readonly<Record<string, (messages: readonly MyMessageView[]) => object>> = {
    '/api/v1/me/plan': () => view,
    '/api/v1/me/messages': (items) => ({ items }),
    '/api/v1/me/ratings': () => ({ items: [{ on: '2026-11-12', value: 6, recordedForm: null }] }),
    '/api/v1/me/consent-proposals': () => ({ items: [] }),
  };
  const answer = async (messages: readonly MyMessageView[]): Promise<void> => {
    for (const request of http.match(({ method }) => method === 'GET')) request.flush(reads[request.request.url]!(messages));
    await settle();
  };
  const press = async (selector: string): Promise<void> => {
    const element = root.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`nothing at ${selector}`);
    element.click();
    await settle();
  };
  await settle();
  await answer([]);
  return { root, http, settle, press, answer };
}

describe('Min plan', () => {
  it('tells the team what has stopped, and then who answers and when', async () => {
    const { root, http, press, settle, answer } = await open();
    await press('app-my-holder button');
    expect(root.querySelector('app-stop-sheet')?.textContent).toContain('Alla i ditt team får veta det direkt.');
    await press('app-stop-sheet input[value="NO_ANSWER"]');
    await press('app-stop-sheet .dialog__foot button');
    const sent = http.expectOne({ method: 'POST', url: '/api/v1/me/stops' });
    expect(sent.request.body).toEqual({ reason: 'NO_ANSWER' });
    expect(sent.request.headers.get('Idempotency-Key')).not.toBeNull();
    sent.flush({ id: 'm1' });
    await settle();
    await answer([message()]);
    expect(root.querySelector('app-stop-sheet [role=status]')?.textContent).toBe(
      'Vi har sagt det till teamet. Karin svarar senast 25 november 2026.',
    );
    await press('app-stop-sheet .dialog__foot button');
    expect(root.querySelector('app-stop-sheet dialog')?.hasAttribute('open')).toBe(false);
    expect(root.querySelector('app-my-messages .title')?.textContent).toBe('Här tar det stopp: Jag får inget svar');
  });

  it('sends no stop without a reason', async () => {
    const { root, http, press } = await open();
    await press('app-my-holder button');
    await press('app-stop-sheet .dialog__foot button');
    http.expectNone({ method: 'POST' });
    expect(root.querySelector('app-stop-sheet .error')?.textContent).toContain('Välj det som stämmer bäst.');
  });

  it('keeps what was typed when sending is refused', async () => {
    const { root, http, press, settle } = await open();
    await press('app-plan-matters button');
    const field = root.querySelector<HTMLTextAreaElement>('app-words-sheet textarea')!;
    expect(field.value).toBe('Jag vill orka vara mamma när jag kommer hem.');
    field.value = 'Jag vill orka bada.';
    field.dispatchEvent(new Event('input'));
    await press('app-words-sheet .dialog__foot button');
    http.expectOne({ method: 'PUT', url: '/api/v1/me/words' }).flush(null, { status: 503, statusText: 'no' });
    await settle();
    expect(field.value).toBe('Jag vill orka bada.');
    expect(root.querySelector('app-words-sheet ui-problem')).not.toBeNull();
  });

  it('asks for a call in one press, says who will call and by when, and takes it back in one', async () => {
    const { root, http, press, settle, answer } = await open();
    await press('app-ask-me button');
    const sent = http.expectOne({ method: 'POST', url: '/api/v1/me/requests' });
    expect(sent.request.body).toEqual({ kind: 'CALL_ME' });
    sent.flush({ id: 'm2' });
    await settle();
    await answer([message({ id: 'm2', kind: 'CALL_ME', reason: null, about: null })]);
    expect(root.querySelector('app-ask-me')?.textContent).toContain('Karin hör av sig senast 25 november 2026.');
    await press('app-ask-me ui-note button');
    http.expectOne({ method: 'PUT', url: '/api/v1/me/messages/m2/withdrawal' }).flush(null);
  });

  it('saves how much the plan helps, and an earlier answer is not taken for today’s', async () => {
    const { root, http, press } = await open();
    expect(root.querySelector('app-rate-plan input:checked')).toBeNull();
    expect(root.querySelector('app-rate-plan')?.textContent).toContain('Du svarade 6 den 12 november 2026.');
    await press('app-rate-plan input[value="8"]');
    await press('app-rate-plan button');
    expect(http.expectOne({ method: 'PUT', url: '/api/v1/me/rating' }).request.body).toEqual({ value: 8 });
  });

  it('is in on exactly the version that was read', async () => {
    const { http, press } = await open();
    await press('app-about-plan button');
    expect(http.expectOne({ method: 'PUT', url: '/api/v1/me/plan/agreement' }).request.body).toEqual({ number: 2 });
  });

  it('shows what there is before a plan is published, and says that it is not', async () => {
    const { root } = await open(planView({ plan: null, nextStep: { text: 'Karin ringer din chef.', due: null } }));
    expect(root.querySelector('.next__say')?.textContent).toBe('Karin ringer din chef.');
    expect(root.textContent).toContain('Planen är inte klar att läsa än. Karin säger till när den är det.');
    expect(root.querySelector('app-rate-plan')).toBeNull();
  });
});
