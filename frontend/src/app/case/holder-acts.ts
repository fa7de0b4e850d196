import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CaseView, type HandoverRowView } from '@samspel/shared/api.ts';
import { type HandoverAction } from '@samspel/shared/handover/handover.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { isOnItsWay } from '../handover/baton-words.ts';
import { RevokeForm } from '../handover/revoke.form.ts';
import { SessionStore } from '../session/session.store.ts';
import { localeOf } from '../text/language.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Problem } from '../ui/problem.ts';
import { offered } from './acts.ts';
import { AskCoordinatorForm } from './ask-coordinator.form.ts';
import { CaseStore } from './case-store.ts';
import { mayLetGo } from './holder-words.ts';
import { NextStepForm } from './next-step.form.ts';

/** What owner and coordinator do about who holds it and what happens next. */
@Component({
  selector: 'app-holder-acts',
  imports: [ActionButton, AskCoordinatorForm, Button, Dialog, NextStepForm, Problem, RevokeForm, RouterLink, TextPipe],
  template: `
    <div class="row">
      <ui-action action="case.set-next-step" icon="edit" [of]="acts()" (act)="open.set('step')">{{
        (view().nextStep ? 'case.step.change' : 'case.step.open') | t
      }}</ui-action>
      @if (view().nextStep !== null) {
        <ui-action action="case.finish-next-step" kind="second" icon="check" [of]="acts()" [busy]="finishing.busy()" (act)="finish()">{{
          'case.step.finish' | t
        }}</ui-action>
      }
      @if (view().actions.includes('handover.offer')) {
        @if (lettable()[0]; as scope) {
          <a uiButton="second" icon="arrow" [routerLink]="['/arenden', view().id, 'lamna-over']" [queryParams]="{ galler: scope }">{{
            'handover.case.open' | t
          }}</a>
        }
      } @else {
        <ui-action action="handover.offer" kind="second" icon="arrow" [of]="acts()">{{ 'handover.case.open' | t }}</ui-action>
      }
      @for (row of handovers(); track row.id) {
        <a uiButton="second" [icon]="row.court === 'RECEIVER' ? 'eye' : 'message'" [routerLink]="['/overlamningar', row.id]">{{ label(row) }}</a>
        @if (may(row, 'handover.revoke')) {
          <button uiButton="second" icon="undo" (click)="revoking.set(row)">{{ 'handover.case.revoke' | t }}</button>
        }
      }
      @if (view().coordinatorRequest === null) {
        <ui-action action="case.ask-coordinator" kind="second" icon="hand" [of]="acts()" (act)="open.set('coordinator')">{{
          'case.coordinator.open' | t
        }}</ui-action>
      }
    </div>
    @if (finishing.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <ui-dialog [open]="revoking() !== null" (openChange)="revoking.set(null)" [heading]="'handover.act.revoke' | t">
      @if (revoking(); as row) {
        <app-revoke-form [handover]="row" (done)="revoked()" (refused)="reload()" (cancelled)="revoking.set(null)" />
      }
    </ui-dialog>
    <ui-dialog [open]="open() !== null" (openChange)="close()" [heading]="(open() === 'step' ? 'case.step.title' : 'case.coordinator.title') | t">
      @switch (open()) {
        @case ('step') {
          <app-next-step-form [view]="view()" (done)="close()" />
        }
        @case ('coordinator') {
          <app-ask-coordinator-form [view]="view()" (done)="close()" />
        }
      }
    </ui-dialog>
  `,
})
export class HolderActs {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly me = inject(SessionStore).assignment;

  readonly view = input.required<CaseView>();
  protected readonly finishing = new Act();
  protected readonly open = signal<'step' | 'coordinator' | null>(null);
  protected readonly acts = computed(() => offered(this.view()));

  protected readonly revoking = signal<HandoverRowView | null>(null);
  protected readonly lettable = computed(() => mayLetGo(this.view(), this.me()?.id));
  /** Those that wait for somebody, and those the reader can do something about; the rest stand in the relay below. */
  protected readonly handovers = computed(() => this.view().holder.handovers.filter((row) => isOnItsWay(row) || row.actions.length > 0));

  protected may(row: HandoverRowView, action: HandoverAction): boolean {
    return row.actions.includes(action);
  }

  private awaitsMe(row: HandoverRowView): boolean {
    return this.may(row, 'handover.accept') || this.may(row, 'handover.answer');
  }

  /** Which one, when there are two. */
  protected label(row: HandoverRowView): string {
    if (this.awaitsMe(row)) return this.words.t('handover.case.answer');
    if (this.handovers().length === 1) return this.words.t('handover.case.see');
    return this.words.t('handover.case.seeOf', {
      scope: this.words.t(`handover.scope.${row.scope}.name`).toLocaleLowerCase(localeOf(this.words.language())),
    });
  }

  protected revoked(): void {
    this.revoking.set(null);
    this.reload();
    this.announcer.say(this.words.t('handover.done.revoke'));
  }

  protected reload(): void {
    this.store.reload();
  }

  protected close(): void {
    this.open.set(null);
  }

  protected async finish(): Promise<void> {
    const { id, version } = this.view();
    const done = await this.finishing.run(() => this.api.act(`/cases/${id}/next-step/done`, {}, version).then(() => true));
    this.store.reload();
    if (done) this.announcer.say(this.words.t('case.step.finished'));
  }
}
