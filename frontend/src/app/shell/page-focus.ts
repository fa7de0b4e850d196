import { DOCUMENT, inject, Injectable } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

const PATIENCE_MS = 5_000;

/** After a change of page the focus goes to its h1, so a screen reader says where one is and Tab starts there. */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private waiting: MutationObserver | null = null;
  private given: HTMLElement | null = null;

  start(): void {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/)[0]),
        pairwise(),
        filter(([before, after]) => before !== after),
      )
      .subscribe(() => this.arrive());
  }

  private arrive(): void {
    this.waiting?.disconnect();
    this.given = null;
    const main = this.document.querySelector('main');
    if (main === null) return;
    // The page's data may come after the page: main holds the focus until there is a heading to give it to.
    main.focus();
    const deadline = Date.now() + PATIENCE_MS;
    this.waiting = new MutationObserver(() => this.settle(main, deadline));
    this.waiting.observe(main, { childList: true, subtree: true });
    this.settle(main, deadline);
  }

  private settle(main: HTMLElement, deadline: number): void {
    const heading = main.querySelector('h1');
    const { activeElement, body } = this.document;
    // A page that waits for its data may have a heading of its own meanwhile; when that one goes, the focus falls to body.
    const fell = activeElement === body && this.given?.isConnected === false;
    const free = activeElement === main || (activeElement === body && this.given === null) || fell;
    if (heading !== null && free) {
      heading.tabIndex = -1;
      heading.focus();
      this.given = heading;
    }
    const movedOn = !free && activeElement !== this.given;
    if (movedOn || Date.now() > deadline) this.waiting?.disconnect();
  }
}
