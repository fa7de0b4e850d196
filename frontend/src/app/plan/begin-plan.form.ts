import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type CreatedView } from '@samspel/shared/api.ts';
import { PLAN_TYPES } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';

/** What kind of plan; everything else is written in it afterwards. */
@Component({
  selector: 'app-begin-plan-form',
  imports: [ActForm, Radios, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'plan.begin.send' | t" [canCancel]="canCancel()" (sent)="begin()" (cancelled)="cancelled.emit()">
      <ui-radios [legend]="'plan.begin.type' | t" [options]="types()" [fieldId]="form.id('type')" [error]="form.error('type')" [(value)]="type" />
    </form>
  `,
})
export class BeginPlanForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly router = inject(Router);
  private readonly words = inject(Words);

  readonly caseId = input.required<string>();
  readonly canCancel = input(true);
  readonly cancelled = output<void>();
  protected readonly form = new FormState(this.words, 'begin', ['type'], 'plan.error.');
  protected readonly type = signal<string | undefined>(undefined);
  protected readonly types = computed(() =>
    PLAN_TYPES.map((value) => ({ value, label: this.words.t(`plan.type.${value}.name`), hint: this.words.t(`plan.type.${value}.hint`) })),
  );

  protected async begin(): Promise<void> {
    if (!this.form.check({ type: this.type() === undefined && 'required' })) return;
    const path = `/cases/${this.caseId()}/plan`;
    const made = await this.form.send((key) => this.api.create<CreatedView>(path, { type: this.type() }, key));
    this.store.reload();
    if (made !== undefined) await this.router.navigate(['/arenden', this.caseId(), 'plan']);
  }
}
