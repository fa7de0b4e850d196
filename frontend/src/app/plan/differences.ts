import { Component, computed, inject, input } from '@angular/core';
import { type ChangedFieldView, type PlanChangesView, type PlanVersionItemView } from '@samspel/shared/api.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Icon } from '../ui/icon.ts';
import { Tag } from '../ui/tag.ts';
import { DiffText } from './diff-text.ts';
import { fieldName, fieldValue, isFreeText } from './field-words.ts';
import { whole, wordDiff } from './word-diff.ts';

/** What differs between two versions: what came, what went, and word by word what was rewritten. */
@Component({
  selector: 'app-differences',
  imports: [CountPipe, DiffText, Icon, Tag, TextPipe],
  template: `
    <p class="lead">{{ summary() }}</p>
    @if (changes().facts.length > 0) {
      <article class="plan-part stack">
        <h3>
          <ui-tag icon="edit">{{ 'plan.diff.changed' | t }}</ui-tag> {{ 'plan.facts.title' | t }}
        </h3>
        <dl class="diff-fields">
          @for (field of facts(); track field.name) {
            <dt>{{ field.label }}</dt>
            <dd><app-diff-text [pieces]="field.pieces" /></dd>
          }
        </dl>
      </article>
    }
    @for (each of items(); track each.item.itemId) {
      <article class="plan-part stack">
        <h3>
          <ui-tag [kind]="each.how === 'added' ? 'done' : each.how === 'removed' ? 'later' : 'plain'" [icon]="icons[each.how]">{{
            'plan.diff.' + each.how | t
          }}</ui-tag>
          {{ 'plan.itemKind.' + each.item.kind | t }}
          @if (each.item.organisation; as organisation) {
            <span class="small soft">{{ organisation.name }}</span>
          }
        </h3>
        @if (each.how === 'changed' && each.name !== '') {
          <p class="small soft">{{ each.name }}</p>
        }
        <dl class="diff-fields">
          @for (field of each.fields; track field.name) {
            <dt>{{ field.label }}</dt>
            <dd><app-diff-text [pieces]="field.pieces" /></dd>
          }
        </dl>
      </article>
    }
    <p class="small muted"><ui-icon name="check" /> {{ 'plan.diff.unchanged' | count: changes().unchanged }}</p>
  `,
  host: { class: 'stack' },
})
export class PlanDifferences {
  private readonly words = inject(Words);

  readonly changes = input.required<PlanChangesView>();
  protected readonly icons = { added: 'plus', removed: 'minus', changed: 'edit' } as const;

  protected readonly summary = computed(() => {
    const { added, removed, changed, facts } = this.changes();
    if (added.length + removed.length + changed.length + facts.length === 0) return this.words.t('plan.diff.none');
    return this.words.t('plan.diff.summary', { added: added.length, removed: removed.length, changed: changed.length + (facts.length > 0 ? 1 : 0) });
  });
  protected readonly facts = computed(() => this.changes().facts.map((field) => this.field(field)));
  protected readonly items = computed(() => {
    const { added, removed, changed } = this.changes();
    return [
      ...changed.map(({ item, fields }) => ({ how: 'changed' as const, item, name: nameOf(item), fields: fields.map((field) => this.field(field)) })),
      ...added.map((item) => ({
        how: 'added' as const,
        item,
        name: '',
        fields: item.fields.map(({ name, value }) => this.field({ name, before: '', after: value })),
      })),
      ...removed.map((item) => ({
        how: 'removed' as const,
        item,
        name: '',
        fields: item.fields.map(({ name, value }) => this.field({ name, before: value, after: '' })),
      })),
    ];
  });

  private field({ name, before, after }: ChangedFieldView) {
    const say = (value: string): string => fieldValue(name, value, this.words);
    const pieces = isFreeText(name) ? wordDiff(before, after) : whole(say(before), say(after));
    return { name, label: fieldName(name, this.words), pieces };
  }
}

/** Which one it is, when what changed does not say so. */
function nameOf({ fields }: PlanVersionItemView): string {
  return fields.find(({ name }) => name === 'text' || name === 'wanted')?.value ?? '';
}
