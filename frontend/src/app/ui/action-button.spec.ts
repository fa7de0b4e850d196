import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideTexts } from '../text/texts.testing.ts';
import { ActionButton, type Actionable } from './action-button.ts';

@Component({
  imports: [ActionButton],
  template: '<ui-action action="share" [of]="view()" [busy]="busy()" (act)="acts = acts + 1">Dela</ui-action>',
})
class Page {
  readonly view = signal<Actionable>({ actions: [], blocked: [] });
  readonly busy = signal(false);
  acts = 0;
}

async function page(view: Actionable, busy = false): Promise<{ page: ComponentFixture<Page>; button: HTMLButtonElement | null }> {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  const fixture = TestBed.createComponent(Page);
  fixture.componentInstance.view.set(view);
  fixture.componentInstance.busy.set(busy);
  await fixture.whenStable();
  return { page: fixture, button: (fixture.nativeElement as HTMLElement).querySelector('button') };
}

describe('ActionButton', () => {
  it('acts when the view allows it', async () => {
    const { page: fixture, button } = await page({ actions: ['share'], blocked: [] });
    button?.click();
    expect(fixture.componentInstance.acts).toBe(1);
    expect(button?.getAttribute('aria-disabled')).toBeNull();
  });

  it('can be reached but not pressed when blocked, and says why', async () => {
    const { page: fixture, button } = await page({ actions: [], blocked: [{ action: 'share', because: 'brand_new_reason' }] });
    button?.click();
    expect(fixture.componentInstance.acts).toBe(0);
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    expect(button?.disabled).toBe(false);
    const why = (fixture.nativeElement as HTMLElement).querySelector(`#${button?.getAttribute('aria-describedby') ?? ''}`);
    expect(why?.textContent).toContain('Det går inte just nu.');
  });

  it('is not there when it does not concern the reader', async () => {
    expect((await page({ actions: ['close'], blocked: [] })).button).toBeNull();
  });

  it('takes no second press while the first is under way', async () => {
    const { page: fixture, button } = await page({ actions: ['share'], blocked: [] }, true);
    button?.click();
    expect(fixture.componentInstance.acts).toBe(0);
  });
});
