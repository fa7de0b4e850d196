import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type CaseView, type GoalView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { CaseStore } from '../case/case-store.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { GoalForm } from './goal.form.ts';
import { goal, KARIN, LENA, plan } from './plans.testing.ts';

const VIEW = {
  id: 'c1',
  person: { givenName: 'Eva', familyName: 'Lind' },
  participants: [{ staff: LENA }, { staff: KARIN }],
  consents: { items: [] },
} as unknown as CaseView;
const GOAL = '/api/v1/goals/g1';

interface Page {
  readonly fixture: ComponentFixture<GoalForm>;
  readonly root: HTMLElement;
  readonly http: HttpTestingController;
  readonly done: { times: number };
  type(label: string, text: string): void;
  send(): Promise<void>;
  /** The request of the form, among drafts and hints of presence. */
  sent(url: string, method: string): TestRequest;
}

async function page(item: GoalView | null): Promise<Page> {
  const store = { whileWriting: () => undefined, reload: () => undefined };
  TestBed.configureTestingModule({
    providers: [
      provideTexts('plan', 'case', 'note'),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: CaseStore, useValue: store },
    ],
  });
  const fixture = TestBed.createComponent(GoalForm);
  fixture.componentRef.setInput('view', VIEW);
  fixture.componentRef.setInput('plan', plan({ goals: [goal()] }));
  fixture.componentRef.setInput('item', item);
  const done = { times: 0 };
  fixture.componentInstance.done.subscribe(() => (done.times += 1));
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const http = TestBed.inject(HttpTestingController);
  return {
    fixture,
    root,
    http,
    done,
    type: (label, text) => {
      const field = [...root.querySelectorAll('ui-field')].find((each) => each.querySelector('label')?.textContent.includes(label));
      const area = field?.querySelector('textarea');
      if (!area) throw new Error(`no field ${label}`);
      area.value = text;
      area.dispatchEvent(new Event('input'));
      fixture.detectChanges();
    },
    send: async () => {
      root.querySelector('form')?.dispatchEvent(new Event('submit'));
      await settle(fixture);
    },
    sent: (url, method) => {
      const [found] = http.match((request) => request.url === url && request.method === method);
      if (found === undefined) throw new Error(`no ${method} ${url}`);
      return found;
    },
  };
}

async function settle(fixture: ComponentFixture<unknown>): Promise<void> {
  for (let i = 0; i < 6; i++) await Promise.resolve();
  fixture.detectChanges();
}

describe('writing a goal', () => {
  it('makes a draft of the own organisation unless it is to be shared at once', async () => {
    const { type, send, sent } = await page(null);
    type('Målet', 'Eva arbetar halva dagar.');
    await send();
    const { request } = sent('/api/v1/plans/plan/goals', 'POST');
    expect(request.headers.get('Idempotency-Key')).not.toBeNull();
    expect(request.body).toEqual({
      ...{ text: 'Eva arbetar halva dagar.', ownWords: null, plain: null, goalKind: 'MAIN', parentId: null, targetOn: null },
      ...{ conflict: null, conflictOrganisationIds: [], share: false },
    });
  });

  it('sends nothing without words', async () => {
    const { http, send, root } = await page(null);
    await send();
    http.expectNone('/api/v1/plans/plan/goals');
    expect(root.querySelector('.error-sum')?.textContent).toContain('Skriv målet.');
  });

  it('changes a goal on the version it was written on', async () => {
    const { type, send, sent, done, fixture } = await page(goal({ version: 7 }));
    type('Målet', 'Nytt.');
    await send();
    const put = sent(GOAL, 'PUT');
    expect(put.request.headers.get('If-Match')).toBe('"7"');
    expect(put.request.body).toMatchObject({ text: 'Nytt.', ownWords: 'Säga nej utan att få ont i magen' });
    put.flush({ version: 8, notReached: [] });
    await settle(fixture);
    expect(done.times).toBe(1);
  });

  it('loses neither text when somebody else was first', async () => {
    const { type, send, sent, fixture, root, http } = await page(goal({ version: 7, shared: false }));
    type('Målet', 'Mitt.');
    await send();
    sent(GOAL, 'PUT').flush({ type: 'urn:samspel:version' }, { status: 412, statusText: 'x' });
    await settle(fixture);
    const theirs = goal({ version: 8, text: 'Deras.', changedBy: KARIN });
    http.expectOne('/api/v1/plan-items/g1').flush({ kind: 'GOAL', part: null, goal: theirs, activity: null, followUp: null });
    await settle(fixture);
    const merge = root.querySelector('app-merge');
    expect(merge?.textContent).toContain('Karin hann ändra samma sak.');
    expect([merge?.textContent.includes('Mitt.'), merge?.textContent.includes('Deras.')]).toEqual([true, true]);
    [...root.querySelectorAll('label.choice')]
      .find((each) => each.textContent.includes('Båda'))
      ?.querySelector('input')
      ?.click();
    [...root.querySelectorAll('button')].find((each) => each.textContent.includes('Spara så här'))?.click();
    await settle(fixture);
    const merged = sent(GOAL, 'PUT');
    expect(merged.request.headers.get('If-Match')).toBe('"8"');
    expect(merged.request.body).toMatchObject({ text: 'Deras.\n\nMitt.' });
  });

  it('goes on with what was typed on an older version, and does not pretend to have seen the newer', async () => {
    const found = await page(goal({ version: 9, shared: false }));
    const kept = JSON.stringify({ version: 7, fields: { text: 'Från i går.' } });
    found.sent('/api/v1/drafts/goal:g1', 'GET').flush({ text: kept });
    await settle(found.fixture);
    await found.send();
    const put = found.sent(GOAL, 'PUT');
    expect([put.request.headers.get('If-Match'), (put.request.body as { text: string }).text]).toEqual(['"7"', 'Från i går.']);
  });
});
