import { Component, computed, inject, input } from '@angular/core';
import { type InvitationView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { ActionButton } from '../ui/action-button.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';

/** An organisation that has been asked: waiting, or its no with the reason. */
@Component({
  selector: 'li[appInvitationRow]',
  imports: [ActionButton, OrgBadge, Problem, Tag, TextPipe, WhenPipe],
  template: `
    <ui-org [org]="invitation().organisation" beside />
    <div>
      <b>{{ invitation().organisation.name }}</b>
      <small>{{ invitation().unit.name }}</small>
      <small>{{ 'careTeam.invitation.by' | t: { name: invitation().invitedBy.name, when: invitation().invitedAt | when: 'day' } }}</small>
      @if (invitation().answerReason; as reason) {
        <small class="told">{{ 'careTeam.invitation.because' | t: { reason: reason } }}</small>
      }
      @if (taking.problem(); as problem) {
        <ui-problem [problem]="problem" canRetry (retry)="withdraw()" />
      }
      <p class="row">
        @if (invitation().state === 'PENDING') {
          <ui-tag kind="wait" icon="hourglass">{{ 'careTeam.invitation.PENDING' | t }}</ui-tag>
        } @else {
          <ui-tag icon="no">{{ 'careTeam.invitation.DECLINED' | t }}</ui-tag>
        }
        <ui-action action="invitation.withdraw" kind="quiet" dense [of]="acts()" [busy]="taking.busy()" (act)="withdraw()">{{
          'careTeam.invitation.withdraw' | t
        }}</ui-action>
      </p>
    </div>
  `,
})
export class InvitationRow {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly invitation = input.required<InvitationView>({ alias: 'appInvitationRow' });
  protected readonly taking = new Act();
  protected readonly acts = computed(() => {
    const { actions, blocked } = offered(this.invitation());
    // Answering is the invited intake's, on its own page.
    return { actions: actions.filter((each) => each === 'invitation.withdraw'), blocked };
  });

  protected async withdraw(): Promise<void> {
    const done = await this.taking.run(() => this.api.act(`/invitations/${this.invitation().id}/withdrawal`).then(() => true));
    if (done !== undefined) this.store.reload();
  }
}
