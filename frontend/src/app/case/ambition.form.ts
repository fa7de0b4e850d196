import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { AMBITION_LEVELS } from '@samspel/shared/case/case.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';
import { ActForm } from './act-form.ts';
import { CaseStore } from './case-store.ts';
import { FormState } from './form-state.ts';

/** How far the organisations have agreed to go together, with every level so far. */
@Component({
  selector: 'app-ambition-form',
  imports: [ActForm, Radios, TextPipe, WhenPipe],
  template: `
    <form [appActForm]="form" [label]="'case.ambition.save' | t" (sent)="save()" (cancelled)="done.emit()">
      <ui-radios
        [legend]="'case.ambition.legend' | t"
        [options]="levels()"
        [fieldId]="form.id('level')"
        [error]="form.error('level')"
        [(value)]="level"
      />
      @if (view().ambition; as ambition) {
        <details class="fold">
          <summary>{{ 'case.ambition.history' | t }}</summary>
          <ul class="see" role="list">
            @for (change of ambition.history; track change.from) {
              <li>{{ change.from | when: 'full-day' }}: {{ 'case.ambition.' + change.level | t }} ({{ change.by.name }})</li>
            }
          </ul>
        </details>
      }
    </form>
  `,
})
export class AmbitionForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly form = new FormState(this.words, 'ambition', ['level']);
  protected readonly level = linkedSignal<string | undefined>(() => this.view().ambition?.level);
  protected readonly levels = computed(() =>
    AMBITION_LEVELS.map((value) => ({ value, label: this.words.t(`case.ambition.${value}`), hint: this.words.t(`case.ambition.hint.${value}`) })),
  );

  protected async save(): Promise<void> {
    if (!this.form.check({ level: this.level() === undefined && 'required' })) return;
    const saved = await this.form.send(() => this.api.act(`/cases/${this.view().id}/ambition`, { level: this.level() }).then(() => true));
    if (saved === undefined) return;
    this.store.reload();
    this.done.emit();
  }
}
