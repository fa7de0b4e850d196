import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type AcceptedInvitationView, type AcceptInvitationInput, type InvitationPreviewView } from '@samspel/shared/api.ts';
import { MANDATES } from '@samspel/shared/care-team/care-team.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { type Joiner, JoinerChoice } from './joiner-choice.ts';

export interface Accepted {
  readonly view: AcceptedInvitationView;
  readonly name: string;
}

/** Yes, with the named person who joins and what others may expect of them. */
@Component({
  selector: 'app-accept-form',
  imports: [ActForm, Field, JoinerChoice, Radios, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [canCancel]="false" [label]="'invitation.accept.send' | t" (sent)="accept()">
      <app-joiner-choice
        [unit]="invitation().unit.name"
        [fieldId]="form.id('assignmentId')"
        [error]="form.error('assignmentId')"
        [(joiner)]="joiner"
      />
      <ui-field
        [label]="'invitation.accept.role' | t"
        [hint]="'invitation.accept.roleHint' | t"
        [fieldId]="form.id('role')"
        [error]="form.error('role')"
      >
        <input uiInput maxlength="80" [(value)]="role" />
      </ui-field>
      <ui-radios
        [legend]="'invitation.accept.mandate' | t"
        [options]="mandates()"
        [fieldId]="form.id('mandate')"
        [error]="form.error('mandate')"
        [(value)]="mandate"
      />
      <ui-field
        [label]="'invitation.accept.questionArea' | t"
        [hint]="'invitation.accept.questionAreaHint' | t"
        [optional]="true"
        [fieldId]="form.id('questionArea')"
        [error]="form.error('questionArea')"
      >
        <input uiInput maxlength="200" [(value)]="questionArea" />
      </ui-field>
    </form>
  `,
})
export class AcceptForm {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly store = inject(SessionStore);

  readonly invitation = input.required<InvitationPreviewView>();
  readonly accepted = output<Accepted>();

  protected readonly form = new FormState(this.words, 'accept', ['assignmentId', 'role', 'mandate', 'questionArea'], 'invitation.error.');
  protected readonly joiner = signal<Joiner | undefined>(this.myself());
  /** The title is most often the role too; whatever is typed stays until another person is chosen. */
  protected readonly role = linkedSignal(() => this.joiner()?.title ?? '');
  protected readonly mandate = signal<string | undefined>(undefined);
  protected readonly questionArea = signal('');
  protected readonly mandates = computed(() =>
    MANDATES.map((value) => ({
      value,
      label: this.words.t(`invitation.mandate.${value}`),
      hint: this.words.t(`invitation.mandateHint.${value}`),
    })),
  );

  protected async accept(): Promise<void> {
    const joiner = this.joiner();
    const mandate = MANDATES.find((each) => each === this.mandate());
    const role = this.role().trim();
    const complete = this.form.check({
      assignmentId: joiner === undefined && 'required',
      role: role === '' && 'required',
      mandate: mandate === undefined && 'required',
    });
    if (!complete || joiner === undefined || mandate === undefined) return;
    const body: AcceptInvitationInput = { assignmentId: joiner.assignmentId, role, mandate, questionArea: this.questionArea().trim() };
    const view = await this.form.send(() => this.api.act<AcceptedInvitationView>(`/invitations/${this.invitation().id}/acceptance`, body));
    if (view !== undefined) this.accepted.emit({ view, name: joiner.name });
  }

  private myself(): Joiner | undefined {
    const session = this.store.current();
    const own = session?.assignment;
    return own ? { assignmentId: own.id, name: session.name, title: own.title } : undefined;
  }
}
