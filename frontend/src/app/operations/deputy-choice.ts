import { Component, computed, effect, inject, input, model, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounceTime } from 'rxjs';
import { type AssignmentView, type StaffList, type StaffView } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';

const PAUSE_MS = 250;

/** Who steps in: somebody with an active assignment in the same organisation, found by name. May be left open. */
@Component({
  selector: 'app-deputy-choice',
  imports: [Field, Load, Radios, TextInput, TextPipe],
  template: `
    <ui-field [label]="'operations.leave.who' | t" [hint]="'operations.leave.whoHint' | t" [optional]="true" [fieldId]="fieldId()" [error]="error()">
      <input uiInput type="search" autocomplete="off" maxlength="80" [(value)]="typed" />
    </ui-field>
    <ui-load [of]="found" />
    @if (people(); as list) {
      @if (list.length > 0) {
        <ui-radios [legend]="'operations.leave.pick' | t" [options]="list" [(value)]="chosen" />
      } @else {
        <p class="small soft" role="status">{{ 'operations.staff.none' | t }}</p>
      }
    }
    @if (unfit()) {
      <p class="small soft" role="status">{{ 'operations.leave.unfit' | t: { organisation: assignment().organisation.name } }}</p>
    }
  `,
  host: { class: 'field-group stack' },
})
export class DeputyChoice {
  private readonly words = inject(Words);

  readonly assignment = input.required<AssignmentView>();
  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  /** The deputy's assignment. */
  readonly deputy = model<string | undefined>();

  protected readonly typed = signal('');
  protected readonly chosen = signal<string | undefined>(undefined);
  private readonly wanted = toSignal(toObservable(this.typed).pipe(debounceTime(PAUSE_MS)), { initialValue: '' });
  protected readonly found = read<StaffList>(() => {
    const q = this.wanted().trim();
    return q === '' ? undefined : `/staff?limit=20&q=${encodeURIComponent(q)}`;
  });
  protected readonly people = computed(() =>
    this.found.value()?.items.map((row) => ({
      value: row.id,
      label: `${row.givenName} ${row.familyName}`,
      ...(row.disabled && { shutBecause: this.words.t('operations.staff.disabled') }),
    })),
  );
  private readonly person = read<StaffView>(() => (this.chosen() === undefined ? undefined : `/staff/${this.chosen()}`));
  private readonly standIn = computed(() =>
    this.person
      .value()
      ?.assignments.find((each) => each.active && each.organisation.id === this.assignment().organisation.id && each.id !== this.assignment().id),
  );
  protected readonly unfit = computed(() => this.person.value() !== undefined && this.standIn() === undefined);

  constructor() {
    effect(() => this.deputy.set(this.standIn()?.id));
  }
}
