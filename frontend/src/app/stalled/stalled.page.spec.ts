import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type StalledBoardView } from '@samspel/shared/api.ts';
import { Subject } from 'rxjs';
import { apiInterceptor } from '../api/interceptor.ts';
import { Live, type LiveEvent } from '../api/live.ts';
import { SessionStore } from '../session/session.store.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { AF, nominee, staff, stalledBoardOf, stalledRow, TO } from './rows.testing.ts';
import StalledPage from './stalled.page.ts';

const BOARD = '/api/v1/stalled-handovers?direction=both&limit=50';
const AHMED = nominee('ahmed', 'Ahmed Haddad', { inTeam: true });

interface Opened {
  root: HTMLElement;
  live: Subject<LiveEvent>;
  http: HttpTestingController;
  settle: () => Promise<void>;
  answer: (url: string, body: object | null) => Promise<TestRequest>;
  button: (name: string) => HTMLButtonElement;
  press: (name: string) => Promise<void>;
  text: () => string;
}

/** Per, supervisor of the receiving unit, on the board. */
async function open(board: StalledBoardView, path = '/fastnat', query = BOARD): Promise<Opened> {
  const live = new Subject<LiveEvent>();
  const session = { assignment: signal({ id: 'per', unit: TO, organisation: AF }), today: signal('2026-11-23'), current: signal(null) };
  TestBed.configureTestingModule({
    providers: [
      provideTexts('stalled', 'measures', 'caseload', 'alert', 'case', 'problem', 'ui', 'shell'),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'fastnat', component: StalledPage }]),
      { provide: Live, useValue: { events: live } },
      { provide: SessionStore, useValue: session },
    ],
  });
  const harness = await RouterTestingHarness.create();
  const http = TestBed.inject(HttpTestingController);
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 6; i++) {
      for (let k = 0; k < 5; k++) await Promise.resolve();
      harness.detectChanges();
      TestBed.tick();
    }
  };
  void harness.navigateByUrl(path);
  await settle();
  const root = harness.routeNativeElement!;
  document.body.append(root);
  const button = (name: string): HTMLButtonElement => {
    const found = [...root.querySelectorAll('button')].find((each) => each.textContent.replace(/\s+/g, ' ').includes(name));
    if (found === undefined) throw new Error(`no button "${name}" in ${root.textContent}`);
    return found;
  };
  const answer = async (url: string, body: object | null): Promise<TestRequest> => {
    const request = http.expectOne(url);
    request.flush(body);
    await settle();
    return request;
  };
  await answer(query, board);
  return {
    ...{ root, live, http, settle, answer, button },
    press: async (name) => {
      button(name).focus();
      button(name).click();
      await settle();
    },
    text: () => root.textContent.replace(/\s+/g, ' '),
  };
}

