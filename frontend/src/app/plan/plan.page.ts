import { afterRenderEffect, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { receivers } from '../consent/coverage.ts';
import { SessionStore } from '../session/session.store.ts';
import { PageTitle } from '../shell/page-title.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Icon } from '../ui/icon.ts';
import { LivePill } from '../ui/live-pill.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { Problem } from '../ui/problem.ts';
import { BeginPlanForm } from './begin-plan.form.ts';
import { FollowUpsSection } from './follow-ups.section.ts';
import { GoalsSection } from './goals.section.ts';
import { PartsSection } from './parts.section.ts';
import { PlanDesk } from './plan-desk.ts';
import { PlanFacts } from './plan-facts.ts';
import { VersionLine } from './version-line.ts';
import { WhatMatters } from './what-matters.ts';

/** The plan to write in: everything the reader's organisation may read and change of it. */
@Component({
  imports: [
    ActionButton,
    BeginPlanForm,
    Button,
    Empty,
    FollowUpsSection,
    GoalsSection,
    Icon,
    LivePill,
    Load,
    Note,
    PartsSection,
    PlanFacts,
    Problem,
    RouterLink,
    TextPipe,
    VersionLine,
    WhatMatters,
  ],
  providers: [CaseStore, PlanDesk],
  templateUrl: './plan.page.html',
})
export default class PlanPage {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly title = inject(PageTitle);
  private readonly me = inject(SessionStore).assignment;
  protected readonly store = inject(CaseStore);
  protected readonly desk = inject(PlanDesk);

  /** From the address: the case, and the item somebody came to change. */
  readonly id = input.required<string>();
  readonly andra = input<string>();

  protected readonly view = this.store.view;
  protected readonly plan = computed(() => this.view()?.plan ?? null);
  protected readonly acts = computed(() => offered(this.plan() ?? this.view() ?? { actions: [], blocked: [] }));
  protected readonly name = computed(() => {
    const person = this.view()?.person;
    return person === undefined ? '' : `${person.givenName} ${person.familyName}`;
  });
  protected readonly sharing = new Act();
  protected readonly newcomers = computed(() => (this.plan()?.notReached ?? []).map(({ shortName }) => shortName).join(', '));
  /** Whether sharing anew would reach any of them: only a consent does. */
  protected readonly reachable = computed(() => {
    const view = this.view();
    const missed = (this.plan()?.notReached ?? []).map(({ id }) => id);
    return (
      view !== undefined &&
      receivers(view, this.me()?.organisation.id ?? '', 'PLAN').some((each) => each.covered && missed.includes(each.organisation.id))
    );
  });
  private came: string | null = null;
  private opened: string | null = null;

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => {
      if (this.name() !== '') this.title.name(this.words.t('plan.titleOf', { person: this.name() }));
    });
    effect(() => {
      const wanted = this.andra();
      // Once: a plan that is read again does not open what has been closed since.
      if (wanted === undefined || this.plan() === null || this.opened === wanted) return;
      this.opened = wanted;
      untracked(() => this.desk.open(wanted));
    });
    afterRenderEffect(() => {
      const wanted = this.andra();
      if (wanted === undefined || this.plan() === null || this.came === wanted) return;
      this.came = wanted;
      document.getElementById(wanted === 'settings' ? 'om-planen' : `item-${wanted}`)?.scrollIntoView({ block: 'center' });
    });
  }

  protected async shareAnew(): Promise<void> {
    const plan = this.plan();
    if (plan === null) return;
    await this.sharing.run(() => this.api.act(`/plans/${plan.id}/sharing`));
    this.store.reload();
  }
}
