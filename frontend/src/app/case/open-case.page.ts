import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AskedToJoinView, type CreatedView } from '@samspel/shared/api.ts';
import { ASKING_FORMS, NEXT_STEP_MAX, REASON_MAX } from '@samspel/shared/case/case.ts';
import { parseIdentifier } from '@samspel/shared/person/identifier.ts';
import { Api } from '../api/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Check, Radios } from '../ui/choice.ts';
import { DateField } from '../ui/date-field.ts';
import { Empty } from '../ui/empty.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Panel } from '../ui/panel.ts';
import { ActForm } from './act-form.ts';
import { FormState } from './form-state.ts';
import { LanguageFields } from './language-fields.ts';
import { type KnownPerson, PersonNumberField } from './person-number-field.ts';

const FIELDS = [
  'consentToAsk-saidYes',
  'consentToAsk-form',
  'consentToAsk-askedOn',
  'personalNumber',
  'givenName',
  'familyName',
  'reason',
  'nextStep-text',
  'nextStep-due',
  'questionArea',
];

/** Opens a case. First the person's yes to the question whether they already have a team; without it nothing is looked up. */
@Component({
  imports: [ActForm, Button, Check, DateField, Empty, Field, LanguageFields, Panel, PersonNumberField, Radios, RouterLink, TextInput, TextPipe],
  templateUrl: './open-case.page.html',
})
export default class OpenCasePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly words = inject(Words);

  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(this.words, 'open', FIELDS);
  protected readonly reasonMax = REASON_MAX;
  protected readonly stepMax = NEXT_STEP_MAX;
  /** The whole answer when the person has a team already. */
  protected readonly message = signal<string | null>(null);

  protected readonly saidYes = signal(false);
  protected readonly how = signal<string | undefined>(undefined);
  protected readonly askedOn = signal(this.today());
  protected readonly personalNumber = signal('');
  protected readonly givenName = signal('');
  protected readonly familyName = signal('');
  protected readonly language = signal('sv');
  protected readonly interpreter = signal('');
  protected readonly reason = signal('');
  protected readonly stepText = signal('');
  protected readonly stepDue = signal('');
  protected readonly questionArea = signal('');
  protected readonly ways = computed(() => ASKING_FORMS.map((value) => ({ value, label: this.words.t(`case.asking.${value}`) })));

  protected fillIn(person: KnownPerson): void {
    if (this.givenName() === '') this.givenName.set(person.givenName);
    if (this.familyName() === '') this.familyName.set(person.familyName);
  }

  protected async open(): Promise<void> {
    if (!this.form.check(this.wrong())) return;
    const answer = await this.form.send((key) => this.api.create<CreatedView | AskedToJoinView>('/cases', this.body(), key));
    if (answer === undefined) return;
    if ('message' in answer) this.message.set(answer.message);
    else await this.router.navigate(['/arenden', answer.id]);
  }

  private wrong(): Record<string, string | false> {
    const number = parseIdentifier(this.personalNumber(), this.today());
    const askedOn = this.askedOn();
    return {
      'consentToAsk-saidYes': !this.saidYes() && 'required',
      'consentToAsk-form': this.how() === undefined && 'required',
      'consentToAsk-askedOn': askedOn === '' ? 'required' : askedOn > this.today() && 'inTheFuture',
      personalNumber: this.personalNumber().trim() === '' ? 'required' : !number.ok && number.because,
      givenName: this.givenName().trim() === '' && 'required',
      familyName: this.familyName().trim() === '' && 'required',
      reason: this.reason().trim() === '' && 'required',
      'nextStep-text': this.stepText().trim() === '' && this.stepDue() !== '' && 'required',
    };
  }

  private body(): object {
    const text = this.stepText().trim();
    return {
      consentToAsk: { form: this.how(), askedOn: this.askedOn(), saidYes: this.saidYes() },
      personalNumber: this.personalNumber(),
      givenName: this.givenName(),
      familyName: this.familyName(),
      language: this.language(),
      interpreterLanguage: this.interpreter() || null,
      reason: this.reason(),
      ...(text !== '' && { nextStep: { text, due: this.stepDue() || null } }),
      questionArea: this.questionArea(),
    };
  }
}
