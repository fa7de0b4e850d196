import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView, type ConsentScopeInput, type CreatedView, type InformationCategory, type OrganisationList } from '@samspel/shared/api.ts';
import { CONSENT_FORMS, CONSENT_GIVERS, CONSENT_TEXT_VERSIONS, INFORMATION_CATEGORIES } from '@samspel/shared/consent/consent.ts';
import { latestValidTo } from '@samspel/shared/consent/validity.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Check, Radios } from '../ui/choice.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { ConsentPreview } from './consent-preview.ts';
import { TickList } from './tick-list.ts';

const FIELDS = ['recipients', 'informationCategories', 'exclusions', 'purpose', 'validFrom', 'validTo', 'givenBy', 'form', 'informed'];

/** Records what the person said yes to, for the reader's own organisation, beside who exactly would see what. */
@Component({
  selector: 'app-consent-form',
  imports: [ActForm, Check, ConsentPreview, DateField, Field, Load, Radios, TextInput, TextPipe, TickList],
  template: `
    <form [appActForm]="form" [label]="'consent.record.save' | t" (sent)="record()" (cancelled)="done.emit()">
      <p class="soft">{{ 'consent.record.lead' | t: { organisation: own()?.name ?? '', name: view().person.givenName } }}</p>
      <ui-load [of]="organisations" />
      <app-tick-list
        [legend]="'consent.record.to' | t"
        [options]="recipients()"
        [fieldId]="form.id('recipients')"
        [error]="form.error('recipients')"
        [(chosen)]="chosen"
      />
      <app-tick-list
        [legend]="'consent.record.what' | t"
        [options]="categories()"
        [fieldId]="form.id('informationCategories')"
        [error]="form.error('informationCategories')"
        [(chosen)]="kinds"
      />
      <ui-field
        [label]="'consent.record.not' | t"
        [hint]="'consent.record.notHint' | t"
        [optional]="true"
        [fieldId]="form.id('exclusions')"
        [error]="form.error('exclusions')"
      >
        <textarea uiInput rows="2" maxlength="1000" [(value)]="exclusions"></textarea>
      </ui-field>
      <app-consent-preview [caseId]="view().id" [scope]="scope()" />
      <ui-field
        [label]="'consent.record.why' | t"
        [hint]="'consent.record.whyHint' | t"
        [fieldId]="form.id('purpose')"
        [error]="form.error('purpose')"
      >
        <textarea uiInput rows="2" maxlength="500" [(value)]="purpose"></textarea>
      </ui-field>
      <div class="cols cols--half">
        <div>
          <ui-date-field
            [label]="'consent.record.from' | t"
            [fieldId]="form.id('validFrom')"
            [error]="form.error('validFrom')"
            [today]="today()"
            [(value)]="validFrom"
          />
        </div>
        <div>
          <ui-date-field
            [label]="'consent.record.until' | t"
            [fieldId]="form.id('validTo')"
            [error]="form.error('validTo')"
            [today]="today()"
            [min]="today()"
            [(value)]="validTo"
          />
        </div>
      </div>
      <ui-radios
        [legend]="'consent.record.giver' | t"
        [options]="givers()"
        [fieldId]="form.id('givenBy')"
        [error]="form.error('givenBy')"
        [(value)]="givenBy"
      />
      <ui-radios [legend]="'consent.record.how' | t" [options]="forms()" [fieldId]="form.id('form')" [error]="form.error('form')" [(value)]="how" />
      <ui-check
        boxed
        [label]="'consent.record.informed' | t: { name: view().person.givenName }"
        [hint]="'consent.record.informedText' | t"
        [fieldId]="form.id('informed')"
        [(checked)]="informed"
      />
      @if (form.error('informed'); as text) {
        <p class="error">{{ text }}</p>
      }
    </form>
  `,
})
export class ConsentForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly session = inject(SessionStore);
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly today = this.session.today;
  protected readonly form = new FormState(this.words, 'consent', FIELDS);
  protected readonly organisations = read<OrganisationList>(() => '/organisations');
  protected readonly own = computed(() => this.session.assignment()?.organisation);

  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly kinds = signal<readonly string[]>([]);
  protected readonly exclusions = signal('');
  protected readonly purpose = signal('');
  protected readonly validFrom = signal(this.today());
  protected readonly validTo = signal('');
  protected readonly givenBy = signal<string | undefined>('SELF');
  protected readonly how = signal<string | undefined>(undefined);
  protected readonly informed = signal(false);

  protected readonly recipients = computed(() => [
    ...(this.organisations.value()?.items ?? [])
      .filter(({ id, kind }) => id !== this.own()?.id && kind !== 'FEDERATION')
      .map(({ id, name }) => ({ value: id, label: name })),
    ...this.contacts().map(({ id, name, worksAt }) => ({ value: id, label: name, hint: worksAt })),
  ]);
  protected readonly categories = computed(() =>
    INFORMATION_CATEGORIES.map((value) => ({ value, label: this.words.t(`consent.category.${value}`) })),
  );
  protected readonly givers = computed(() => CONSENT_GIVERS.map((value) => ({ value, label: this.words.t(`consent.giver.${value}`) })));
  protected readonly forms = computed(() => CONSENT_FORMS.map((value) => ({ value, label: this.words.t(`consent.form.${value}.label`) })));
  protected readonly scope = computed<ConsentScopeInput>(() => {
    const contactIds = this.contacts().map(({ id }) => id);
    return {
      disclosingOrganisationId: this.own()?.id ?? '',
      informationCategories: INFORMATION_CATEGORIES.filter((each): each is InformationCategory => this.kinds().includes(each)),
      exclusions: this.exclusions(),
      recipients: {
        organisationIds: this.chosen().filter((id) => !contactIds.includes(id)),
        contactIds: this.chosen().filter((id) => contactIds.includes(id)),
      },
    };
  });
  private readonly contacts = computed(() => this.view().contacts.filter(({ removed }) => !removed));

  constructor() {
    this.store.whileWriting(() => this.chosen().length > 0 || this.purpose() !== '');
  }

  protected async record(): Promise<void> {
    if (!this.form.check(this.wrong())) return;
    const body = {
      ...this.scope(),
      givenBy: this.givenBy(),
      purpose: this.purpose(),
      validFrom: this.validFrom(),
      validTo: this.validTo(),
      form: this.how(),
      informedWithText: CONSENT_TEXT_VERSIONS[0],
    };
    const made = await this.form.send((key) => this.api.create<CreatedView>(`/cases/${this.view().id}/consents`, body, key));
    if (made === undefined) return;
    this.store.reload();
    this.done.emit();
  }

  private wrong(): Record<string, string | false> {
    const [from, to] = [this.validFrom(), this.validTo()];
    return {
      recipients: this.chosen().length === 0 && 'required',
      informationCategories: this.kinds().length === 0 && 'required',
      purpose: this.purpose().trim() === '' && 'required',
      validFrom: from === '' && 'required',
      validTo: to === '' ? 'required' : to < this.today() ? 'past' : from !== '' && to > latestValidTo(from) && 'too_long',
      form: this.how() === undefined && 'required',
      informed: !this.informed() && 'required',
    };
  }
}
