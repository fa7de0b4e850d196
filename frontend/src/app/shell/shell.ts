import { Component, computed, DOCUMENT, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { SessionDialog } from '../session/session-dialog.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcements } from '../ui/announcer.ts';
import { ActingBanner } from './acting-banner.ts';
import { CitizenHeader } from './citizen-header.ts';
import { CommandPalette } from './command-palette.ts';
import { OpenHeader } from './open-header.ts';
import { StaffHeader } from './staff-header.ts';
import { TabBar } from './tab-bar.ts';

/** What stands around every page. */
@Component({
  selector: 'app-root',
  imports: [
    ActingBanner,
    Announcements,
    CitizenHeader,
    CommandPalette,
    OpenHeader,
    RouterLink,
    RouterOutlet,
    SessionDialog,
    StaffHeader,
    TabBar,
    TextPipe,
  ],
  template: `
    <a class="skip" href="#innehall" (click)="toContent($event, main)">{{ 'shell.skip' | t }}</a>
    @switch (chrome()) {
      @case ('staff') {
        <app-staff-header (find)="palette.set(true)" />
      }
      @case ('citizen') {
        <app-citizen-header />
        <app-acting-banner />
      }
      @default {
        <app-open-header />
      }
    }
    <main #main id="innehall" tabindex="-1" [class.wrap]="!wide()" [class.case-page]="wide()"><router-outlet /></main>
    <footer class="foot">
      <a routerLink="/hjalp">{{ 'shell.foot.help' | t }}</a>
      <a routerLink="/tillganglighet">{{ 'shell.foot.accessibility' | t }}</a>
      <a routerLink="/uppgifter">{{ 'shell.foot.data' | t }}</a>
      @if (chrome() === 'citizen') {
        <a routerLink="/installningar">{{ 'shell.foot.mine' | t }}</a>
      }
      @if (demo()) {
        <span>{{ 'shell.foot.demo' | t }}</span>
      }
    </footer>
    @if (chrome() === 'citizen') {
      <app-tab-bar />
    }
    <ui-announcements />
    <app-session-dialog />
    @if (chrome() === 'staff') {
      @defer (when palette()) {
        <app-command-palette [(open)]="palette" />
      }
    }
  `,
  host: { '(document:keydown)': 'shortcut($event)' },
})
export class Shell {
  private readonly store = inject(SessionStore);
  private readonly words = inject(Words);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected readonly palette = signal(false);
  protected readonly chrome = computed(() => this.store.current()?.audience ?? 'open');
  protected readonly demo = computed(() => this.store.current()?.demo === true);
  /** A page that reaches from edge to edge sets `data: { wide: true }` and brings its own `.wrap`. */
  protected readonly wide = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.leaf().snapshot.data['wide'] === true),
    ),
    { initialValue: false },
  );

  constructor() {
    effect(() => {
      const citizen = this.chrome() === 'citizen';
      this.document.body.classList.toggle('citizen', citizen);
      this.document.body.classList.toggle('simple', citizen && this.words.language() === 'sv-enkel');
    });
  }

  protected toContent(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }

  protected shortcut(event: KeyboardEvent): void {
    if (this.chrome() !== 'staff' || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.palette.set(true);
  }

  private leaf(): ActivatedRoute {
    let leaf = this.route.root;
    while (leaf.firstChild !== null) leaf = leaf.firstChild;
    return leaf;
  }
}
