import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ApiProblem } from '../api/problem.ts';
import { type Read } from '../api/read.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Load } from './load.ts';

const value = signal<string | undefined>(undefined);
const problem = signal<ApiProblem | null>(null);
const loading = signal(false);
let reloads = 0;

@Component({ imports: [Load], template: '<ui-load [of]="read" />' })
class Page {
  readonly read: Read<string> = { value, problem, loading, readAt: signal(null), etag: signal(null), reload: () => (reloads += 1) };
}

async function page(): Promise<{ fixture: ComponentFixture<Page>; text: () => string }> {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  return { fixture, text: () => (fixture.nativeElement as HTMLElement).textContent };
}

describe('ui-load', () => {
  beforeEach(() => {
    value.set(undefined);
    problem.set(null);
    loading.set(false);
    reloads = 0;
  });

  it('says that it waits only while there is nothing to show', async () => {
    loading.set(true);
    const { fixture, text } = await page();
    expect(text()).toContain('Hämtar');
    value.set('shown');
    await fixture.whenStable();
    expect(text()).not.toContain('Hämtar');
  });

  it.each([404, 403])('does not tell a missing thing from a closed one (%d)', async (status) => {
    problem.set(new ApiProblem(status, 'x', 'T', 'D'));
    const { text } = await page();
    expect(text()).toContain('Det du söker finns inte');
    expect(text()).not.toContain('Försök igen');
  });

  it('is honest about a silent server and reads again when asked', async () => {
    problem.set(new ApiProblem(503, 'service.unavailable', '', ''));
    const { fixture, text } = await page();
    expect(text()).toContain('Tjänsten svarar inte just nu.');
    (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
    expect(reloads).toBe(1);
  });

  it('leaves an ended sign-in to the dialog that says so', async () => {
    problem.set(new ApiProblem(401, 'auth.required', '', ''));
    const { text } = await page();
    expect(text().trim()).toBe('');
  });
});
