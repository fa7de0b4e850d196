import { jest } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type HandoverView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { handoverRow } from './handovers.testing.ts';
import { OfferStore } from './offer-store.ts';

const OF = { caseId: 'c1', scope: 'CASE_OWNERSHIP' } as const;
const PAUSE_MS = 800;

const draft = (version: number, reason = 'Plan B.'): HandoverView =>
  ({
    ...handoverRow({ state: 'DRAFT', version }),
    content: { asked: 'Ta över', reason, checklist: [{ text: 'Rad', done: true }] },
  }) as unknown as HandoverView;

async function answered(): Promise<void> {
  for (let i = 0; i < 12; i++) await Promise.resolve();
}

describe('an offer that is being written', () => {
  let store: OfferStore;
  let http: HttpTestingController;
  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [OfferStore, provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
    });
    store = TestBed.inject(OfferStore);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => jest.useRealTimers());

  async function pause(): Promise<void> {
    jest.advanceTimersByTime(PAUSE_MS);
    await answered();
  }

  it('waits until it says to whom and by when, and keeps the text meanwhile', async () => {
    store.begin(OF, 'Ta över', null);
    store.write({ reason: 'Plan B.' });
    await pause();
    http.expectNone('/api/v1/cases/c1/handovers');
    expect(store.text().reason).toBe('Plan B.');
  });

  it('is created once, then changed on its version, and shows what the server holds', async () => {
    store.begin(OF, 'Ta över', null);
    store.write({ toUnitId: 'af-1', answerBy: '2026-11-26' });
    await pause();
    const made = http.expectOne('/api/v1/cases/c1/handovers');
    expect(made.request.body).toMatchObject({ scope: 'CASE_OWNERSHIP', toUnitId: 'af-1', asked: 'Ta över' });
    expect(made.request.headers.get('Idempotency-Key')).not.toBeNull();
    made.flush({ id: 'h1' });
    await answered();
    http.expectOne('/api/v1/handovers/h1').flush(draft(1));
    await answered();
    expect(store.keptAt()).not.toBeNull();

    store.write({ reason: 'Nytt.' });
    expect(store.keptAt()).toBeNull();
    await pause();
    const changed = http.expectOne('/api/v1/handovers/h1');
    expect([changed.request.method, changed.request.headers.get('If-Match')]).toEqual(['PUT', '"1"']);
    changed.flush(null);
    await answered();
    http.expectOne('/api/v1/handovers/h1').flush(draft(2, 'Nytt.'));
    await answered();
    expect(store.kept()?.version).toBe(2);
  });

  it('goes on with what was kept before, on the lines that were ticked', () => {
    store.begin(OF, 'Ta över', draft(3));
    expect(store.text()).toMatchObject({ toUnitId: 'af-1', reason: 'Plan B.', checklist: ['Rad'], answerBy: '2026-11-23' });
  });

  it('throws neither text away when another window was first', async () => {
    store.begin(OF, 'Ta över', draft(3));
    store.write({ reason: 'Mitt.' });
    await pause();
    http.expectOne('/api/v1/handovers/h1').flush({ type: 'urn:samspel:version' }, { status: 412, statusText: 'x' });
    await answered();
    http.expectOne('/api/v1/handovers/h1').flush(draft(4, 'Deras.'));
    await answered();
    expect([store.text().reason, store.met()?.content?.reason]).toEqual(['Mitt.', 'Deras.']);

    const settled = store.settle('Mitt och deras.');
    await answered();
    const merged = http.expectOne('/api/v1/handovers/h1');
    expect([merged.request.headers.get('If-Match'), (merged.request.body as { reason: string }).reason]).toEqual(['"4"', 'Mitt och deras.']);
    merged.flush(null);
    await answered();
    http.expectOne('/api/v1/handovers/h1').flush(draft(5, 'Mitt och deras.'));
    expect(await settled).toBe(true);
    expect(store.met()).toBeNull();
  });

  it('says no when it could not be kept', async () => {
    store.begin(OF, 'Ta över', draft(3));
    store.write({ reason: 'Mitt.' });
    const kept = store.keep();
    await answered();
    http.expectOne('/api/v1/handovers/h1').flush({}, { status: 503, statusText: 'x' });
    expect(await kept).toBe(false);
    expect(store.keeping.failed()).toBe(true);
  });

  it('says which activity, when it is about one', async () => {
    store.begin({ caseId: 'c1', scope: 'ACTIVITY', activityId: 'a1' }, 'Ta över', null);
    store.write({ toUnitId: 'af-1', answerBy: '2026-11-26' });
    await pause();
    expect(http.expectOne('/api/v1/cases/c1/handovers').request.body).toMatchObject({ scope: 'ACTIVITY', activityId: 'a1' });
  });
});
