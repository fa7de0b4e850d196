import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActivityView, type CaseView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button, type ButtonKind } from '../ui/button.ts';
import { type IconName } from '../ui/icon.ts';
import { Problem } from '../ui/problem.ts';
import { AcceptActivityForm } from './accept-activity.form.ts';
import { ActivityNoteForm } from './activity-note.form.ts';
import { InPlace } from './in-place.ts';
import { ReasonForm } from './reason.form.ts';

interface ActivityButton {
  readonly action: string;
  /** Last word of `plan.act.…` and `plan.done.…`. */
  readonly name: string;
  readonly kind: ButtonKind;
  readonly icon: IconName;
  /** The address of an act that needs no more words; the others open a panel in place. */
  readonly path?: string;
}

const BUTTONS: readonly ActivityButton[] = [
  { action: 'activity.accept', name: 'accept', kind: 'main', icon: 'check' },
  { action: 'activity.refuse', name: 'refuse', kind: 'second', icon: 'no' },
  { action: 'activity.start', name: 'start', kind: 'second', icon: 'half', path: 'start' },
  { action: 'activity.unblock', name: 'unblock', kind: 'second', icon: 'undo', path: 'resumption' },
  { action: 'activity.note', name: 'note', kind: 'second', icon: 'edit' },
  { action: 'activity.block', name: 'block', kind: 'quiet', icon: 'stop' },
  { action: 'activity.take-back', name: 'take-back', kind: 'quiet', icon: 'undo', path: 'recall' },
  { action: 'activity.reopen', name: 'reopen', kind: 'quiet', icon: 'undo', path: 'reopening' },
  { action: 'activity.cancel', name: 'cancel', kind: 'quiet', icon: 'x' },
];

/** Everything this reader may do with an activity but report it done; what needs words opens in place. */
@Component({
  selector: 'app-activity-acts',
  imports: [AcceptActivityForm, ActionButton, ActivityNoteForm, Button, InPlace, Problem, ReasonForm, RouterLink, TextPipe],
  template: `
    <div class="row">
      @for (each of buttons(); track each.action) {
        <ui-action [action]="each.action" [kind]="each.kind" [icon]="each.icon" dense [of]="acts()" [busy]="acting.busy()" (act)="press(each)">{{
          'plan.act.' + each.name | t
        }}</ui-action>
      }
      @if (activity().actions.includes('activity.hand-over')) {
        <a
          uiButton="quiet"
          dense
          icon="arrow"
          [routerLink]="['/arenden', view().id, 'lamna-over']"
          [queryParams]="{ galler: 'ACTIVITY', insats: activity().id }"
          >{{ 'plan.act.hand-over' | t }}</a
        >
      }
      @if (activity().handover; as handover) {
        <a uiButton="quiet" dense icon="eye" [routerLink]="['/overlamningar', handover.id]">{{ 'plan.act.see-handover' | t }}</a>
      }
      @if (linked() && activity().actions.includes('activity.edit')) {
        <a uiButton="quiet" dense icon="edit" [routerLink]="['/arenden', view().id, 'plan']" [queryParams]="{ andra: activity().id }">{{
          'plan.act.edit' | t
        }}</a>
      }
    </div>
    @if (acting.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    @if (open(); as name) {
      <div appInPlace (appInPlaceClosed)="open.set(null)">
        @switch (name) {
          @case ('accept') {
            <app-accept-activity-form [activity]="activity()" (done)="finish('accept')" (cancelled)="open.set(null)" />
          }
          @case ('note') {
            <app-activity-note-form [activity]="activity()" (done)="finish('note')" (cancelled)="open.set(null)" />
          }
          @case ('refuse') {
            <app-reason-form kind="refuse" [activity]="activity()" (done)="finish('refuse')" (cancelled)="open.set(null)" />
          }
          @case ('block') {
            <app-reason-form kind="block" [activity]="activity()" (done)="finish('block')" (cancelled)="open.set(null)" />
          }
          @case ('cancel') {
            <app-reason-form kind="cancel" [activity]="activity()" (done)="finish('cancel')" (cancelled)="open.set(null)" />
          }
        }
      </div>
    }
  `,
  host: { class: 'stack' },
})
export class ActivityActs {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly activity = input.required<ActivityView>();
  readonly view = input.required<CaseView>();
  /** Away from the plan page: a link leads to where its words are changed. */
  readonly linked = input(true);

  protected readonly acting = new Act();
  protected readonly open = signal<string | null>(null);
  protected readonly acts = computed(() => offered(this.activity()));
  protected readonly buttons = computed(() => {
    const { actions, blocked } = this.acts();
    return BUTTONS.filter(({ action }) => actions.includes(action) || blocked.some((block) => block.action === action));
  });

  protected press({ name, path }: ActivityButton): void {
    if (path === undefined) this.open.set(name);
    else void this.send(name, path);
  }

  protected finish(name: string): void {
    this.open.set(null);
    this.store.reload();
    this.announcer.say(this.words.t(`plan.done.${name}`));
  }

  private async send(name: string, path: string): Promise<void> {
    const { id, version } = this.activity();
    const done = await this.acting.run(() => this.api.act(`/activities/${id}/${path}`, {}, version).then(() => true));
    if (done) this.finish(name);
    else this.store.reload();
  }
}
