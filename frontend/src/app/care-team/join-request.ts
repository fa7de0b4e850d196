import { Component, computed, inject, input, signal } from '@angular/core';
import { type CreatedView, type JoinRequestView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Note } from '../ui/note.ts';
import { Problem } from '../ui/problem.ts';

/** Somebody tried to open a case for the same person; the coordinator answers in place. */
@Component({
  selector: 'app-join-request',
  imports: [ActForm, ActionButton, Field, Note, Problem, TextInput, TextPipe, WhenPipe],
  template: `
    <ui-note kind="wait" icon="hand">
      <p>
        <b>{{ 'careTeam.join.title' | t: { name: request().requestedBy.name, organisation: request().requestedBy.organisation.name } }}</b>
        {{ request().requestedAt | when: 'moment' }}
      </p>
      <p class="told">{{ request().reason }}</p>
      <p class="small soft">
        {{ 'careTeam.join.asked' | t: { how: 'consent.form.' + request().askedForm + '.how' | t, day: request().askedOn | when: 'full-day' } }}
      </p>
      @if (refusing.problem(); as problem) {
        <ui-problem [problem]="problem" canRetry (retry)="refuse()" />
      }
      @if (inviting()) {
        <form [appActForm]="form" [label]="'careTeam.join.send' | t" (sent)="invite()" (cancelled)="inviting.set(false)">
          <ui-field
            [label]="'careTeam.invite.reason' | t"
            [hint]="'careTeam.invite.reasonHint' | t"
            [fieldId]="form.id('reason')"
            [error]="form.error('reason')"
          >
            <textarea uiInput rows="3" maxlength="500" [(value)]="reason"></textarea>
          </ui-field>
        </form>
      } @else {
        <div class="row">
          <ui-action action="join-request.invite" dense icon="check" [of]="acts()" (act)="inviting.set(true)">{{
            'careTeam.join.invite' | t
          }}</ui-action>
          <ui-action action="join-request.refuse" kind="second" dense [of]="acts()" [busy]="refusing.busy()" (act)="refuse()">{{
            'careTeam.join.refuse' | t
          }}</ui-action>
        </div>
      }
    </ui-note>
  `,
})
export class JoinRequest {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly request = input.required<JoinRequestView>();
  protected readonly form = new FormState(inject(Words), 'invite', ['reason']);
  protected readonly refusing = new Act();
  protected readonly inviting = signal(false);
  protected readonly reason = signal('');
  protected readonly acts = computed(() => offered(this.request()));

  constructor() {
    this.store.whileWriting(() => this.inviting() && this.reason() !== '');
  }

  protected async invite(): Promise<void> {
    if (!this.form.check({ reason: this.reason().trim() === '' && 'required' })) return;
    const sent = await this.form.send(() => this.api.act<CreatedView>(`/join-requests/${this.request().id}/invitation`, { reason: this.reason() }));
    if (sent === undefined) return;
    this.inviting.set(false);
    this.store.reload();
  }

  protected async refuse(): Promise<void> {
    const done = await this.refusing.run(() => this.api.act(`/join-requests/${this.request().id}/refusal`).then(() => true));
    if (done !== undefined) this.store.reload();
  }
}
