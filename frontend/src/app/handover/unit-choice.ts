import { Component, computed, inject, input, model, signal } from '@angular/core';
import { type HandoverUnitView } from '@samspel/shared/api.ts';
import { fullDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Note } from '../ui/note.ts';

/** From so many units on there is a field to find one among them. */
const WORTH_SEARCHING = 8;

/** To which unit: those of the own organisation first, those that cannot receive with the reason. Chosen, only that one stands. */
@Component({
  selector: 'app-unit-choice',
  imports: [Button, Field, Note, Radios, TextInput, TextPipe],
  template: `
    @if (chosen(); as unit) {
      <fieldset class="fieldset">
        <legend>{{ 'handover.unit.legend' | t }}</legend>
        <p class="chosen">
          <b>{{ unit.unit.name }}</b> <span class="soft">{{ unit.organisation.name }}</span>
          @if (!fixed()) {
            <button uiButton="quiet" dense [attr.id]="fieldId()" (click)="choosing.set(true)">{{ 'handover.unit.change' | t }}</button>
          }
        </p>
      </fieldset>
    } @else {
      @if (units().length >= many) {
        <ui-field [label]="'handover.unit.search' | t" [hint]="'handover.unit.searchHint' | t">
          <input uiInput type="search" autocomplete="off" maxlength="80" [(value)]="typed" />
        </ui-field>
      }
      <ui-radios
        [legend]="'handover.unit.legend' | t"
        [options]="options()"
        [fieldId]="fieldId()"
        [error]="error()"
        [value]="unitId()"
        (valueChange)="pick($event)"
      />
      @if (options().length === 0) {
        <p class="small soft" role="status">{{ 'handover.unit.nothing' | t }}</p>
      }
    }
    @if (picked(); as unit) {
      <ui-note [kind]="unit.canReceive ? 'done' : 'stop'" [icon]="unit.canReceive ? 'check-circle' : 'no'">
        <p>
          <b>{{ receivers() }}</b> {{ usual() }}
        </p>
        @if (unit.coveredUntil; as until) {
          <p class="small soft">{{ 'handover.unit.covered' | t: { organisation: unit.organisation.shortName, until: day(until) } }}</p>
        }
      </ui-note>
    }
  `,
  styles: `
    .chosen {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-1) var(--s-3);
      align-items: center;
      margin-block-end: var(--s-2);
    }
  `,
  host: { class: 'stack field-group' },
})
export class UnitChoice {
  private readonly words = inject(Words);

  readonly units = input.required<readonly HandoverUnitView[]>();
  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  /** It goes back to where it came from, and nowhere else. */
  readonly fixed = input(false);
  readonly unitId = model('');

  protected readonly many = WORTH_SEARCHING;
  protected readonly typed = signal('');
  /** The list stays while somebody walks through it with the arrow keys, and is folded where a unit was chosen earlier. */
  protected readonly choosing = signal(false);
  protected readonly picked = computed(() => this.units().find(({ unit }) => unit.id === this.unitId()));
  protected readonly chosen = computed(() => (this.choosing() ? undefined : this.picked()));
  protected readonly receivers = computed(() => {
    const unit = this.picked();
    if (unit === undefined) return '';
    if (!unit.canReceive) return this.because(unit.because);
    return unit.receivers === 0 ? this.words.t('handover.unit.addressOnly') : this.words.count('handover.unit.receivers', unit.receivers);
  });
  protected readonly usual = computed(() => {
    const days = this.picked()?.usualDays ?? null;
    return days === null ? '' : this.words.count('handover.unit.usual', Math.max(1, Math.round(days)));
  });
  protected readonly options = computed(() => {
    const wanted = this.typed().trim().toLocaleLowerCase('sv');
    return this.units()
      .filter(({ unit, organisation }) => `${unit.name} ${organisation.name} ${organisation.letters}`.toLocaleLowerCase('sv').includes(wanted))
      .map((each) => ({
        value: each.unit.id,
        label: each.unit.name,
        hint: this.hint(each),
        ...(!each.canReceive && { shutBecause: `${each.organisation.name}. ${this.because(each.because)}` }),
      }));
  });

  protected pick(id: string | undefined): void {
    this.choosing.set(true);
    this.unitId.set(id ?? '');
  }

  protected day(until: string): string {
    return fullDay(until, this.words.language());
  }

  private hint({ organisation, receivers }: HandoverUnitView): string {
    const who = receivers === 0 ? this.words.t('handover.unit.addressOnly') : this.words.count('handover.unit.receivers', receivers);
    return `${organisation.name}. ${who}`;
  }

  private because(code: string | null): string {
    return this.words.known(`handover.unit.because.${code}`) ?? this.words.known(`problem.because.${code}`) ?? this.words.t('problem.because.other');
  }
}
