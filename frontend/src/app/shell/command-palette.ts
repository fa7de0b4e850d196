import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  linkedSignal,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { CaseListView } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { SessionStore } from '../session/session.store.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Dialog } from '../ui/dialog.ts';
import { Icon } from '../ui/icon.ts';
import { staffPlaces } from './navigation.ts';
import { matching, type PaletteEntry } from './palette-match.ts';

/** Ctrl+K: type a few letters of a place or of a person in one's own cases, and go there. */
@Component({
  selector: 'app-command-palette',
  imports: [CountPipe, Dialog, Icon, TextPipe],
  template: `
    <ui-dialog [(open)]="open" [heading]="'shell.palette.title' | t">
      <input
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        [attr.aria-label]="'shell.palette.label' | t"
        [attr.aria-activedescendant]="found().length > 0 ? 'palette-' + active() : null"
        [value]="typed()"
        (input)="typed.set(field.value)"
        (keydown)="move($event)"
        #field
      />
      <p class="small muted" role="status">{{ 'shell.palette.found' | count: found().length }}</p>
      <ul id="palette-list" class="palette" role="listbox" [attr.aria-label]="'shell.palette.title' | t">
        @for (entry of found(); track entry.path; let i = $index) {
          <li role="option" tabindex="-1" [id]="'palette-' + i" [attr.aria-selected]="i === active()" (click)="go(entry)" (keydown.enter)="go(entry)">
            <ui-icon [name]="entry.kind === 'case' ? 'user' : 'arrow'" />{{ entry.label }}
          </li>
        }
      </ul>
    </ui-dialog>
  `,
})
export class CommandPalette {
  private readonly router = inject(Router);
  private readonly store = inject(SessionStore);
  private readonly words = inject(Words);
  private readonly injector = inject(Injector);

  readonly open = model.required<boolean>();
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly typed = signal('');
  private readonly mayCases = computed(() => this.store.current()?.navigation.includes('cases') === true);
  private readonly cases = read<CaseListView>(() => (this.open() && this.mayCases() ? '/cases?limit=100' : undefined));
  private readonly entries = computed<readonly PaletteEntry[]>(() => [
    ...staffPlaces(this.store.current()?.navigation ?? []).map((place) => ({
      kind: 'place' as const,
      path: place.path,
      label: this.words.t(place.label),
    })),
    ...(this.mayCases() ? [{ kind: 'place' as const, path: '/arenden/nytt', label: this.words.t('shell.nav.openCase') }] : []),
    ...(this.cases.value()?.items ?? []).map(({ id, person }) => ({
      kind: 'case' as const,
      path: `/arenden/${id}`,
      label: `${person.givenName} ${person.familyName}`,
    })),
  ]);
  protected readonly found = computed(() => matching(this.entries(), this.typed()));
  protected readonly active = linkedSignal<readonly PaletteEntry[], number>({ source: this.found, computation: () => 0 });

  constructor() {
    // The browser would choose the button that closes, which stands first.
    effect(() => {
      if (this.open()) afterNextRender(() => this.field().nativeElement.focus(), { injector: this.injector });
    });
  }

  protected move(event: KeyboardEvent): void {
    const last = this.found().length - 1;
    if (event.key === 'ArrowDown') this.active.update((n) => Math.min(last, n + 1));
    else if (event.key === 'ArrowUp') this.active.update((n) => Math.max(0, n - 1));
    else if (event.key === 'Enter') this.go(this.found()[this.active()]);
    else return;
    event.preventDefault();
  }

  protected go(entry: PaletteEntry | undefined): void {
    if (entry === undefined) return;
    this.open.set(false);
    this.typed.set('');
    // What was typed since the last rendering was never bound, so emptying the signal alone would leave it in the field.
    this.field().nativeElement.value = '';
    // While the dialog stands, the page behind it cannot take the focus; and closing, it gives the focus back.
    afterNextRender(() => void this.router.navigateByUrl(entry.path), { injector: this.injector });
  }
}
