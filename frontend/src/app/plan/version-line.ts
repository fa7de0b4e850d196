import { Component, computed, inject, input } from '@angular/core';
import { type PlanView } from '@samspel/shared/api.ts';
import { RouterLink } from '@angular/router';
import { shortDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';

/** Which version the person reads, what has changed since, and the way to see it. */
@Component({
  selector: 'app-version-line',
  imports: [RouterLink, TextPipe],
  template: `
    {{ say() }}
    @if (plan().published; as published) {
      <a
        [routerLink]="['/arenden', plan().caseId, 'plan', 'versioner']"
        [queryParams]="published.changedSince ? { fran: published.number, till: 0 } : {}"
        >{{ (published.changedSince ? 'plan.version.showChanges' : 'plan.version.showAll') | t }}</a
      >
    }
  `,
  host: { class: 'version-line small soft' },
})
export class VersionLine {
  private readonly words = inject(Words);

  readonly plan = input.required<PlanView>();
  readonly givenName = input.required<string>();
  protected readonly say = computed(() => {
    const { published } = this.plan();
    const name = this.givenName();
    if (published === null) return this.words.t('plan.version.none', { name });
    const params = { name, number: published.number, day: shortDay(published.at, this.words.language()), next: published.number + 1 };
    return published.changedSince ? this.words.count('plan.version.changed', published.changes, params) : this.words.t('plan.version.same', params);
  });
}
