import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type MyPlanView, type MyProposalsView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { calmRead } from '../api/calm-read.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { LivePill } from '../ui/live-pill.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { Problem } from '../ui/problem.ts';
import { FullPlan } from './full-plan.ts';
import { NoPlan } from './no-plan.ts';
import { noticedIn } from './plan-parts.ts';
import { type PlanWish } from './plan/plan-wish.ts';
import { SimplePlan } from './simple-plan.ts';
import { MyVoice } from './voice/my-voice.ts';
import { RemarkSheet } from './voice/remark.sheet.ts';
import { StopSheet, type Stopped } from './voice/stop.sheet.ts';
import { WordsSheet, type Writing } from './voice/words.sheet.ts';

/** The person's own page: what happens next comes first, then who holds it, one's own words, the plan, and what one may say. */
@Component({
  imports: [FullPlan, LivePill, Load, NoPlan, Note, Problem, RemarkSheet, SimplePlan, StopSheet, TextPipe, WhenPipe, WordsSheet],
  providers: [MyVoice],
  template: `
    <div class="row row--between" [class.head]="!simple() || news() > 0">
      <h1 [class.vh]="simple()" [class.eyebrow]="!simple()">{{ 'citizen.title' | t }}</h1>
      <ui-live-pill [count]="news()" (reveal)="show()" />
    </div>
    <ui-load [of]="plan" />
    @if (doing.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    @if (plan.value(); as view) {
      @if (view.case; as own) {
        @if (own.closedAt; as closed) {
          <ui-note icon="info"
            ><p>
              <b>{{ 'citizen.closed.title' | t: { day: closed | when: 'full-day' } }}</b> {{ 'citizen.closed.text' | t }}
            </p></ui-note
          >
        }
        @if (simple()) {
          <app-simple-plan [view]="view" [questions]="questions()" [busy]="doing.busy()" (wish)="answer($event, view)" />
        } @else {
          <app-full-plan [view]="view" [questions]="questions()" [busy]="doing.busy()" (wish)="answer($event, view)" />
        }
        <app-stop-sheet [(about)]="stopping" />
        <app-remark-sheet [(about)]="remarking" />
        <app-words-sheet [(writing)]="writing" (done)="plan.reload()" />
      } @else {
        <app-no-plan [name]="view.person.givenName" [checkedAt]="plan.readAt()" />
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .head {
      margin-block-end: var(--s-3);
      min-block-size: 1.5rem;
    }
    ui-note {
      margin-block-end: var(--s-5);
    }
  `,
})
export default class MyPlanPage {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  protected readonly voice = inject(MyVoice);

  protected readonly simple = computed(() => this.words.language() === 'sv-enkel');
  protected readonly plan = calmRead<MyPlanView>(
    () => '/me/plan',
    (event) => event.type !== 'session',
    noticedIn,
  );
  private readonly proposals = read<MyProposalsView>(() => '/me/consent-proposals');
  protected readonly news = computed(() => this.plan.changes() + this.voice.messages.changes());
  /** Questions about consent that wait for the person's yes or no. */
  protected readonly questions = computed(() => this.proposals.value()?.items.length ?? 0);

  protected readonly doing = new Act();
  protected readonly stopping = signal<Stopped | null>(null);
  protected readonly remarking = signal<{ itemId: string; words: string } | null>(null);
  protected readonly writing = signal<Writing | null>(null);

  constructor() {
    // What the person did themself is no news to them.
    this.voice.acted.pipe(takeUntilDestroyed()).subscribe(() => this.plan.reload());
  }

  protected show(): void {
    this.plan.show();
    this.voice.messages.show();
  }

  protected answer(wish: PlanWish, view: MyPlanView): void {
    switch (wish.kind) {
      case 'stop':
        this.stopping.set(wish.about ?? { words: null });
        break;
      case 'remark':
        this.remarking.set(wish.about);
        break;
      case 'words':
        this.writing.set({ kind: 'words', text: view.myWords?.text ?? view.plan?.whatMatters?.text ?? '' });
        break;
      case 'goal':
        this.writing.set({ kind: 'goal', text: '' });
        break;
      case 'goal-edit':
        this.writing.set({ kind: 'goal', id: wish.id, text: wish.text });
        break;
      case 'goal-remove':
        void this.act(`/me/goals/${wish.id}/removal`, {});
        break;
      case 'agree':
        void this.agree(view.plan?.number);
        break;
      case 'changed':
        this.plan.reload();
    }
  }

  private async agree(number: number | undefined): Promise<void> {
    if (number !== undefined) await this.act('/me/plan/agreement', { number });
  }

  private async act(path: string, body: unknown): Promise<void> {
    await this.doing.run(() => this.api.act(path, body));
    // Refused because something newer stands: the page shows what stands now, which is what can be acted on.
    this.plan.reload();
  }
}
