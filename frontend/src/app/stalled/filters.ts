import { Component, computed, inject, input, output } from '@angular/core';
import { type StalledBoardView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { STALLED_DIRECTIONS } from '@samspel/shared/stalled/stalled.ts';
import { AGES, type BoardChoice } from './board-address.ts';

/** Direction, pair of units and age; each choice takes effect at once and stands in the address. */
@Component({
  selector: 'app-stalled-filters',
  imports: [Field, TextInput, TextPipe],
  template: `
    <ui-field [label]="'stalled.filter.direction' | t">
      <select uiInput [value]="choice().direction" (valueChange)="choose({ direction: asDirection($event) })">
        @for (way of directions; track way) {
          <option [value]="way">{{ 'stalled.filter.' + way | t }}</option>
        }
      </select>
    </ui-field>
    <ui-field [label]="'stalled.filter.pair' | t">
      <select uiInput [value]="choice().pair" (valueChange)="choose({ pair: $event })">
        <option value="">{{ 'stalled.filter.allPairs' | t }}</option>
        @for (pair of pairOptions(); track pair.value) {
          <option [value]="pair.value">{{ pair.label }}</option>
        }
      </select>
    </ui-field>
    <ui-field [label]="'stalled.filter.age' | t">
      <select uiInput [value]="choice().age" (valueChange)="choose({ age: $event })">
        @for (age of ages; track age) {
          <option [value]="age">{{ age === '0' ? ('stalled.filter.allAges' | t) : ('stalled.filter.atLeast' | t: { n: age }) }}</option>
        }
      </select>
    </ui-field>
    <ng-content />
  `,
  host: { class: 'filters' },
})
export class Filters {
  private readonly words = inject(Words);

  readonly choice = input.required<BoardChoice>();
  readonly pairs = input.required<StalledBoardView['pairs']>();
  readonly chosen = output<Partial<BoardChoice>>();

  /** What an address without a choice means stands first. */
  protected readonly directions = ['both', ...STALLED_DIRECTIONS.filter((way) => way !== 'both')];
  protected readonly ages = AGES;
  protected readonly pairOptions = computed(() =>
    this.pairs().map(({ fromUnit, toUnit }) => ({
      value: `${fromUnit.id}.${toUnit.id}`,
      label: this.words.t('stalled.pair', { from: fromUnit.name, to: toUnit.name }),
    })),
  );

  protected choose(change: Partial<BoardChoice>): void {
    this.chosen.emit(change);
  }

  protected asDirection(value: string): BoardChoice['direction'] {
    return STALLED_DIRECTIONS.find((way) => way === value) ?? 'both';
  }
}
