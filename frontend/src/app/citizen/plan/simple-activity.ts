import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { Button } from '../../ui/button.ts';
import { Tag } from '../../ui/tag.ts';
import { activitySentences, activityTime, isOpen, STATE_LOOKS } from './activity-words.ts';
import { OwnAction } from './own-action.ts';
import { type MyActivityView } from '@samspel/shared/api.ts';
import { type PlanWish } from './plan-wish.ts';

/** One thing that is done, said one sentence at a time. */
@Component({
  selector: 'app-simple-activity',
  imports: [Button, OwnAction, Tag, TextPipe],
  template: `
    <p class="say">
      <b>{{ activity().words }}</b>
    </p>
    @for (sentence of sentences(); track $index) {
      <p class="say">{{ sentence }}</p>
    }
    @if (time(); as when) {
      <p class="say">{{ when }}</p>
    }
    <ui-tag [kind]="look().kind" [icon]="look().icon">{{ 'personPlan.activity.state.' + activity().state | t }}</ui-tag>
    @if (reports()) {
      <app-own-action [activity]="activity()" [readOnly]="readOnly()" (changed)="wish.emit({ kind: 'changed' })" />
    }
    @if (open()) {
      <button uiButton="second" wide icon="hand" [blocked]="readOnly()" (click)="stop()">
        {{ 'personPlan.say.stop' | t }}<span class="vh">: {{ activity().words }}</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
      gap: var(--s-2);
      overflow-wrap: anywhere;
    }
  `,
})
export class SimpleActivity {
  private readonly words = inject(Words);

  readonly activity = input.required<MyActivityView>();
  readonly today = input.required<string>();
  readonly readOnly = input.required<boolean>();
  /** "Gjort" stands here: the person does it themself. */
  readonly reports = input(false, { transform: booleanAttribute });
  readonly wish = output<PlanWish>();

  protected readonly open = computed(() => isOpen(this.activity()));
  protected readonly look = computed(() => STATE_LOOKS[this.activity().state]);
  protected readonly sentences = computed(() => activitySentences(this.activity(), this.words));
  protected readonly time = computed(() => activityTime(this.activity(), this.today(), this.words));

  protected stop(): void {
    const { id, words } = this.activity();
    this.wish.emit({ kind: 'stop', about: { itemId: id, words } });
  }
}
