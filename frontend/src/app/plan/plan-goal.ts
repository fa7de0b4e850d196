import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { type CaseView, type GoalView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Icon } from '../ui/icon.ts';
import { Tag } from '../ui/tag.ts';
import { attainmentTag } from './attainment-words.ts';

/** A goal: the person's own words first, then the team's; how it goes, by when, and what it may collide with. */
@Component({
  selector: 'app-plan-goal',
  imports: [Icon, Tag, TextPipe, WhenPipe],
  template: `
    <p class="eyebrow">{{ label() }}</p>
    <h3 class="goal__own">{{ goal().ownWords || goal().text }}</h3>
    @if (goal().ownWords && goal().ownWords !== goal().text) {
      <p class="soft told">{{ goal().text }}</p>
    }
    @if (full() && goal().plain) {
      <p class="small">
        <b>{{ 'plan.plain.label' | t }}:</b> {{ goal().plain }}
      </p>
    }
    @if (attained() !== null || goal().targetOn !== null || (!goal().shared && !full())) {
      <p class="row goal__facts">
        @if (attained(); as tag) {
          <ui-tag [kind]="tag.kind" [icon]="tag.icon">{{ tag.text }}</ui-tag>
        }
        @if (goal().targetOn; as day) {
          <span class="small muted">{{ 'plan.goal.target' | t: { day: day | when: 'day' } }}</span>
        }
        @if (!goal().shared && !full()) {
          <ui-tag kind="later" icon="lock">{{ 'plan.item.draft' | t }}</ui-tag>
        }
      </p>
    }
    @if (goal().conflict; as conflict) {
      <p class="small act__truth">
        <ui-icon name="alert" /><span
          ><b>{{ 'plan.goal.conflict' | t }}:</b> {{ conflict }} {{ concerned() }}</span
        >
      </p>
    }
  `,
})
export class PlanGoal {
  private readonly words = inject(Words);

  readonly goal = input.required<GoalView>();
  readonly number = input.required<string>();
  readonly view = input.required<CaseView>();
  /** With the simple words and without the mark of a draft, which stands beside it on the plan page. */
  readonly full = input(false, { transform: booleanAttribute });

  protected readonly label = computed(() => {
    const { goalKind, ownWords } = this.goal();
    const name = this.view().person.givenName;
    return this.words.t(`plan.goal.${goalKind}.${ownWords ? 'own' : 'plain'}`, { number: this.number(), name });
  });
  protected readonly attained = computed(() => {
    const { attainment } = this.goal();
    return attainment === null ? null : attainmentTag(attainment.status, this.words);
  });
  protected readonly concerned = computed(() => {
    const names = this.goal().conflictOrganisations.map(({ shortName }) => shortName);
    return names.length === 0 ? '' : this.words.t('plan.goal.concerns', { organisations: names.join(', ') });
  });
}
