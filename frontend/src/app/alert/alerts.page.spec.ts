import { NgComponentOutlet } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Subject } from 'rxjs';
import { type AlertView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { Live, type LiveEvent } from '../api/live.ts';
import { type Session } from '../session/session.ts';
import { SessionStore } from '../session/session.store.ts';
import { sessionOf } from '../session/sessions.testing.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { AlertBadge } from './alert-badge.ts';
import { alertRow } from './alerts.testing.ts';
import AlertsPage from './alerts.page.ts';

@Component({ imports: [AlertBadge, NgComponentOutlet], template: '<app-alert-badge /><ng-container [ngComponentOutlet]="page" />' })
class Page {
  readonly page = AlertsPage;
}

const COUNT = '/api/v1/alerts/count';
const LIST = '/api/v1/alerts?state=open&limit=50';

interface Opened {
  fixture: ComponentFixture<Page>;
  root: HTMLElement;
  http: HttpTestingController;
  live: Subject<LiveEvent>;
  settle: () => Promise<void>;
  answer: (items: readonly AlertView[], open?: number) => Promise<void>;
}

async function open(me: string, navigation: Session['navigation']): Promise<Opened> {
  const live = new Subject<LiveEvent>();
  const current = signal(sessionOf('staff', { navigation }));
  TestBed.configureTestingModule({
    providers: [
      provideTexts('alert', 'shell', 'ui', 'problem'),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Live, useValue: { events: live } },
      { provide: SessionStore, useValue: { current, assignment: signal({ id: me }), today: signal('2026-11-24') } },
    ],
  });
  const fixture = TestBed.createComponent(Page);
  const http = TestBed.inject(HttpTestingController);
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 4; i++) {
      for (let k = 0; k < 5; k++) await Promise.resolve();
      fixture.detectChanges();
      TestBed.tick();
    }
  };
  await settle();
  return {
    ...{ fixture, http, live, settle, root: fixture.nativeElement as HTMLElement },
    answer: async (items, count = items.length) => {
      http.expectOne(COUNT).flush({ open: count });
      http.expectOne(LIST).flush({ items, open: count });
      await settle();
    },
  };
}

const STAFF: Session['navigation'] = ['my-day', 'cases'];

describe('alerts', () => {
  it('are counted in the top bar, live, and listed with why and since when', async () => {
    const { root, live, settle, answer } = await open('noor', STAFF);
    await answer([alertRow()]);
    expect(root.querySelector('app-alert-badge a')?.getAttribute('aria-label')).toBe('Larm: 1 öppet');
    expect(root.querySelector('li')?.textContent).toContain('S-0412: en arbetsdag över gränsen, och ingen på AF Sjöstad har tackat ja.');
    expect(root.querySelector('.task__meta')?.textContent.replace(/\s+/g, ' ')).toContain('Sedan tis 24 nov 08.00Ansvarar nu: Karin Berg');
    live.next({ type: 'my-day', ref: 'noor' });
    await settle();
    await answer([alertRow(), alertRow({ id: 'a2' })]);
    expect(root.querySelector('app-alert-badge ui-count')?.textContent).toBe('2');
    expect(root.querySelectorAll('li')).toHaveLength(1);
    expect(root.querySelector('ui-live-pill')?.textContent).toContain('1 ny ändring – visa');
  });

  it('stay in place, said to be seen, once they have been acknowledged', async () => {
    const { root, http, settle, answer } = await open('noor', STAFF);
    await answer([alertRow()]);
    root.querySelector<HTMLButtonElement>('li button')!.click();
    await settle();
    http.expectOne('/api/v1/alerts/a1/acknowledgement').flush(null);
    await settle();
    await answer([]);
    expect(root.querySelector('li')?.textContent).toContain('Kvitterat nyss');
    expect(root.querySelector('.lead')?.textContent).toBe('Inget larm väntar på dig.');
    expect(root.querySelector('app-alert-badge a')?.getAttribute('aria-label')).toBe('Larm: inga öppna');
  });

  it.each([
    ['noor', STAFF, '/overlamningar/h1'],
    ['per', [...STAFF, 'stalled'], '/fastnat?rad=h1'],
    // A supervisor who is the sender themself reads the words too.
    ['karin', [...STAFF, 'stalled'], '/overlamningar/h1'],
  ] as const)('lead %s (%j) to %s', async (me, navigation, href) => {
    const { root, answer } = await open(me, navigation as unknown as Session['navigation']);
    await answer([alertRow()]);
    expect(root.querySelector('li a')?.getAttribute('href')).toBe(href);
  });

  it('are nothing to somebody who gets none', async () => {
    const { root, http } = await open('admin', ['operations']);
    http.expectNone(COUNT);
    expect(root.querySelector('app-alert-badge a')).toBeNull();
  });
});
