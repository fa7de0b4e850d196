import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type StaffView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Note } from '../ui/note.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { StaffForm } from './staff.form.ts';

/** Name, ways to reach and sign-in of one staff member; sign-in can be closed and opened. */
@Component({
  selector: 'app-staff-panel',
  imports: [Button, Dialog, Note, Panel, Problem, StaffForm, Tag, TextPipe],
  template: `
    <section uiPanel [heading]="staff().givenName + ' ' + staff().familyName">
      @if (staff().disabled) {
        <p>
          <ui-tag icon="lock">{{ 'operations.staff.disabled' | t }}</ui-tag>
        </p>
      }
      <dl class="facts stacked">
        @for (fact of facts(); track fact.field) {
          <div>
            <dt>{{ 'operations.staff.field.' + fact.field | t }}</dt>
            <dd>{{ fact.text }}</dd>
          </div>
        }
      </dl>
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      <div class="row rule">
        <button uiButton="second" dense icon="edit" (click)="editing.set(true)">{{ 'operations.change' | t }}</button>
        @if (staff().disabled) {
          <button uiButton="quiet" dense [busy]="act.busy()" (click)="turn('enabling')">{{ 'operations.staff.enable' | t }}</button>
        } @else {
          <button uiButton="quiet" dense (click)="sure.set(true)">{{ 'operations.staff.disable' | t }}</button>
        }
      </div>
    </section>
    <ui-dialog [(open)]="editing" [heading]="'operations.staff.change' | t">
      @if (editing()) {
        <app-staff-form [staff]="staff()" (saved)="saved()" (stale)="changed.emit()" (cancelled)="editing.set(false)" />
      }
    </ui-dialog>
    <ui-dialog [(open)]="sure" [heading]="'operations.staff.disable' | t">
      <ui-note kind="soon" icon="alert"
        ><p>{{ 'operations.staff.disableText' | t: { name: staff().givenName } }}</p></ui-note
      >
      <div class="dialog__foot" uiDialogFoot>
        <button uiButton="stop" [busy]="act.busy()" (click)="turn('disabling')">{{ 'operations.staff.disable' | t }}</button>
        <button uiButton="quiet" (click)="sure.set(false)">{{ 'operations.keep' | t }}</button>
      </div>
    </ui-dialog>
  `,
  styles: `
    :host {
      display: block;
    }
    .stacked {
      display: grid;
      gap: var(--s-3);
      overflow-wrap: anywhere;
    }
    .rule {
      margin-block-start: var(--s-4);
    }
  `,
})
export class StaffPanel {
  private readonly api = inject(Api);

  readonly staff = input.required<StaffView>();
  readonly changed = output<void>();

  protected readonly act = new Act();
  protected readonly editing = signal(false);
  protected readonly sure = signal(false);
  protected readonly facts = computed(() =>
    (['phone', 'email', 'hsaId', 'orgAffiliation'] as const).flatMap((field) => {
      const text = this.staff()[field];
      return text === null ? [] : [{ field, text }];
    }),
  );

  protected saved(): void {
    this.editing.set(false);
    this.changed.emit();
  }

  protected async turn(move: 'disabling' | 'enabling'): Promise<void> {
    await this.act.run(() => this.api.act(`/staff/${this.staff().id}/${move}`));
    this.sure.set(false);
    if (!this.act.failed()) this.changed.emit();
  }
}
