import { afterRenderEffect, Component, ElementRef, input, output, viewChild } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { Button, type ButtonKind } from '../ui/button.ts';
import { ErrorSummary } from '../ui/error-summary.ts';
import { Problem } from '../ui/problem.ts';
import { type FormState } from './form-state.ts';

/** What stands around the fields of every form: what is wrong above them, send and cancel below, Ctrl+Enter to send. */
@Component({
  selector: 'form[appActForm]',
  imports: [Button, ErrorSummary, Problem, TextPipe],
  template: `
    <ui-error-summary [errors]="state().summary()" />
    @if (state().refusal(); as problem) {
      <ui-problem #refused tabindex="-1" [problem]="problem" />
    }
    <ng-content />
    <div class="row form-foot">
      <button [uiButton]="kind()" submits [busy]="state().act.busy()">{{ label() }}</button>
      @if (canCancel()) {
        <button uiButton="quiet" (click)="cancelled.emit()">{{ 'case.cancel' | t }}</button>
      }
    </div>
  `,
  host: {
    class: 'stack',
    novalidate: '',
    autocomplete: 'off',
    '(submit)': 'send($event)',
    '(keydown.control.enter)': 'send($event)',
    '(keydown.meta.enter)': 'send($event)',
  },
})
export class ActForm {
  readonly state = input.required<FormState>({ alias: 'appActForm' });
  readonly label = input.required<string>();
  readonly kind = input<ButtonKind>('main');
  readonly canCancel = input(true);
  readonly sent = output<void>();
  readonly cancelled = output<void>();

  private readonly refused = viewChild<unknown, ElementRef<HTMLElement>>('refused', { read: ElementRef });

  constructor() {
    // The button that was pressed may stand far below; so may what it was refused for.
    afterRenderEffect(() => this.refused()?.nativeElement.focus());
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.sent.emit();
  }
}
