import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type HandoverRowView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Owner } from '../ui/owner.ts';
import { Problem } from '../ui/problem.ts';
import { Table } from '../ui/table.ts';
import { Tag } from '../ui/tag.ts';
import { clockTag } from './baton-words.ts';

/** Handovers in the unit's queue, first due first: who sends, what, how the clock stands; received in place, opened to answer. */
@Component({
  selector: 'app-inflow',
  imports: [Button, Owner, Problem, RouterLink, Table, Tag, TextPipe, WhenPipe],
  template: `
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <table uiTable>
      <caption class="vh">
        {{
          'handover.inbox.title' | t
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ 'handover.inbox.from' | t }}</th>
          <th scope="col">{{ 'handover.inbox.what' | t }}</th>
          <th scope="col">{{ 'handover.inbox.clock' | t }}</th>
          <th scope="col">
            <span class="vh">{{ 'handover.inbox.answer' | t }}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        @for (each of shown(); track each.row.id) {
          <tr>
            <th scope="row">
              <ui-owner [name]="each.row.from.staff.name" [org]="each.row.from.organisation" [note]="each.row.from.organisation.shortName" />
            </th>
            <td>
              {{ 'handover.scope.' + each.row.scope + '.name' | t }}
              <p class="tiny muted">{{ each.row.reference }} · {{ each.row.to.unit.name }} · {{ each.row.offeredAt | when: 'moment' }}</p>
              @if (each.row.nominee; as nominee) {
                <p class="tiny muted">{{ 'handover.inbox.nominee' | t: { name: nominee.name } }}</p>
              }
            </td>
            <td>
              <ui-tag [kind]="each.row.clock.overdue ? 'late' : 'wait'" [icon]="each.row.clock.overdue ? 'alert' : 'hourglass'">{{
                each.tag
              }}</ui-tag>
            </td>
            <td class="r">
              <div class="row row--end">
                @if (each.receivable) {
                  <button uiButton="second" dense [busy]="taking() === each.row.id" (click)="receive(each.row)">
                    {{ 'handover.inbox.receive' | t }}<span class="vh"> {{ each.row.reference }}</span>
                  </button>
                }
                <a uiButton dense [routerLink]="['/overlamningar', each.row.id]">
                  {{ 'handover.inbox.open' | t
                  }}<span class="vh"> {{ 'handover.inbox.openFrom' | t: { reference: each.row.reference, name: each.row.from.staff.name } }}</span>
                </a>
              </div>
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
    }
    .row--end {
      justify-content: flex-end;
      flex-wrap: wrap;
    }
    @media (max-width: 47.99rem) {
      .row--end {
        justify-content: flex-start;
      }
    }
  `,
})
export class Inflow {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly rows = input.required<readonly HandoverRowView[]>();
  readonly changed = output<void>();

  protected readonly act = new Act();
  protected readonly taking = signal<string | null>(null);
  protected readonly shown = computed(() =>
    this.rows().map((row) => ({
      row,
      tag: clockTag(row.clock, this.words) ?? this.words.t(`handover.state.${row.state}`),
      receivable: row.actions.some((action) => action === 'handover.receive'),
    })),
  );

  protected async receive({ id, version, reference }: HandoverRowView): Promise<void> {
    this.taking.set(id);
    const done = await this.act.run(() => this.api.act(`/handovers/${id}/receipt`, {}, version).then(() => true));
    this.taking.set(null);
    if (done) this.announcer.say(this.words.t('handover.inbox.received', { reference }));
    this.changed.emit();
  }
}
