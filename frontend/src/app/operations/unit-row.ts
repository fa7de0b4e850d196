import { Component, computed, input, output, signal } from '@angular/core';
import { type UnitView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { Tag } from '../ui/tag.ts';

/** A unit, how to reach it, and its acts. Closing asks once more, since it cannot be taken back. */
@Component({
  selector: 'li[appUnit]',
  imports: [Button, Tag, TextPipe, WhenPipe],
  template: `
    <div class="task__text">
      <span class="task__name">{{ unit().name }}</span>
      <p class="task__meta">{{ reach() || ('operations.unit.noAddress' | t) }}</p>
      @if (unit().closedOn; as day) {
        <ui-tag icon="dash">{{ 'operations.unit.closedOn' | t: { day: day | when: 'day' } }}</ui-tag>
      } @else if (unit().takesIntake) {
        <ui-tag icon="check">{{ 'organisation.takesIntake' | t }}</ui-tag>
      }
    </div>
    @if (unit().closedOn === null) {
      <span class="task__end row">
        @if (sure()) {
          <button uiButton="stop" dense [busy]="busy()" (click)="closed.emit()">{{ 'operations.unit.closeYes' | t }}</button>
          <button uiButton="quiet" dense (click)="sure.set(false)">{{ 'operations.keep' | t }}</button>
        } @else {
          <button uiButton="second" dense icon="edit" (click)="edited.emit()">
            {{ 'operations.change' | t }}<span class="vh">, {{ unit().name }}</span>
          </button>
          <button uiButton="quiet" dense (click)="sure.set(true)">
            {{ 'operations.unit.close' | t }}<span class="vh">, {{ unit().name }}</span>
          </button>
        }
      </span>
    }
  `,
})
export class UnitRow {
  readonly unit = input.required<UnitView>({ alias: 'appUnit' });
  readonly busy = input(false);
  readonly edited = output<void>();
  readonly closed = output<void>();

  protected readonly sure = signal(false);
  protected readonly reach = computed(() => [this.unit().phone, this.unit().functionAddress].filter(Boolean).join(' · '));
}
