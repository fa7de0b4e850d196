import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView, type CreatedView, type OrganisationList } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { covers } from '../consent/coverage.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { InvitationSight } from './invitation-sight.ts';

/** Asks another organisation into the team, beside exactly what its intake will read. */
@Component({
  selector: 'app-invite-form',
  imports: [ActForm, Field, InvitationSight, Load, Note, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'careTeam.invite.send' | t" (sent)="invite()" (cancelled)="done.emit()">
      <ui-load [of]="organisations" />
      <ui-field [label]="'careTeam.invite.organisation' | t" [fieldId]="form.id('organisation')" [error]="form.error('organisation')">
        <select uiInput [value]="organisationId()" (valueChange)="choose($event)">
          <option value="">{{ 'careTeam.invite.pick' | t }}</option>
          @for (each of choices(); track each.id) {
            <option [value]="each.id">{{ each.name }}</option>
          }
        </select>
      </ui-field>
      @if (organisation(); as chosen) {
        @if (!covered()) {
          <ui-note kind="stop" icon="shield">{{ 'careTeam.invite.notCovered' | t: { organisation: chosen.name } }}</ui-note>
        }
        <ui-field [label]="'careTeam.invite.unit' | t" [fieldId]="form.id('unitId')" [error]="form.error('unitId')">
          <select uiInput [(value)]="unitId">
            <option value="">{{ 'careTeam.invite.pick' | t }}</option>
            @for (unit of units(); track unit.id) {
              <option [value]="unit.id">{{ unit.name }}</option>
            }
          </select>
        </ui-field>
      }
      <ui-field
        [label]="'careTeam.invite.reason' | t"
        [hint]="'careTeam.invite.reasonHint' | t"
        [fieldId]="form.id('reason')"
        [error]="form.error('reason')"
      >
        <textarea uiInput rows="3" maxlength="500" [(value)]="reason"></textarea>
      </ui-field>
      <app-invitation-sight [person]="person()" [reason]="reason()" [organisation]="organisation()?.name" />
    </form>
  `,
})
export class InviteForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly session = inject(SessionStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly form = new FormState(this.words, 'invite', ['organisation', 'unitId', 'reason']);
  protected readonly organisations = read<OrganisationList>(() => '/organisations');
  protected readonly organisationId = signal('');
  protected readonly unitId = signal('');
  protected readonly reason = signal('');

  /** Organisations outside the team that receive invitations. */
  protected readonly choices = computed(() => {
    const inTeam = new Set(this.view().participants.map(({ staff }) => staff.organisation.id));
    return (this.organisations.value()?.items ?? []).filter(
      ({ id, kind, units }) => !inTeam.has(id) && kind !== 'FEDERATION' && units.some(({ takesIntake }) => takesIntake),
    );
  });
  protected readonly organisation = computed(() => this.choices().find(({ id }) => id === this.organisationId()));
  protected readonly units = computed(() => (this.organisation()?.units ?? []).filter(({ takesIntake }) => takesIntake));
  protected readonly covered = computed(() =>
    covers(this.view().consents.items, this.session.assignment()?.organisation.id ?? '', this.organisationId()),
  );
  protected readonly person = computed(() => `${this.view().person.givenName} ${this.view().person.familyName}`);

  constructor() {
    this.store.whileWriting(() => this.organisationId() !== '' || this.reason() !== '');
  }

  protected choose(id: string): void {
    this.organisationId.set(id);
    const units = this.units();
    this.unitId.set(units.length === 1 ? (units[0]?.id ?? '') : '');
  }

  protected async invite(): Promise<void> {
    const body = { unitId: this.unitId(), reason: this.reason() };
    const complete = this.form.check({
      organisation: this.organisationId() === '' && 'required',
      unitId: this.organisationId() !== '' && body.unitId === '' && 'required',
      reason: body.reason.trim() === '' && 'required',
    });
    if (!complete) return;
    const sent = await this.form.send((key) => this.api.create<CreatedView>(`/cases/${this.view().id}/invitations`, body, key));
    if (sent === undefined) return;
    this.announcer.say(this.words.t('careTeam.invite.sent'));
    this.store.reload();
    this.done.emit();
  }
}
