import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import { type MyDayActivity } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { LENA } from '../plan/plans.testing.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { ActivityLine } from './activity-line.ts';

const LATE: MyDayActivity = {
  ...{ id: 'a1', version: 4, case: { id: 'c1', reference: 'S-1', personName: 'Eva Lind' }, text: 'Ring Gunilla.', state: 'PLANNED', owner: LENA },
  ...{ due: '2026-11-20', days: -3, actions: ['activity.complete'] },
};
const DONE = '/api/v1/activities/a1/completion';

@Component({ imports: [ActivityLine], template: '<ul><li [appDayActivity]="activity()" (finished)="finished = finished + 1"></li></ul>' })
class Page {
  readonly activity = signal(LATE);
  finished = 0;
}

async function page(activity: MyDayActivity): Promise<{ fixture: ComponentFixture<Page>; root: HTMLElement; http: HttpTestingController }> {
  TestBed.configureTestingModule({
    providers: [provideTexts('my-day'), provideRouter([]), provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(Page);
  fixture.componentInstance.activity.set(activity);
  await fixture.whenStable();
  return { fixture, root: fixture.nativeElement as HTMLElement, http: TestBed.inject(HttpTestingController) };
}

describe('an activity on Min dag', () => {
  afterEach(() => jest.useRealTimers());

  it('is done in one click on the version of the row, once it can no longer be undone', async () => {
    const { fixture, root, http } = await page(LATE);
    expect(root.textContent).toContain('3 dagar sen');
    jest.useFakeTimers();
    root.querySelector<HTMLButtonElement>('.tick')?.click();
    fixture.detectChanges();
    jest.advanceTimersByTime(9_000);
    http.expectNone(DONE);
    jest.advanceTimersByTime(2_000);
    const done = http.expectOne(DONE);
    expect(done.request.headers.get('If-Match')).toBe('"4"');
    done.flush({});
    for (let i = 0; i < 5; i++) await Promise.resolve();
    expect(fixture.componentInstance.finished).toBe(1);
  });

  it('that another organisation asks for is answered in the case, not ticked off', async () => {
    const { root } = await page({ ...LATE, state: 'REQUESTED', days: 5, actions: ['activity.accept', 'activity.refuse'] });
    expect(root.querySelector('.tick')).toBeNull();
    expect(root.textContent).toContain('Lena Forsman frågar om ni kan ta den.');
    expect(root.querySelector<HTMLAnchorElement>('a.btn')?.getAttribute('href')).toBe('/arenden/c1#plan');
  });
});
