import { Component, computed, inject, input } from '@angular/core';
import { type AccessLogItem } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';

/** When, who and what, as a narrow table. */
@Component({
  selector: 'app-access-table',
  imports: [TextPipe, WhenPipe],
  template: `
    <table class="table table--edge">
      <caption class="vh">
        {{
          'case.access.title' | t
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ 'case.access.when' | t }}</th>
          <th scope="col">{{ 'case.access.who' | t }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track $index) {
          <tr>
            <td>
              <time [attr.datetime]="row.item.when">{{ row.item.when | when: 'moment' }}</time>
            </td>
            <td>
              {{ row.item.name }}, {{ row.item.organisation.shortName }}.
              <span class="muted">{{ row.what }}</span>
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class AccessTable {
  private readonly words = inject(Words);

  readonly items = input.required<readonly AccessLogItem[]>();
  protected readonly rows = computed(() =>
    this.items().map((item) => ({ item, what: this.words.known(`case.access.action.${item.action}`) ?? this.words.t('case.access.other') })),
  );
}
