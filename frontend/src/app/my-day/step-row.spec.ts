import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import { type MyDayStep } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { StepRow } from './step-row.ts';

const STEP: MyDayStep = { case: { id: 'c1', reference: 'S-1', personName: 'Eva Lind' }, text: 'Ring Gunilla.', due: '2026-11-20', days: -3 };
const UNDO_MS = 9_000;

@Component({ imports: [StepRow], template: '@if (shown()) { <ul><li [appStep]="step" (finished)="finished = finished + 1"></li></ul> }' })
class Page {
  readonly step = STEP;
  readonly shown = signal(true);
  finished = 0;
}

async function page(): Promise<{ fixture: ComponentFixture<Page>; http: HttpTestingController; press: (name: string) => void; text: () => string }> {
  TestBed.configureTestingModule({
    providers: [provideTexts('my-day'), provideRouter([]), provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  return {
    fixture,
    http: TestBed.inject(HttpTestingController),
    press: (name) => {
      const button = [...root.querySelectorAll('button')].find((each) => `${each.textContent} ${each.getAttribute('aria-label')}`.includes(name));
      button?.click();
      fixture.detectChanges();
    },
    text: () => root.textContent,
  };
}

async function answered(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve();
}

describe('a next step on Min dag', () => {
  afterEach(() => jest.useRealTimers());

  it('says how late it is', async () => {
    expect((await page()).text()).toContain('3 dagar sen');
  });

  it('tells nobody while it can be undone', async () => {
    const { http, press, text } = await page();
    jest.useFakeTimers();
    press('Markera klart');
    jest.advanceTimersByTime(5_000);
    press('Ångra');
    jest.advanceTimersByTime(UNDO_MS);
    http.expectNone('/api/v1/cases/c1');
    expect(text()).toContain('lovat till');
  });

  it('finishes the step on the case’s version when the time is out', async () => {
    const { fixture, http, press } = await page();
    jest.useFakeTimers();
    press('Markera klart');
    jest.advanceTimersByTime(UNDO_MS);
    http.expectOne('/api/v1/cases/c1').flush({ nextStep: { text: 'Ring Gunilla.' }, version: 7 });
    await answered();
    const done = http.expectOne('/api/v1/cases/c1/next-step/done');
    expect(done.request.headers.get('If-Match')).toBe('"7"');
    done.flush(null);
    await answered();
    expect(fixture.componentInstance.finished).toBe(1);
  });

  it('leaves another step alone that has taken its place', async () => {
    const { fixture, http, press } = await page();
    jest.useFakeTimers();
    press('Markera klart');
    jest.advanceTimersByTime(UNDO_MS);
    http.expectOne('/api/v1/cases/c1').flush({ nextStep: { text: 'Boka möte.' }, version: 8 });
    await answered();
    http.expectNone('/api/v1/cases/c1/next-step/done');
    expect(fixture.componentInstance.finished).toBe(1);
  });

  it('sends at once when the page is left', async () => {
    const { fixture, http, press } = await page();
    jest.useFakeTimers();
    press('Markera klart');
    fixture.componentInstance.shown.set(false);
    fixture.detectChanges();
    http.expectOne('/api/v1/cases/c1');
  });
});
