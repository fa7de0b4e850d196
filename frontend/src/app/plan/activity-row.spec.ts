import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import { type ActivityView, type CaseView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { CaseStore } from '../case/case-store.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { ActivityRow } from './activity-row.ts';
import { activity, AF } from './plans.testing.ts';

const VIEW = { id: 'c1', person: { givenName: 'Eva', familyName: 'Lind' }, participants: [], consents: { items: [] } } as unknown as CaseView;
const DONE = '/api/v1/activities/a1/completion';

@Component({ imports: [ActivityRow], template: '@if (shown()) { <ul><li [appActivity]="row()" [view]="view"></li></ul> }' })
class Page {
  readonly view = VIEW;
  readonly row = signal<ActivityView>(activity({ actions: ['activity.complete', 'activity.block', 'activity.note'] }));
  readonly shown = signal(true);
}

interface Found {
  readonly fixture: ComponentFixture<Page>;
  readonly http: HttpTestingController;
  readonly root: HTMLElement;
  press(name: string): void;
}

async function page(row?: ActivityView): Promise<Found> {
  TestBed.configureTestingModule({
    providers: [
      provideTexts('plan', 'case', 'note'),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: CaseStore, useValue: { whileWriting: () => undefined, reload: () => undefined } },
    ],
  });
  const fixture = TestBed.createComponent(Page);
  if (row !== undefined) fixture.componentInstance.row.set(row);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  return {
    fixture,
    http: TestBed.inject(HttpTestingController),
    root,
    press: (name) => {
      const button = [...root.querySelectorAll('button')].find((each) => `${each.textContent} ${each.getAttribute('aria-label')}`.includes(name));
      if (button === undefined) throw new Error(`no button ${name}`);
      button.click();
      fixture.detectChanges();
    },
  };
}

describe('an activity', () => {
  afterEach(() => jest.useRealTimers());

  it('is done in one click, and tells nobody for ten seconds', async () => {
    const { http, press, root } = await page();
    jest.useFakeTimers();
    press('Markera klart');
    expect(root.textContent).toContain('Klart.');
    jest.advanceTimersByTime(9_000);
    http.expectNone(DONE);
    press('Ångra');
    jest.advanceTimersByTime(20_000);
    http.expectNone(DONE);
  });

  it('reports it on the version that was read when the time is out', async () => {
    const { http, press } = await page();
    jest.useFakeTimers();
    press('Markera klart');
    jest.advanceTimersByTime(11_000);
    const { request } = http.expectOne(DONE);
    expect([request.method, request.headers.get('If-Match')]).toEqual(['PUT', '"3"']);
  });

  it('reports it when the page is left', async () => {
    const { fixture, http, press } = await page();
    press('Markera klart');
    fixture.componentInstance.shown.set(false);
    fixture.detectChanges();
    http.expectOne(DONE);
  });

  it('asks for a reason in place before it is blocked, and gives the focus back on Esc', async () => {
    const { fixture, http, press, root } = await page();
    press('Mer');
    press('Det finns ett hinder');
    await fixture.whenStable();
    root.querySelector('.in-place form')?.dispatchEvent(new Event('submit'));
    fixture.detectChanges();
    http.expectNone('/api/v1/activities/a1/block');
    expect(root.querySelector('.error-sum')?.textContent).toContain('Välj ett skäl.');
    [...root.querySelectorAll('label.choice')]
      .find((each) => each.textContent.includes('En regel hindrar'))
      ?.querySelector('input')
      ?.click();
    fixture.detectChanges();
    root.querySelector('.in-place form')?.dispatchEvent(new Event('submit'));
    expect(http.expectOne('/api/v1/activities/a1/block').request.body).toEqual({ category: 'REGULATION' });
    root.querySelector('.in-place')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    fixture.detectChanges();
    expect(root.querySelector('.in-place')).toBeNull();
  });

  it('offers nothing to somebody who only reads it', async () => {
    const requested = { organisation: AF, staff: null, at: '2026-11-18T08:00:00Z' };
    const { root } = await page(activity({ state: 'REQUESTED', requested, blocked: [{ action: 'activity.complete', because: 'not_owner' }] }));
    expect(root.querySelectorAll('button')).toHaveLength(0);
    expect(root.textContent).toContain('Väntar på AF');
  });
});
