import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { apiInterceptor } from '../api/interceptor.ts';
import { Live, type LiveEvent } from '../api/live.ts';
import { CaseStore } from './case-store.ts';

const ADDRESS = '/api/v1/cases/c1';

function set(): { store: CaseStore; http: HttpTestingController; live: Subject<LiveEvent> } {
  const live = new Subject<LiveEvent>();
  TestBed.configureTestingModule({
    providers: [
      CaseStore,
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Live, useValue: { about: () => live } },
    ],
  });
  return { store: TestBed.inject(CaseStore), http: TestBed.inject(HttpTestingController), live };
}

async function opened(): Promise<ReturnType<typeof set>> {
  const all = set();
  all.store.id.set('c1');
  TestBed.tick();
  all.http.expectOne(ADDRESS).flush({ id: 'c1', version: 1 });
  await settled();
  return all;
}

/** The answer of a resource arrives some microtasks after the request's. */
async function settled(): Promise<void> {
  await TestBed.inject(ApplicationRef).whenStable();
  TestBed.tick();
}

const changed: LiveEvent = { type: 'case', ref: 'c1' };

describe('CaseStore', () => {
  it('reads again at once when something changed and nobody is writing', async () => {
    const { store, http, live } = await opened();
    live.next(changed);
    TestBed.tick();
    http.expectOne(ADDRESS).flush({ id: 'c1', version: 2 });
    await settled();
    expect(store.view()?.version).toBe(2);
    expect(store.news()).toBe(0);
  });

  it('only counts while somebody is writing, and starts over once the newer case is shown', async () => {
    const { store, http, live } = await opened();
    TestBed.runInInjectionContext(() => store.whileWriting(() => true));
    live.next(changed);
    live.next(changed);
    TestBed.tick();
    http.expectNone(ADDRESS);
    expect(store.news()).toBe(2);
    store.reload();
    TestBed.tick();
    http.expectOne(ADDRESS).flush({ id: 'c1', version: 3 });
    await settled();
    expect(store.news()).toBe(0);
  });

  it('says that the case was lost when it was on the screen and is now hidden, and keeps nothing of it', async () => {
    const { store, http, live } = await opened();
    live.next(changed);
    TestBed.tick();
    http.expectOne(ADDRESS).flush({ type: 'urn:samspel:not_found' }, { status: 404, statusText: 'x' });
    await settled();
    expect(store.view()).toBeUndefined();
    expect(store.lost()).toBe(true);
  });

  it('says nothing of a loss where there was never anything to see', async () => {
    const { store, http } = set();
    store.id.set('c1');
    TestBed.tick();
    http.expectOne(ADDRESS).flush({ type: 'urn:samspel:not_found' }, { status: 404, statusText: 'x' });
    await settled();
    expect(store.lost()).toBe(false);
  });
});
