import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { offered } from '../case/acts.ts';
import { SessionStore } from '../session/session.store.ts';
import { PageTitle } from '../shell/page-title.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Icon } from '../ui/icon.ts';
import { LivePill } from '../ui/live-pill.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { Panel } from '../ui/panel.ts';
import { Tag } from '../ui/tag.ts';
import { AfterYes } from './after-yes.ts';
import { AnswerPanel } from './answer.panel.ts';
import { clockTag, isOnItsWay, truth } from './baton-words.ts';
import { ContentPanel } from './content.panel.ts';
import { HandoverActs } from './handover-acts.ts';
import { HandoverStore } from './handover-store.ts';
import { HistoryPanel } from './history.panel.ts';
import { OfferedPanel } from './offered.panel.ts';
import { QuestionsPanel } from './questions.panel.ts';

const ANSWERS = ['handover.accept', 'handover.ask', 'handover.decline'];

/** One handover: who answers for it now, and what this reader may do about it. */
@Component({
  imports: [
    AfterYes,
    AnswerPanel,
    Button,
    ContentPanel,
    HandoverActs,
    HistoryPanel,
    Icon,
    LivePill,
    Load,
    Note,
    OfferedPanel,
    Panel,
    QuestionsPanel,
    RouterLink,
    Tag,
    TextPipe,
  ],
  providers: [HandoverStore],
  templateUrl: './handover.page.html',
  styleUrl: './handover.page.css',
})
export default class HandoverPage {
  private readonly words = inject(Words);
  private readonly title = inject(PageTitle);
  private readonly me = inject(SessionStore).assignment;
  protected readonly store = inject(HandoverStore);

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly intake = computed(() => this.me()?.functions.includes('intake') === true);
  /** Answered with a no, the offer is gone for the one who gave it; then the answer is all there is to show. */
  protected readonly gone = computed(() => this.store.said() !== null && this.store.view() === undefined);
  protected readonly answers = computed(() => this.offers((action) => ANSWERS.includes(action)));
  protected readonly heading = computed(() => {
    const view = this.store.view();
    if (view === undefined) return this.words.t('handover.title');
    const params = { person: view.personName ?? view.reference, organisation: view.from.organisation.shortName };
    return this.words.t(this.answers() ? 'handover.heading.receive' : 'handover.heading.other', params);
  });
  protected readonly lead = computed(() => {
    const view = this.store.view();
    return view === undefined ? '' : truth(view, this.words);
  });
  protected readonly nominatedBy = computed(() => {
    const view = this.store.view();
    const mine = view?.nominee?.assignmentId === this.me()?.id;
    return view !== undefined && mine && isOnItsWay(view) ? (view.nominatedBy?.name ?? null) : null;
  });
  protected readonly tag = computed(() => {
    const view = this.store.view();
    return view === undefined ? null : clockTag(view.clock, this.words);
  });
  /** Whether anything is left for this reader beside an answer. */
  protected readonly acts = computed(() => this.offers((action) => !ANSWERS.includes(action) && action !== 'handover.offer'));

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => this.title.name(this.heading()));
  }

  private offers(wanted: (action: string) => boolean): boolean {
    const view = this.store.view();
    if (view === undefined) return false;
    const { actions, blocked } = offered(view);
    return [...actions, ...blocked.map(({ action }) => action)].some(wanted);
  }
}
