import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { type CreatedView, type InviteAskerInput, type MyDayRequest } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Note } from '../ui/note.ts';
import { Problem } from '../ui/problem.ts';

/** Turns a request to join into an invitation to the asker's unit; the reason is what their intake will read. */
@Component({
  selector: 'app-invite-asker',
  imports: [Button, Dialog, Field, Note, Problem, TextInput, TextPipe],
  template: `
    <ui-dialog [(open)]="open" [heading]="'myDay.invite.title' | t: { organisation: organisation() }">
      <ui-note
        ><p>{{ 'myDay.invite.text' | t: { organisation: organisation(), person: request().case.personName } }}</p></ui-note
      >
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      <ui-field [label]="'myDay.invite.reason' | t" [hint]="'myDay.invite.hint' | t" [error]="missing() ? ('myDay.invite.missing' | t) : null">
        <textarea uiInput rows="4" maxlength="500" [(value)]="reason" (save)="invite()"></textarea>
      </ui-field>
      <div class="dialog__foot" uiDialogFoot>
        <button uiButton [busy]="act.busy()" (click)="invite()">{{ 'myDay.invite.send' | t }}</button>
        <button uiButton="quiet" (click)="open.set(false)">{{ 'myDay.cancel' | t }}</button>
      </div>
    </ui-dialog>
  `,
})
export class InviteAsker {
  private readonly api = inject(Api);

  readonly open = model.required<boolean>();
  readonly request = input.required<MyDayRequest>();
  readonly invited = output<void>();

  protected readonly act = new Act();
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => this.tried() && this.reason().trim() === '');
  protected readonly organisation = computed(() => this.request().from.organisation.name);

  protected async invite(): Promise<void> {
    this.tried.set(true);
    if (this.missing()) return;
    const body: InviteAskerInput = { reason: this.reason().trim() };
    const made = await this.act.run(() => this.api.act<CreatedView>(`/join-requests/${this.request().id}/invitation`, body));
    if (made === undefined) return;
    this.open.set(false);
    this.invited.emit();
  }
}
