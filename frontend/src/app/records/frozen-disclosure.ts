import { Component, computed, inject, input } from '@angular/core';
import { type FrozenDisclosureView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Panel } from '../ui/panel.ts';
import { SummaryRow } from '../ui/summary.ts';

/** The order in which people read; what is newer than this list comes last. */
const ORDER = [
  'personName',
  'asked',
  'why',
  'text',
  'author',
  'writtenAt',
  'occurredOn',
  'date',
  'sender.name',
  'sender.title',
  'sender.unit',
  'sender.organisation',
];

/** One thing that was shared: by whom, when, of what kind, and word for word what it said. */
@Component({
  selector: 'app-frozen-disclosure',
  imports: [Panel, SummaryRow, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'records.item' | t: { n: number(), kind: 'records.kind.' + item().kind | t }">
      <dl class="summary">
        <div uiSummaryRow [label]="'records.from' | t">{{ item().from }}</div>
        <div uiSummaryRow [label]="'records.shared' | t">{{ item().disclosedAt | when: 'full-moment' }}</div>
        <div uiSummaryRow [label]="'records.category' | t">{{ 'records.categories.' + item().category | t }}</div>
        @for (field of fields(); track field.name) {
          <div uiSummaryRow [label]="field.label">
            <span class="lines">{{ field.value }}</span>
          </div>
        }
      </dl>
    </section>
  `,
  styles: ':host { display: block } .lines { white-space: pre-line }',
})
export class FrozenDisclosure {
  private readonly words = inject(Words);

  readonly item = input.required<FrozenDisclosureView>();
  readonly number = input.required<number>();

  // A copy is word for word: a field or code this client has no word for is shown as it is rather than left out.
  protected readonly fields = computed(() =>
    inOrder(this.item().content).map(([name, value]) => ({
      name,
      label: this.words.known(`records.field.${name.replaceAll('.', '-')}`) ?? name,
      value: this.words.known(`records.value.${value}`) ?? value,
    })),
  );
}

function inOrder(content: Readonly<Record<string, string>>): [string, string][] {
  const place = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return Object.entries(content).sort(([a], [b]) => place(a) - place(b));
}
