import { Component, computed, inject, output } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { AlertBadge } from '../alert/alert-badge.ts';
import { SessionStore } from '../session/session.store.ts';
import { placeOf } from '../text/format/place.ts';
import { type Language } from '../text/language.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Icon } from '../ui/icon.ts';
import { type MenuEntry, UiMenu } from '../ui/menu.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { DemoClockBar } from '../demo/demo-clock-bar.ts';
import { Brand } from './brand.ts';
import { staffPlaces } from './navigation.ts';

/** The top bar of staff pages: places, search, and who one is just now. */
@Component({
  selector: 'app-staff-header',
  imports: [AlertBadge, Brand, DemoClockBar, Icon, OrgBadge, RouterLink, RouterLinkActive, TextPipe, UiMenu],
  template: `
    <div class="top__in">
      <app-brand />
      <nav class="nav" [attr.aria-label]="'shell.nav.label' | t">
        @for (place of places(); track place.path) {
          <a [routerLink]="place.path" routerLinkActive ariaCurrentWhenActive="page" [routerLinkActiveOptions]="{ exact: place.path === '/' }">
            {{ place.label | t }}
          </a>
        }
      </nav>
      <button type="button" class="find push" aria-keyshortcuts="Control+K" (click)="find.emit()">
        <ui-icon name="search" /><span>{{ 'shell.find' | t }}</span> <kbd>Ctrl K</kbd>
      </button>
      <app-alert-badge />
      @if (session(); as me) {
        <ui-menu look="as" [label]="'shell.me.change' | t" [entries]="entries()" (chosen)="choose($event)">
          @if (me.assignment; as assignment) {
            <ui-org [org]="assignment.organisation" beside />
          }
          <span class="vh">{{ 'shell.me.change' | t }}: </span>
          <span class="as__text">
            <b>{{ me.name }}</b> <small>{{ where() }}</small>
          </span>
          <ui-icon name="down" />
        </ui-menu>
      }
    </div>
    <app-demo-clock-bar />
  `,
  host: { class: 'top', role: 'banner' },
})
export class StaffHeader {
  private readonly store = inject(SessionStore);
  private readonly words = inject(Words);
  private readonly router = inject(Router);

  readonly find = output<void>();

  protected readonly session = this.store.current;
  protected readonly places = computed(() => staffPlaces(this.session()?.navigation ?? []));
  protected readonly where = computed(() => {
    const assignment = this.session()?.assignment;
    return assignment ? placeOf(assignment.organisation.shortName, assignment.unit.name) : '';
  });
  protected readonly entries = computed<readonly MenuEntry[]>(() => {
    const me = this.session();
    const several = (me?.assignments.length ?? 0) > 1;
    return [
      ...(several ? (me?.assignments ?? []) : []).map((assignment) => ({
        value: `assignment:${assignment.id}`,
        label: `${assignment.title}, ${assignment.organisation.shortName}`,
        note: assignment.unit.name,
        current: assignment.id === me?.assignment?.id,
      })),
      ...(['sv', 'en'] as const).map((language) => ({
        value: `language:${language}`,
        label: this.words.t(`shell.language.${language}`),
        current: this.words.language() === language,
      })),
      { value: 'sessions', label: this.words.t('session.list.title'), icon: 'lock' },
      { value: 'log-out', label: this.words.t('session.logOut'), icon: 'exit' },
    ];
  });

  protected choose(entry: string): void {
    const [what, which] = entry.split(':');
    if (what === 'assignment' && which !== undefined && which !== this.session()?.assignment?.id) void this.store.switchTo(which);
    if (what === 'language') void this.words.use(which as Language);
    if (what === 'sessions') void this.router.navigateByUrl('/sessioner');
    if (what === 'log-out') void this.store.logOut();
  }
}
