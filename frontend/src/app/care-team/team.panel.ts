import { Component, computed, inject, input, signal } from '@angular/core';
import { type CaseView, type ContactView, type ParticipantView } from '@samspel/shared/api.ts';
import { offered } from '../case/acts.ts';
import { Removed } from '../case/removed.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { shortDay } from '../text/format/dates.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Panel } from '../ui/panel.ts';
import { AddColleagueForm } from './add-colleague.form.ts';
import { ChangeRoleForm } from './change-role.form.ts';
import { ContactForm } from './contact.form.ts';
import { ContactRow } from './contact-row.ts';
import { InvitationRow } from './invitation-row.ts';
import { InviteForm } from './invite.form.ts';
import { LeaveForm } from './leave.form.ts';
import { ParticipantRow } from './participant-row.ts';

/** What a dialog of this panel is about. */
type Asked =
  | { readonly what: 'invite' | 'add' | 'contact' }
  | { readonly what: 'change' | 'leave'; readonly participant: ParticipantView }
  | { readonly what: 'edit'; readonly contact: ContactView };

/** Who is in the team, who has been asked, and whom else to turn to. */
@Component({
  selector: 'app-team-panel',
  imports: [
    ActionButton,
    AddColleagueForm,
    ChangeRoleForm,
    ContactForm,
    ContactRow,
    Dialog,
    InvitationRow,
    InviteForm,
    LeaveForm,
    Panel,
    ParticipantRow,
    Removed,
    TextPipe,
  ],
  template: `
    <section uiPanel [heading]="'careTeam.title' | t">
      <ui-action uiPanelEnd action="invitation.send" kind="quiet" dense icon="plus" [of]="acts()" (act)="asked.set({ what: 'invite' })">{{
        'careTeam.invite.open' | t
      }}</ui-action>
      <ul class="people" role="list">
        @for (one of view().participants; track one.id) {
          <li
            [appParticipantRow]="one"
            [closed]="view().status === 'CLOSED'"
            (edit)="asked.set({ what: 'change', participant: one })"
            (leave)="asked.set({ what: 'leave', participant: one })"
          ></li>
        }
        @for (invitation of view().invitations; track invitation.id) {
          <li [appInvitationRow]="invitation"></li>
        }
      </ul>
      <ui-action action="participant.add" kind="quiet" dense icon="plus" [of]="acts()" (act)="asked.set({ what: 'add' })">{{
        'careTeam.add.open' | t
      }}</ui-action>
      @if (former(); as names) {
        <p class="small muted">{{ 'careTeam.former' | t: { names: names } }}</p>
      }
      <h3 class="rule">{{ 'careTeam.contact.title' | t }}</h3>
      @for (contact of removed(); track contact.id) {
        <app-removed [what]="'careTeam.contact.removed' | t" [path]="'/contacts/' + contact.id" (settled)="forget(contact)" />
      }
      <ul class="people" role="list">
        @for (contact of view().contacts; track contact.id) {
          <li [appContactRow]="contact" (edit)="asked.set({ what: 'edit', contact: contact })" (removed)="keepForUndo(contact)"></li>
        } @empty {
          <li class="none small muted">{{ 'careTeam.contact.empty' | t }}</li>
        }
      </ul>
      <ui-action action="contact.add" kind="quiet" dense icon="plus" [of]="acts()" (act)="asked.set({ what: 'contact' })">{{
        'careTeam.contact.add' | t
      }}</ui-action>
    </section>
    <ui-dialog [open]="asked() !== null" (openChange)="close()" [heading]="heading()">
      @if (asked(); as ask) {
        @switch (ask.what) {
          @case ('invite') {
            <app-invite-form [view]="view()" (done)="close()" />
          }
          @case ('add') {
            <app-add-colleague-form [view]="view()" (done)="close()" />
          }
          @case ('change') {
            <app-change-role-form [participant]="latest(ask.participant)" (done)="close()" />
          }
          @case ('leave') {
            <app-leave-form [participant]="ask.participant" (done)="close()" />
          }
          @case ('contact') {
            <app-contact-form [caseId]="view().id" (done)="close()" />
          }
          @case ('edit') {
            <app-contact-form [caseId]="view().id" [contact]="ask.contact" (done)="close()" />
          }
        }
      }
    </ui-dialog>
  `,
})
export class TeamPanel {
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  protected readonly removed = signal<readonly ContactView[]>([]);
  protected readonly asked = signal<Asked | null>(null);
  protected readonly acts = computed(() => offered(this.view()));
  protected readonly heading = computed(() => this.words.t(`careTeam.dialog.${this.asked()?.what ?? 'invite'}`));
  protected readonly former = computed(() =>
    this.view()
      .formerParticipants.map(({ name, organisation, until }) => `${name} (${organisation.shortName}, ${shortDay(until, this.words.language())})`)
      .join(', '),
  );

  protected latest(participant: ParticipantView): ParticipantView {
    return this.view().participants.find(({ id }) => id === participant.id) ?? participant;
  }

  protected keepForUndo(contact: ContactView): void {
    this.removed.update((all) => [contact, ...all]);
  }

  protected forget(contact: ContactView): void {
    this.removed.update((all) => all.filter(({ id }) => id !== contact.id));
  }

  protected close(): void {
    this.asked.set(null);
  }
}
