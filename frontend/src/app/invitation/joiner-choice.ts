import { Component, computed, inject, input, model, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounceTime } from 'rxjs';
import { type ColleagueList } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';

export interface Joiner {
  readonly assignmentId: string;
  readonly name: string;
  readonly title: string;
}

const LETTERS_NEEDED = 2;
const PAUSE_MS = 250;

/** Who joins the team: oneself, or a colleague in the invited unit, found by name. */
@Component({
  selector: 'app-joiner-choice',
  imports: [Field, Load, Radios, TextInput, TextPipe],
  template: `
    <ui-radios
      [legend]="'invitation.accept.who' | t"
      [options]="ways()"
      [fieldId]="fieldId()"
      [error]="error()"
      [value]="way()"
      (valueChange)="go($event)"
    />
    @if (way() === 'colleague') {
      <ui-field [label]="'invitation.accept.search' | t" [hint]="'invitation.accept.searchHint' | t: { unit: unit() }">
        <input uiInput type="search" autocomplete="off" maxlength="80" [(value)]="typed" />
      </ui-field>
      <ui-load [of]="found" />
      @if (options(); as list) {
        @if (list.length > 0) {
          <ui-radios [legend]="'invitation.accept.pick' | t" [options]="list" [value]="joiner()?.assignmentId" (valueChange)="pick($event)" />
        } @else {
          <p class="small soft" role="status">{{ 'invitation.accept.nobody' | t: { unit: unit() } }}</p>
        }
      }
    }
  `,
  host: { class: 'stack field-group' },
})
export class JoinerChoice {
  private readonly words = inject(Words);
  private readonly store = inject(SessionStore);

  readonly unit = input.required<string>();
  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  readonly joiner = model<Joiner | undefined>();

  protected readonly way = signal<'me' | 'colleague'>('me');
  protected readonly typed = signal('');
  private readonly wanted = toSignal(toObservable(this.typed).pipe(debounceTime(PAUSE_MS)), { initialValue: '' });
  protected readonly found = read<ColleagueList>(() => {
    const q = this.wanted().trim();
    const organisation = this.store.assignment()?.organisation.id ?? '';
    return q.length < LETTERS_NEEDED ? undefined : `/colleagues?q=${encodeURIComponent(q)}&organisationId=${organisation}`;
  });

  protected readonly ways = computed(() => [
    { value: 'me', label: this.words.t('invitation.accept.me', { name: this.store.current()?.name }) },
    { value: 'colleague', label: this.words.t('invitation.accept.colleague') },
  ]);
  // Only somebody of the invited unit may join; colleagues are found in the whole organisation.
  private readonly inUnit = computed(() => this.found.value()?.items.filter((each) => each.unit === this.unit()));
  protected readonly options = computed(() => this.inUnit()?.map((each) => ({ value: each.assignmentId, label: each.name, hint: each.title })));

  protected go(way: string | undefined): void {
    this.way.set(way === 'colleague' ? 'colleague' : 'me');
    const session = this.store.current();
    const own = session?.assignment;
    this.joiner.set(way === 'me' && own ? { assignmentId: own.id, name: session.name, title: own.title } : undefined);
  }

  protected pick(assignmentId: string | undefined): void {
    const chosen = this.inUnit()?.find((each) => each.assignmentId === assignmentId);
    if (chosen !== undefined) this.joiner.set({ assignmentId: chosen.assignmentId, name: chosen.name, title: chosen.title });
  }
}
