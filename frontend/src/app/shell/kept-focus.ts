import { DOCUMENT, inject, Injectable } from '@angular/core';

const CONTROL = 'input, select, textarea, button, a[href]';
const FIELD = 'input, select, textarea';

/**
 * When what has the focus goes away, because the question was answered or the form was sent, the browser leaves the
 * focus nowhere and Tab starts over at the top. Here it goes to what came in its place, or else to the heading around it.
 */
@Injectable({ providedIn: 'root' })
export class KeptFocus {
  private readonly document = inject(DOCUMENT);
  /** What had the focus last and everything around it, innermost first: what is gone no longer knows where it stood. */
  private trail: readonly Element[] = [];

  start(): void {
    this.document.addEventListener('focusin', ({ target }) => {
      this.trail = target instanceof Element ? around(target) : [];
    });
    // A click on the empty page lets go of the focus on purpose.
    this.document.addEventListener('pointerdown', () => {
      if (this.document.activeElement === this.document.body) this.trail = [];
    });
    new MutationObserver((changes) => this.keep(changes)).observe(this.document.body, { childList: true, subtree: true });
  }

  private keep(changes: readonly MutationRecord[]): void {
    const [last] = this.trail;
    if (this.document.activeElement !== this.document.body || last === undefined || last.isConnected) return;
    // A page whose data came has a new h1; giving it the focus is PageFocus's business.
    if (last.matches('h1')) return;
    const standing = this.trail.filter((element) => element.isConnected && element.closest('dialog:not([open])') === null);
    const target = cameInstead(changes, standing[0]) ?? headingOf(standing);
    this.trail = [];
    if (target === undefined) return;
    if (!target.matches(CONTROL)) target.tabIndex = -1;
    target.focus({ preventScroll: target.matches('h1') });
  }
}

function around(element: Element): Element[] {
  const { parentElement } = element;
  return parentElement === null ? [element] : [element, ...around(parentElement)];
}

function cameInstead(changes: readonly MutationRecord[], place: Element | undefined): HTMLElement | undefined {
  // Where a whole page gave way to another, its heading is the place to start.
  if (place === undefined || place.matches('main, body')) return undefined;
  const came = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof HTMLElement && place.contains(node));
  const within = came.filter((node) => node instanceof HTMLElement).flatMap((node) => [node, ...node.querySelectorAll<HTMLElement>(CONTROL)]);
  return within.find((each) => each.matches(FIELD)) ?? within.find((each) => each.matches(CONTROL));
}

function headingOf(standing: readonly Element[]): HTMLElement | undefined {
  for (const element of standing) {
    if (!element.matches('section, dialog, main')) continue;
    const heading = element.querySelector<HTMLElement>('h1, h2, h3');
    if (heading !== null) return heading;
  }
  return undefined;
}
