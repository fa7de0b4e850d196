import { Component, effect, inject, input, linkedSignal, output } from '@angular/core';
import { type CreatedView, type StaffEdit, type StaffView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

const FIELDS = ['givenName', 'familyName', 'email', 'phone', 'hsaId', 'orgAffiliation'] as const;
type FieldName = (typeof FIELDS)[number];
const NEEDED: readonly FieldName[] = ['givenName', 'familyName'];

/** A staff member's name, ways to reach them, and the identity they sign in with. */
@Component({
  selector: 'app-staff-form',
  imports: [ActForm, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'operations.save' | t" (sent)="save()" (cancelled)="cancelled.emit()">
      @for (field of fields; track field) {
        <ui-field
          [label]="'operations.staff.field.' + field | t"
          [hint]="hint(field)"
          [optional]="!isNeeded(field)"
          [fieldId]="form.id(field)"
          [error]="form.error(field)"
        >
          <input uiInput maxlength="254" [value]="typed()[field]" (valueChange)="type(field, $event)" />
        </ui-field>
      }
    </form>
  `,
})
export class StaffForm {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  /** Absent for somebody new. */
  readonly staff = input<StaffView>();
  /** Carries the id of the staff member. */
  readonly saved = output<string>();
  readonly stale = output<void>();
  readonly cancelled = output<void>();

  protected readonly fields = FIELDS;
  protected readonly form = new FormState(this.words, 'staff', [...FIELDS], 'operations.error.');
  // A newer version of the same person must not take what has been typed.
  protected readonly typed = linkedSignal<StaffView | undefined, Record<FieldName, string>>({
    source: this.staff,
    computation: (staff, before) => (before !== undefined && before.source?.id === staff?.id ? before.value : textsOf(staff)),
  });

  constructor() {
    effect(() => {
      if (this.form.act.problem()?.conflict === true) this.stale.emit();
    });
  }

  protected isNeeded(field: FieldName): boolean {
    return NEEDED.includes(field);
  }

  protected hint(field: FieldName): string | undefined {
    return this.words.known(`operations.staff.hint.${field}`);
  }

  protected type(field: FieldName, text: string): void {
    this.typed.update((typed) => ({ ...typed, [field]: text }));
  }

  protected async save(): Promise<void> {
    const text = (field: FieldName): string => this.typed()[field].trim();
    const noIdentity = text('hsaId') === '' && text('orgAffiliation') === '';
    const complete = this.form.check({
      givenName: text('givenName') === '' && 'required',
      familyName: text('familyName') === '' && 'required',
      hsaId: noIdentity && 'required',
    });
    if (!complete) return;
    const body: StaffEdit = {
      givenName: text('givenName'),
      familyName: text('familyName'),
      email: text('email') || null,
      phone: text('phone') || null,
      hsaId: text('hsaId') || null,
      orgAffiliation: text('orgAffiliation') || null,
    };
    const staff = this.staff();
    const id = await this.form.send(async (key) => {
      if (staff === undefined) return (await this.api.create<CreatedView>('/staff', body, key)).id;
      await this.api.act(`/staff/${staff.id}`, body, staff.version);
      return staff.id;
    });
    if (id !== undefined) this.saved.emit(id);
  }
}

function textsOf(staff: StaffView | undefined): Record<FieldName, string> {
  return {
    givenName: staff?.givenName ?? '',
    familyName: staff?.familyName ?? '',
    email: staff?.email ?? '',
    phone: staff?.phone ?? '',
    hsaId: staff?.hsaId ?? '',
    orgAffiliation: staff?.orgAffiliation ?? '',
  };
}
