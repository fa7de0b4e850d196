import { Component, computed, inject, input, output } from '@angular/core';
import { type StalledCountersView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { type StalledFilter } from '@samspel/shared/stalled/stalled.ts';

const COUNTERS = [
  ['NO_OWNER', 'noOwner'],
  ['NOT_ACCEPTED', 'notAccepted'],
  ['SILENT', 'silent'],
  ['OPEN_LOOP', 'openLoop'],
  ['PAUSED', 'paused'],
] as const satisfies readonly (readonly [StalledFilter, keyof StalledCountersView])[];

/** How many of each kind; pressing one shows only those, pressing it again all. */
@Component({
  selector: 'app-stalled-counters',
  imports: [TextPipe],
  template: `
    <div class="counters" role="group" [attr.aria-label]="'stalled.onlyThese' | t">
      @for (each of shown(); track each.kind) {
        <button
          type="button"
          class="counter"
          [class.counter--stop]="each.kind === 'NO_OWNER' && each.n > 0"
          [attr.aria-pressed]="each.kind === kind()"
          (click)="chosen.emit(each.kind === kind() ? null : each.kind)"
        >
          <b>{{ each.n }}</b>
          <span
            >{{ each.name }}<small>{{ each.hint }}</small></span
          >
        </button>
      }
    </div>
  `,
})
export class Counters {
  private readonly words = inject(Words);

  readonly counters = input.required<StalledCountersView>();
  readonly kind = input.required<StalledFilter | null>();
  readonly chosen = output<StalledFilter | null>();

  protected readonly shown = computed(() =>
    COUNTERS.map(([kind, field]) => ({
      kind,
      n: this.counters()[field],
      name: this.words.t(`stalled.kind.${kind}.name`),
      hint: this.words.t(`stalled.kind.${kind}.hint`),
    })),
  );
}
