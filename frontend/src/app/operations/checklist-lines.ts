import { Component, input, model } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Field } from '../ui/field.ts';
import { Icon } from '../ui/icon.ts';
import { TextInput } from '../ui/input.ts';
import { CHECKLIST_MAX } from './link-template.ts';

/** The lines a sender ticks before a handover leaves, one field each. */
@Component({
  selector: 'app-checklist-lines',
  imports: [Button, Field, Icon, TextInput, TextPipe],
  template: `
    <fieldset class="fieldset" [class.field--error]="!!error()">
      <legend>{{ 'operations.link.checklist' | t }}</legend>
      @if (error(); as text) {
        <span class="error"><ui-icon name="alert" />{{ text }}</span>
      }
      @for (line of lines(); track $index; let i = $index) {
        <div class="line">
          <ui-field [label]="'operations.link.line' | t: { n: i + 1 }" [fieldId]="i === 0 ? fieldId() : fieldId() + '-' + i">
            <input uiInput maxlength="200" [value]="line" (valueChange)="change(i, $event)" />
          </ui-field>
          <button uiButton="quiet" dense icon="x" (click)="remove(i)">
            {{ 'operations.card.removeWord' | t }}<span class="vh"> {{ line }}</span>
          </button>
        </div>
      }
      @if (lines().length < most) {
        <button uiButton="second" dense icon="plus" [attr.id]="lines().length === 0 ? fieldId() : null" (click)="add()">
          {{ 'operations.link.addLine' | t }}
        </button>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: var(--s-5);
    }
    .line {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--s-2);
      align-items: end;
      margin-block-end: var(--s-3);
    }
  `,
})
export class ChecklistLines {
  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  readonly lines = model.required<readonly string[]>();
  protected readonly most = CHECKLIST_MAX;

  protected add(): void {
    this.lines.update((lines) => [...lines, '']);
  }

  protected remove(index: number): void {
    this.lines.update((lines) => lines.filter((_, i) => i !== index));
  }

  protected change(index: number, text: string): void {
    this.lines.update((lines) => lines.map((line, i) => (i === index ? text : line)));
  }
}
