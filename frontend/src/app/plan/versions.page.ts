import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type PlanChangesView, type PlanVersionListView } from '@samspel/shared/api.ts';
import { apiUrl } from '../api/api.ts';
import { read } from '../api/read.ts';
import { CaseStore } from '../case/case-store.ts';
import { PageTitle } from '../shell/page-title.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Field } from '../ui/field.ts';
import { Icon } from '../ui/icon.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { PlanDifferences } from './differences.ts';
import { VersionRow } from './version-row.ts';

/** The working copy among the versions: what would be published now. */
const WORKING = '0';

/** What has been published, who stands behind each version, and what differs between any two. */
@Component({
  imports: [Button, Empty, Field, Icon, Load, Panel, PlanDifferences, RouterLink, TextInput, TextPipe, VersionRow],
  providers: [CaseStore],
  templateUrl: './versions.page.html',
})
export default class VersionsPage {
  private readonly words = inject(Words);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly store = inject(CaseStore);

  /** From the address: the case, and the two versions to compare. */
  readonly id = input.required<string>();
  readonly fran = input<string>();
  readonly till = input<string>();

  protected readonly plan = computed(() => this.store.view()?.plan ?? null);
  protected readonly name = computed(() => {
    const person = this.store.view()?.person;
    return person === undefined ? '' : `${person.givenName} ${person.familyName}`;
  });
  protected readonly list = read<PlanVersionListView>(() => {
    const id = this.plan()?.id;
    return id === undefined ? undefined : `/plans/${id}/versions`;
  });
  protected readonly versions = computed(() => this.list.value()?.items ?? []);
  /** The newest against the working copy, until somebody chooses otherwise. */
  protected readonly from = computed(() => this.fran() ?? String(this.versions()[0]?.number ?? ''));
  protected readonly to = computed(() => this.till() ?? WORKING);
  protected readonly changes = read<PlanChangesView>(() => {
    const id = this.plan()?.id;
    const [from, to] = [this.from(), this.to()];
    const known = (number: string): boolean => number === WORKING || this.versions().some((each) => String(each.number) === number);
    return id === undefined || !known(from) || !known(to) || from === to ? undefined : `/plans/${id}/version-changes?from=${from}&to=${to}`;
  });
  protected readonly choices = computed(() => [
    { value: WORKING, label: this.words.t('plan.version.working') },
    ...this.versions().map(({ number }) => ({ value: String(number), label: this.words.t('plan.version.name', { number }) })),
  ]);

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => {
      if (this.name() !== '') this.title.name(this.words.t('plan.version.titleOf', { person: this.name() }));
    });
  }

  protected compare(from: string, to: string): void {
    void this.router.navigate(['/arenden', this.id(), 'plan', 'versioner'], { queryParams: { fran: from, till: to }, replaceUrl: true });
  }

  protected workingPdf(planId: string, variant: string): string {
    return apiUrl(`/plans/${planId}/document.pdf?variant=${variant}`);
  }
}
