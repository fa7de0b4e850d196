import { Component, computed, inject, input, signal } from '@angular/core';
import { type ActivityView, type CaseView, type PlanView } from '@samspel/shared/api.ts';
import { UNDO_SECONDS } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Icon } from '../ui/icon.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { Tick } from '../ui/task-list.ts';
import { UndoRow } from '../ui/undo-row.ts';
import { uniqueId } from '../ui/unique-id.ts';
import { ActivityActs } from './activity-acts.ts';
import { ActivityForm } from './activity.form.ts';
import { ActivityNotes } from './activity-notes.ts';
import { badgeOf, metaOf, statusOf, truthOf } from './activity-words.ts';
import { InPlace } from './in-place.ts';
import { ItemFrame } from './item-frame.ts';
import { Later } from './later.ts';
import { PlanDesk } from './plan-desk.ts';
import { worthSaying } from './plan-item.ts';

/** Acts that have their place beside the row. */
const IN_SIGHT = ['activity.complete'];

/** One activity: who does what by when, how it stands, done in one click, and behind "Mer" everything else. */
@Component({
  selector: 'li[appActivity]',
  imports: [
    ActionButton,
    ActivityActs,
    ActivityForm,
    ActivityNotes,
    Button,
    CountPipe,
    Icon,
    InPlace,
    ItemFrame,
    OrgBadge,
    Problem,
    Tag,
    TextPipe,
    Tick,
    UndoRow,
  ],
  template: `
    <ui-org [org]="badge()" />
    <div class="act__text">
      @if (later.done()) {
        <s class="muted">{{ activity().text }}</s>
        <ui-undo-row [what]="'plan.activity.done' | t" [seconds]="seconds" (undone)="later.toggle()" (lapsed)="complete()" />
      } @else {
        <p>{{ activity().text }}</p>
        <p class="task__meta">{{ meta() }}</p>
        @if (truth(); as text) {
          <p class="small act__truth">{{ text }}</p>
        }
        @if (activity().messages > 0) {
          <p class="small act__truth"><ui-icon name="stop" />{{ 'plan.activity.messages' | count: activity().messages }}</p>
        }
      }
      @if (later.act.problem(); as problem) {
        <ui-problem [problem]="problem" canRetry (retry)="complete()" />
      }
    </div>
    @if (!later.done()) {
      <span class="task__end">
        @if (!activity().shared && plan() === null) {
          <ui-tag kind="later" icon="lock">{{ 'plan.item.draft' | t }}</ui-tag>
        }
        <ui-tag [kind]="status().kind" [icon]="status().icon">{{ status().text }}</ui-tag>
        @if (activity().actions.includes('activity.complete')) {
          <ui-tick [what]="activity().text" (ticked)="later.toggle()" />
        }
        @if (hasMore()) {
          <button uiButton="quiet" dense [attr.aria-expanded]="open()" [attr.aria-controls]="moreId" (click)="open.set(!open())">
            {{ (open() ? 'plan.activity.less' : 'plan.activity.more') | t }}<span class="vh">: {{ activity().text }}</span>
          </button>
        }
      </span>
    }
    @if (editing()) {
      <div class="act__more" appInPlace (appInPlaceClosed)="desk?.close(activity().id)">
        <app-activity-form
          [view]="view()"
          [plan]="plan()!"
          [item]="activity()"
          (done)="desk?.close(activity().id)"
          (cancelled)="desk?.close(activity().id)"
        />
      </div>
    } @else if (open()) {
      <div class="act__more stack" [id]="moreId">
        @if (activity().plain; as words) {
          <p class="small">
            <b>{{ 'plan.plain.label' | t }}:</b> {{ words }}
          </p>
        }
        <app-activity-notes [notes]="activity().notes" />
        <app-activity-acts [activity]="activity()" [view]="view()" [linked]="plan() === null" />
      </div>
    }
    @if (plan() !== null) {
      <app-item-frame [item]="activity()" [view]="view()" [name]="activity().text" section="goals">
        <ui-action action="activity.edit" kind="quiet" dense icon="edit" [of]="acts()" (act)="desk?.open(activity().id)"
          >{{ 'plan.act.edit' | t }}<span class="vh">: {{ activity().text }}</span></ui-action
        >
      </app-item-frame>
    }
  `,
})
export class ActivityRow {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly activity = input.required<ActivityView>({ alias: 'appActivity' });
  readonly view = input.required<CaseView>();
  /** On the plan page its words are changed here; elsewhere a link leads there. */
  readonly plan = input<PlanView | null>(null);

  protected readonly desk = inject(PlanDesk, { optional: true });
  protected readonly seconds = UNDO_SECONDS;
  protected readonly moreId = uniqueId('activity');
  protected readonly open = signal(false);
  protected readonly later = new Later(() => this.api.act(`/activities/${this.activity().id}/completion`, {}, this.activity().version));
  protected readonly status = computed(() => statusOf(this.activity(), this.words));
  protected readonly badge = computed(() => badgeOf(this.activity(), this.view().person));
  protected readonly meta = computed(() => metaOf(this.activity(), this.view().person.givenName, this.words).join(' · '));
  protected readonly truth = computed(() => truthOf(this.activity(), this.words));
  protected readonly acts = computed(() => worthSaying(offered(this.activity())));
  protected readonly editing = computed(() => this.plan() !== null && this.desk?.isOpen(this.activity().id) === true);
  protected readonly hasMore = computed(() => {
    const { notes, plain } = this.activity();
    const { actions, blocked } = this.acts();
    const acts = [...actions, ...blocked.map(({ action }) => action)].filter(
      (action) => action.startsWith('activity.') && !IN_SIGHT.includes(action),
    );
    return acts.length > 0 || notes.length > 0 || (plain !== null && plain !== '');
  });

  constructor() {
    this.store.whileWriting(() => this.later.done());
  }

  protected async complete(): Promise<void> {
    const done = await this.later.finish();
    this.store.reload();
    if (done) this.announcer.say(this.words.t('plan.done.complete'));
  }
}
