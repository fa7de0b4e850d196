import { Component, computed, inject, input, model } from '@angular/core';
import { RECORDED_FORMS } from '@samspel/shared/plan/plan.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';

/** How the person's words reached the one who writes them down. */
@Component({
  selector: 'app-form-choice',
  imports: [Radios, TextPipe],
  template: `<ui-radios [legend]="'personMessages.form.legend' | t" [options]="forms()" [fieldId]="fieldId()" [error]="error()" [(value)]="form" />`,
})
export class FormChoice {
  private readonly words = inject(Words);

  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  readonly form = model<string>();
  protected readonly forms = computed(() => RECORDED_FORMS.map((value) => ({ value, label: this.words.t(`personMessages.form.${value}`) })));
}
