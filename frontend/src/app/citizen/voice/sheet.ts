import { afterRenderEffect, Component, ElementRef, input, model, output, viewChild } from '@angular/core';
import { type Act } from '../../api/act.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Dialog } from '../../ui/dialog.ts';
import { Note } from '../../ui/note.ts';
import { Problem } from '../../ui/problem.ts';

/** A dialog in which the person says one thing: what is asked (projected), why it was refused, send and leave; then what was promised. */
@Component({
  selector: 'app-sheet',
  imports: [Button, Dialog, Note, Problem, TextPipe],
  template: `
    <ui-dialog [(open)]="open" [heading]="heading()">
      @if (act().problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      <div role="status">
        @if (thanks(); as text) {
          <ui-note kind="done" icon="check-circle"
            ><p>{{ text }}</p></ui-note
          >
        }
      </div>
      <div class="stack" [hidden]="thanks() !== null"><ng-content /></div>
      <div class="dialog__foot" uiDialogFoot>
        @if (thanks() === null) {
          <button uiButton [busy]="act().busy()" (click)="sent.emit()">{{ label() }}</button>
          <button uiButton="quiet" (click)="open.set(false)">{{ 'citizen.cancel' | t }}</button>
        } @else {
          <button #leave uiButton (click)="open.set(false)">{{ 'citizen.done' | t }}</button>
        }
      </div>
    </ui-dialog>
  `,
})
export class Sheet {
  readonly open = model.required<boolean>();
  readonly heading = input.required<string>();
  readonly label = input.required<string>();
  readonly act = input.required<Act>();
  /** What came of it, once it is sent. */
  readonly thanks = input<string | null>(null);
  readonly sent = output<void>();

  private readonly leave = viewChild<unknown, ElementRef<HTMLElement>>('leave', { read: ElementRef });

  constructor() {
    // The button that was pressed is gone, and the focus with it.
    afterRenderEffect(() => this.leave()?.nativeElement.focus());
  }
}
