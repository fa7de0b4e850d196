import { Component, computed, inject, input, signal } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Announcer } from '../ui/announcer.ts';
import { Dialog } from '../ui/dialog.ts';
import { Problem } from '../ui/problem.ts';
import { offered } from './acts.ts';
import { AskCoordinatorForm } from './ask-coordinator.form.ts';
import { CaseStore } from './case-store.ts';
import { NextStepForm } from './next-step.form.ts';

/** What owner and coordinator do about who holds it and what happens next. */
@Component({
  selector: 'app-holder-acts',
  imports: [ActionButton, AskCoordinatorForm, Dialog, NextStepForm, Problem, TextPipe],
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
      @if (view().coordinatorRequest === null) {
        <ui-action action="case.ask-coordinator" kind="second" icon="hand" [of]="acts()" (act)="open.set('coordinator')">{{
          'case.coordinator.open' | t
        }}</ui-action>
      }
    </div>
    @if (finishing.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
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

  readonly view = input.required<CaseView>();
  protected readonly finishing = new Act();
  protected readonly open = signal<'step' | 'coordinator' | null>(null);
  protected readonly acts = computed(() => offered(this.view()));

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
