import { Component, computed, inject, input, model } from '@angular/core';
import { type CaseloadItemView, type CaseloadView } from '@samspel/shared/api.ts';
import { nomineeOption } from '../stalled/nominee-choice.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Table } from '../ui/table.ts';
import { Tag } from '../ui/tag.ts';
import { keyOf, type Plan, planForAll, shutBecause } from './caseload-plan.ts';

/** What a colleague answers for, and who is to receive each; one choice for all fills every row that can be offered. */
@Component({
  selector: 'app-caseload-table',
  imports: [Field, Table, Tag, TextInput, TextPipe, WhenPipe],
  template: `
    <ui-field [label]="'caseload.forAll' | t" class="for-all">
      <select uiInput [value]="forAll()" (valueChange)="chooseForAll($event)">
        <option value="">{{ 'caseload.each' | t }}</option>
        @for (option of options(); track option.value) {
          <option [value]="option.value" [disabled]="option.shutBecause !== undefined">{{ option.text }}</option>
        }
      </select>
    </ui-field>
    <table uiTable>
      <caption class="vh">
        {{
          'caseload.caption' | t: { name: view().staff.name }
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ 'caseload.reference' | t }}</th>
          <th scope="col">{{ 'caseload.scope.label' | t }}</th>
          <th scope="col">{{ 'caseload.consent.label' | t }}</th>
          <th scope="col">{{ 'caseload.receiver' | t }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.key) {
          <tr>
            <th scope="row">{{ row.item.reference }}</th>
            <td>
              {{ 'caseload.scope.' + row.item.scope | t }}
              @if (row.item.dueOn; as day) {
                <p class="tiny muted">{{ 'caseload.dueOn' | t: { day: day | when: 'day' } }}</p>
              }
            </td>
            <td>
              @if (row.item.covered) {
                <ui-tag kind="done" icon="check-circle">{{ 'caseload.consent.covered' | t }}</ui-tag>
              } @else {
                <ui-tag kind="late" icon="alert">{{ 'caseload.consent.missing' | t }}</ui-tag>
              }
            </td>
            <td>
              @if (row.shut; as why) {
                <span class="muted">{{ 'caseload.shut.' + why | t }}</span>
              } @else {
                <select
                  uiInput
                  [attr.aria-label]="'caseload.receiverOf' | t: { reference: row.item.reference }"
                  [value]="plan().get(row.key) ?? ''"
                  (valueChange)="choose(row.item, $event)"
                >
                  <option value="">{{ 'caseload.nobody' | t }}</option>
                  @for (option of options(); track option.value) {
                    <option [value]="option.value" [disabled]="option.shutBecause !== undefined">{{ option.text }}</option>
                  }
                </select>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    .for-all {
      max-inline-size: 26rem;
      margin-block-end: var(--s-4);
    }
  `,
})
export class CaseloadTable {
  private readonly words = inject(Words);
  private readonly today = inject(SessionStore).today;

  readonly view = input.required<CaseloadView>();
  readonly plan = model.required<Plan>();

  protected readonly rows = computed(() => this.view().items.map((item) => ({ item, key: keyOf(item), shut: shutBecause(item) })));
  protected readonly options = computed(() =>
    this.view()
      .receivers.map((receiver) => nomineeOption(receiver, this.view().staff.unit, this.words, this.today()))
      .map((option) => ({ ...option, text: [option.label, option.shutBecause ?? option.hint].filter(Boolean).join(' – ') })),
  );
  /** The receiver all have, if they have one and the same. */
  protected readonly forAll = computed(() => {
    const chosen = this.rows()
      .filter(({ shut }) => shut === null)
      .map(({ key }) => this.plan().get(key));
    return new Set(chosen).size === 1 ? (chosen[0] ?? '') : '';
  });

  protected chooseForAll(receiver: string): void {
    this.plan.set(planForAll(this.view().items, receiver));
  }

  protected choose(item: CaseloadItemView, receiver: string): void {
    this.plan.update((before) => {
      const after = new Map(before);
      if (receiver === '') after.delete(keyOf(item));
      else after.set(keyOf(item), receiver);
      return after;
    });
  }
}
