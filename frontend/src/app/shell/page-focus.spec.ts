import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { PageFocus } from './page-focus.ts';

const heading = signal(false);

@Component({ template: '@if (heading()) {<h1>Ärende</h1>}' })
class Slow {
  protected readonly heading = heading;
}
@Component({ template: '<h1>Start</h1>' })
class Start {}
@Component({ imports: [RouterOutlet], template: '<button>elsewhere</button><main tabindex="-1"><router-outlet /></main>' })
class Frame {}

async function open(): Promise<HTMLElement> {
  heading.set(false);
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: '', component: Start },
        { path: 'slow', component: Slow },
      ]),
    ],
  });
  const fixture = TestBed.createComponent(Frame);
  document.body.replaceChildren(fixture.nativeElement as HTMLElement);
  TestBed.inject(PageFocus).start();
  await TestBed.inject(Router).navigateByUrl('/');
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('PageFocus', () => {
  it('leaves the first page alone', async () => {
    await open();
    expect(document.activeElement).toBe(document.body);
  });

  it('waits in main for a heading that comes with the data', async () => {
    const frame = await open();
    await TestBed.inject(Router).navigateByUrl('/slow');
    expect(document.activeElement).toBe(frame.querySelector('main'));
    heading.set(true);
    TestBed.tick();
    await Promise.resolve();
    expect(document.activeElement?.textContent).toBe('Ärende');
  });

  it('follows when the heading of the waiting page gives way to the real one', async () => {
    const frame = await open();
    heading.set(true);
    await TestBed.inject(Router).navigateByUrl('/slow');
    TestBed.tick();
    await Promise.resolve();
    const real = document.createElement('h1');
    real.textContent = 'Eva Lind';
    frame.querySelector('h1')?.replaceWith(real);
    await Promise.resolve();
    expect(document.activeElement).toBe(real);
  });

  it('never takes the focus from somebody who has moved on', async () => {
    const frame = await open();
    await TestBed.inject(Router).navigateByUrl('/slow');
    frame.querySelector('button')?.focus();
    heading.set(true);
    TestBed.tick();
    await Promise.resolve();
    expect(document.activeElement).toBe(frame.querySelector('button'));
  });

  it('stays where it is when only the query changes', async () => {
    const frame = await open();
    frame.querySelector('button')?.focus();
    await TestBed.inject(Router).navigateByUrl('/?filter=all');
    expect(document.activeElement).toBe(frame.querySelector('button'));
  });
});
