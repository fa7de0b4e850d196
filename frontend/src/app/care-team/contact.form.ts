import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type ContactKind, type ContactView, type CreatedView } from '@samspel/shared/api.ts';
import { CONTACT_KINDS } from '@samspel/shared/care-team/care-team.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

const FIELDS = ['name', 'kind', 'worksAt', 'phone', 'email', 'questionArea'];

/** Somebody around the person who has no login: added, or changed when `contact` is given. */
@Component({
  selector: 'app-contact-form',
  imports: [ActForm, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'careTeam.contact.save' | t" (sent)="save()" (cancelled)="done.emit()">
      <ui-field [label]="'careTeam.contact.name' | t" [fieldId]="form.id('name')" [error]="form.error('name')">
        <input uiInput maxlength="160" [(value)]="name" />
      </ui-field>
      <ui-field [label]="'careTeam.contact.kindLabel' | t" [fieldId]="form.id('kind')" [error]="form.error('kind')">
        <select uiInput [value]="kind()" (valueChange)="choose($event)">
          @for (each of kinds(); track each.value) {
            <option [value]="each.value">{{ each.label }}</option>
          }
        </select>
      </ui-field>
      <ui-field [label]="'careTeam.contact.worksAt' | t" [optional]="true" [fieldId]="form.id('worksAt')" [error]="form.error('worksAt')">
        <input uiInput maxlength="160" [(value)]="worksAt" />
      </ui-field>
      <ui-field [label]="'careTeam.contact.phone' | t" [optional]="true" [fieldId]="form.id('phone')" [error]="form.error('phone')">
        <input uiInput type="tel" maxlength="32" [(value)]="phone" />
      </ui-field>
      <ui-field [label]="'careTeam.contact.email' | t" [optional]="true" [fieldId]="form.id('email')" [error]="form.error('email')">
        <input uiInput type="email" maxlength="254" [(value)]="email" />
      </ui-field>
      <ui-field
        [label]="'careTeam.area.label' | t"
        [hint]="'careTeam.contact.areaHint' | t"
        [optional]="true"
        [fieldId]="form.id('questionArea')"
        [error]="form.error('questionArea')"
      >
        <input uiInput maxlength="200" [(value)]="questionArea" />
      </ui-field>
    </form>
  `,
})
export class ContactForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);

  readonly caseId = input.required<string>();
  readonly contact = input<ContactView | null>(null);
  readonly done = output<void>();
  protected readonly form = new FormState(this.words, 'contact', FIELDS);
  protected readonly name = linkedSignal(() => this.contact()?.name ?? '');
  protected readonly kind = linkedSignal<ContactKind>(() => this.contact()?.kind ?? 'EMPLOYER');
  protected readonly worksAt = linkedSignal(() => this.contact()?.worksAt ?? '');
  protected readonly phone = linkedSignal(() => this.contact()?.phone ?? '');
  protected readonly email = linkedSignal(() => this.contact()?.email ?? '');
  protected readonly questionArea = linkedSignal(() => this.contact()?.questionArea ?? '');
  protected readonly kinds = computed(() => CONTACT_KINDS.map((value) => ({ value, label: this.words.t(`careTeam.contact.kind.${value}`) })));

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected choose(value: string): void {
    const kind = CONTACT_KINDS.find((each) => each === value);
    if (kind !== undefined) this.kind.set(kind);
  }

  protected async save(): Promise<void> {
    if (!this.form.check({ name: this.name().trim() === '' && 'required' })) return;
    const body = {
      kind: this.kind(),
      name: this.name(),
      worksAt: this.worksAt(),
      phone: this.phone().trim() || null,
      email: this.email().trim() || null,
      questionArea: this.questionArea(),
    };
    const contact = this.contact();
    const saved = await this.form.send((key) =>
      contact === null
        ? this.api.create<CreatedView>(`/cases/${this.caseId()}/contacts`, body, key).then(() => true)
        : this.api.act(`/contacts/${contact.id}`, body, contact.version).then(() => true),
    );
    if (saved === undefined) return;
    this.store.reload();
    this.done.emit();
  }
}
