import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView, type CreatedView } from '@samspel/shared/api.ts';
import { QUESTION_MAX } from '@samspel/shared/case/question.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { covers } from '../consent/coverage.ts';
import { draft } from '../note/draft.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** A short question to one person in the team. */
@Component({
  selector: 'app-ask-form',
  imports: [ActForm, Field, Radios, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'question.ask.send' | t" (sent)="ask()" (cancelled)="cancelled.emit()">
      <p class="soft">{{ 'question.ask.lead' | t: { name: view().person.givenName } }}</p>
      <ui-radios
        [legend]="'question.ask.who' | t"
        [options]="receivers()"
        [fieldId]="form.id('receiverId')"
        [error]="form.error('receiverId')"
        [(value)]="receiverId"
      />
      <ui-field [label]="'question.ask.text' | t" [fieldId]="form.id('text')" [error]="form.error('text')" [saved]="kept.said()">
        <textarea uiInput rows="3" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
    </form>
  `,
})
export class AskForm {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly me = inject(SessionStore).assignment;

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();
  protected readonly max = QUESTION_MAX;
  protected readonly form = new FormState(this.words, 'ask', ['receiverId', 'text'], 'question.error.');
  protected readonly kept = draft(() => `question:${this.view().id}`);
  protected readonly receiverId = signal<string | undefined>(undefined);
  protected readonly receivers = computed(() => {
    const own = this.me()?.organisation.id ?? '';
    return this.view()
      .participants.filter(({ staff }) => staff.assignmentId !== this.me()?.id)
      .map(({ staff, role }) => {
        const option = { value: staff.assignmentId, label: staff.name, hint: `${role}, ${staff.organisation.shortName}` };
        const reached = staff.organisation.id === own || covers(this.view().consents.items, own, staff.organisation.id, 'SITUATION');
        return reached ? option : { ...option, shutBecause: this.words.t('question.ask.notCovered', { organisation: staff.organisation.name }) };
      });
  });

  constructor() {
    inject(CaseStore).whileWriting(() => true);
  }

  protected async ask(): Promise<void> {
    const text = this.kept.text().trim();
    const receiverId = this.receiverId();
    if (!this.form.check({ receiverId: receiverId === undefined && 'required', text: text === '' && 'required' })) return;
    const made = await this.form.send((key) => this.api.create<CreatedView>(`/cases/${this.view().id}/questions`, { receiverId, text }, key));
    if (made === undefined) return;
    this.kept.discard();
    this.announcer.say(this.words.t('question.ask.done'));
    this.done.emit();
  }
}