describe('Fastnat', () => {
  afterEach(() => document.body.replaceChildren());

  it('names a receiver in two presses when one is in the team, says so in the row and keeps the focus', async () => {
    const { answer, press, text, button } = await open(stalledBoardOf([stalledRow()]));
    expect(text()).toContain('En överlämning till eller från er har stannat.');
    await press('Utse mottagare, S-0412');
    await answer('/api/v1/stalled-handovers/h1/nominees', { items: [AHMED, nominee('noor', 'Noor Aziz')] });
    expect(text()).toContain('Karin håller i samordningen tills Ahmed har tackat ja.');
    await press('Utse Ahmed Haddad');
    const sent = await answer('/api/v1/stalled-handovers/h1/nomination', null);
    expect([sent.request.method, sent.request.body, sent.request.headers.get('If-Match')]).toEqual(['PUT', { assignmentId: 'ahmed' }, '"4"']);
    await answer(BOARD, stalledBoardOf([stalledRow({ version: 5, state: 'RECEIVED', nominee: AHMED.staff })]));
    expect(text()).toContain('Du har utsett Ahmed Haddad, som har fått frågan. Klockan går vidare tills Ahmed Haddad har tackat ja.');
    expect(document.activeElement?.closest('app-nominate')).not.toBeNull();
    expect(button('Stäng, S-0412').getAttribute('aria-expanded')).toBe('true');
  });

  it('chooses nobody beforehand when nobody is in the team, and names nobody then', async () => {
    const { answer, press, http, button } = await open(stalledBoardOf([stalledRow()]));
    await press('Utse mottagare, S-0412');
    await answer('/api/v1/stalled-handovers/h1/nominees', { items: [nominee('noor', 'Noor Aziz')] });
    const name = [...document.querySelectorAll<HTMLButtonElement>('app-nominate button')].find((each) =>
      each.textContent.includes('Utse mottagare'),
    )!;
    expect(name.getAttribute('aria-disabled')).toBe('true');
    name.click();
    http.expectNone('/api/v1/stalled-handovers/h1/nomination');
    expect(button('Påminn inflödet på AF Sjöstad')).toBeTruthy();
  });

  it('keeps a row that was acted on in its place, and says what happened, when the act takes it off the board', async () => {
    const unpausable = stalledRow({ pausedUntil: '2026-12-01', actions: ['handover.unpause'], nominatable: false });
    const { answer, press, text } = await open(stalledBoardOf([unpausable]), '/fastnat?slag=pausad', BOARD.replace('both', 'both&kind=PAUSED'));
    await press('Visa, S-0412');
    await press('Ta bort pausen');
    const sent = await answer('/api/v1/stalled-handovers/h1/pause', null);
    expect(sent.request.body).toEqual({ until: null });
    await answer(BOARD.replace('both', 'both&kind=PAUSED'), stalledBoardOf([]));
    expect(text()).toContain('Pausen är borttagen.');
    expect(document.activeElement?.textContent).toContain('Pausen är borttagen.');
    expect(text()).toContain('S-0412');
  });

  it('says why an act cannot be done now, and hides what is the other side’s', async () => {
    const row = stalledRow({
      nominatable: false,
      actions: ['handover.pause'],
      blocked: [
        { action: 'handover.nudge', because: 'nudged_recently' },
        { action: 'handover.nominate', because: 'not_receiver' },
        { action: 'handover.escalate', because: 'own_organisation' },
      ],
    });
    const { press, root } = await open(stalledBoardOf([row]));
    await press('Visa, S-0412');
    const acts = root.querySelector('.acts-list')!.textContent;
    expect(acts).toContain('Den har påmints de senaste fyra timmarna.');
    expect(acts).not.toContain('Ta upp med chefen');
  });

  it('moves nothing under the pointer when others act, and shows it when asked', async () => {
    const { answer, live, press, text, settle } = await open(stalledBoardOf([stalledRow()]));
    live.next({ type: 'stalled', ref: 'af' });
    await settle();
    await answer(BOARD, stalledBoardOf([stalledRow(), stalledRow({ id: 'h2', reference: 'S-0398' })], { notAccepted: 2 }));
    expect(text()).not.toContain('S-0398');
    await press('nya ändringar – visa');
    expect(text()).toContain('S-0398');
    expect(text()).toContain('Visar 2 av 2.');
  });

  it('filters by what a counter counts, in the address', async () => {
    const { answer, press, text } = await open(stalledBoardOf([stalledRow()], { silent: 2 }));
    await press('Tyst');
    expect(TestBed.inject(Router).url).toBe('/fastnat?slag=tyst');
    await answer(BOARD.replace('both', 'both&kind=SILENT'), stalledBoardOf([], { silent: 0 }));
    expect(text()).toContain('Inget har fastnat bland dem du valt att visa');
  });

  it('says when it was last true that nothing is stuck', async () => {
    const { text } = await open(stalledBoardOf([], { notAccepted: 0 }));
    expect(text()).toMatch(/Kontrollerat 08\.40\..*Inget har fastnat.*Kontrollerat \d\d\.\d\d/);
  });

  it('reads on where the first page ended', async () => {
    const { answer, press, text } = await open({ ...stalledBoardOf([stalledRow()], { notAccepted: 2 }), nextCursor: 'c/2' });
    expect(text()).toContain('Visar 1 av 2.');
    await press('Visa fler');
    await answer(`${BOARD}&cursor=c%2F2`, stalledBoardOf([stalledRow({ id: 'h2', reference: 'S-0398' })], { notAccepted: 2 }));
    expect(text()).toContain('Visar 2 av 2.');
  });

  it('reminds several after showing whom, and says who was not and why', async () => {
    const second = stalledRow({ id: 'h2', reference: 'S-0361', state: 'ACCEPTED', accountable: staff('noor', 'Noor Aziz', AF) });
    const { answer, press, text } = await open(stalledBoardOf([stalledRow(), second], { notAccepted: 2 }));
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true;
    };
    await press('Påminn flera');
    expect(text()).toContain('Påminner Noor Aziz');
    await press('Skicka 2 påminnelser');
    const sent = await answer('/api/v1/stalled-handovers/nudges', { nudged: ['h1'], skipped: [{ id: 'h2', because: 'handover.nudged' }] });
    expect(sent.request.body).toEqual({ ids: ['h1', 'h2'] });
    expect(text()).toContain('1 överlämning är påmind.');
    expect(text()).toContain('S-0361: har påmints de senaste fyra timmarna');
  });
});
