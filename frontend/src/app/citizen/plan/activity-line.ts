import { Component, computed, inject, input, output } from '@angular/core';
import { SessionStore } from '../../session/session.store.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { OrgBadge, type OrgMark } from '../../ui/org-badge.ts';
import { Tag } from '../../ui/tag.ts';
import { activitySentences, activityTime, isOpen, STATE_LOOKS } from './activity-words.ts';
import { OwnAction } from './own-action.ts';
import { type MyActivityView } from '@samspel/shared/api.ts';
import { type PlanWish } from './plan-wish.ts';
import { SayAbout } from './say-about.ts';

/** One thing that is done under the plan: what, by whom, how it goes, and a way to say that it does not. */
@Component({
  selector: 'app-activity-line',
  imports: [OrgBadge, OwnAction, SayAbout, Tag, TextPipe],
  template: `
    @if (mark(); as org) {
      <ui-org class="mark" [org]="org" beside />
    } @else {
      <span class="mark me" aria-hidden="true">{{ 'personPlan.activity.meMark' | t }}</span>
    }
    <div class="what">
      <p class="words-of">{{ activity().words }}</p>
      @for (sentence of sentences(); track $index) {
        <p class="task__meta">{{ sentence }}</p>
      }
      @if (after(); as other) {
        <p class="task__meta">{{ 'personPlan.activity.after' | t: { what: other.words } }}</p>
      }
      @if (time(); as when) {
        <p class="task__meta">{{ when }}</p>
      }
      <div class="state">
        <ui-tag [kind]="look().kind" [icon]="look().icon">{{ 'personPlan.activity.state.' + activity().state | t }}</ui-tag>
        @if (open()) {
          <app-say-about [about]="{ itemId: activity().id, words: activity().words }" canStop [readOnly]="readOnly()" (wish)="wish.emit($event)" />
        }
      </div>
      @if (activity().doneBy === 'ME') {
        <app-own-action [activity]="activity()" [readOnly]="readOnly()" (changed)="wish.emit({ kind: 'changed' })" />
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 var(--s-3);
      padding-block: var(--s-3);
      border-block-start: 1px solid var(--line);
    }
    .mark {
      inline-size: 1.5rem;
      block-size: 1.5rem;
      font-size: 0.625rem;
    }
    .what {
      display: grid;
      justify-items: start;
      gap: var(--s-1);
    }
    .words-of {
      font-weight: 560;
      overflow-wrap: anywhere;
    }
    app-own-action {
      justify-self: stretch;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: 0 var(--s-3);
    }
    .state > ui-tag {
      margin-block: var(--s-2);
    }
  `,
})
export class ActivityLine {
  private readonly words = inject(Words);
  private readonly today = inject(SessionStore).today;

  readonly activity = input.required<MyActivityView>();
  readonly readOnly = input.required<boolean>();
  readonly wish = output<PlanWish>();

  /** What is done or came to nothing is spoken of with its goal. */
  protected readonly open = computed(() => isOpen(this.activity()));
  protected readonly look = computed(() => STATE_LOOKS[this.activity().state]);
  protected readonly sentences = computed(() => activitySentences(this.activity(), this.words));
  protected readonly time = computed(() => activityTime(this.activity(), this.today(), this.words));
  protected readonly after = computed(() => (this.activity().state === 'PLANNED' ? this.activity().after : null));
  /** Of whoever does it: an organisation of the team, or a place outside it by its first letters; none on what the person does. */
  protected readonly mark = computed<OrgMark | null>(() => {
    const { doneBy, who, holds } = this.activity();
    if (doneBy === 'ME') return null;
    if (doneBy === 'STAFF' || who === null) return who?.organisation ?? holds.organisation;
    const place = who.worksAt || who.name;
    return { name: place, letters: place.slice(0, 2).toUpperCase(), kind: '' };
  });
}
