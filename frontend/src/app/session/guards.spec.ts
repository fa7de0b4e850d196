import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { apiInterceptor } from '../api/interceptor.ts';
import { OPEN_EVENT_SOURCE } from '../api/live.ts';
import { forAudience, startPage, withNavigation } from './guards.ts';
import { type Session } from './session.ts';
import { sessionOf } from './sessions.testing.ts';

@Component({ template: '' })
class Page {}

/** Opens an address as somebody (null: signed out) and says where one ends up. */
async function open(address: string, staff: Session | null, citizen: Session | null = null): Promise<string> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: OPEN_EVENT_SOURCE, useValue: () => ({ close: () => undefined }) },
      provideRouter([
        { path: '', pathMatch: 'full', canMatch: [startPage], data: { is: 'my-day' }, component: Page },
        { path: '', pathMatch: 'full', canMatch: [forAudience('staff')], data: { is: 'federation' }, component: Page },
        { path: 'arenden', canMatch: [forAudience('staff'), withNavigation('cases')], data: { is: 'cases' }, component: Page },
        { path: 'min-plan', canMatch: [forAudience('citizen')], data: { is: 'my-plan' }, component: Page },
        ...['drift', 'logga-in', 'for-medarbetare', 'for-invanare', '**'].map((path) => ({ path, data: { is: path }, component: Page })),
      ]),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  let done = false;
  const navigated = harness.navigateByUrl(address).finally(() => (done = true));
  const deadline = Date.now() + 2_000;
  while (!done && Date.now() < deadline) {
    for (const request of http.match(() => true)) {
      const asked = request.request.params.get('audience') === 'citizen' ? citizen : (staff ?? citizen);
      if (asked === null) request.flush(null, { status: 401, statusText: 'x' });
      else request.flush(asked);
    }
    await Promise.resolve();
  }
  await navigated;
  let leaf = TestBed.inject(Router).routerState.snapshot.root;
  while (leaf.firstChild !== null) leaf = leaf.firstChild;
  return String(leaf.data['is']);
}

const caseworker = sessionOf('staff');
const eva = sessionOf('citizen');

describe('who may open what', () => {
  it.each<[string, Session | null, Session | null, string]>([
    ['/', caseworker, null, 'my-day'],
    ['/', sessionOf('staff', { navigation: ['operations'] }), null, 'drift'],
    ['/', sessionOf('staff', { navigation: [] }), null, 'federation'],
    ['/', null, eva, 'my-plan'],
    ['/', null, null, 'logga-in'],
    ['/arenden', caseworker, null, 'cases'],
    ['/arenden', sessionOf('staff', { navigation: ['operations'] }), null, '**'],
    ['/arenden', null, eva, 'for-medarbetare'],
    ['/arenden', null, null, 'logga-in'],
    ['/min-plan', caseworker, null, 'for-invanare'],
    ['/min-plan', caseworker, eva, 'my-plan'],
  ])('%s opens the right page', async (address, staff, citizen, page) => {
    expect(await open(address, staff, citizen)).toBe(page);
  });
});
