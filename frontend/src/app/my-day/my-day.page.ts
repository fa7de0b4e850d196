import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { type MyDayView } from '@samspel/shared/api.ts';
import { calmRead } from '../api/calm-read.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Count } from '../ui/count.ts';
import { LivePill } from '../ui/live-pill.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { ActivityLine } from './activity-line.ts';
import { ChangesPanel } from './changes-panel.ts';
import { DayAlerts } from './day-alerts.ts';
import { DayRail } from './day-rail.ts';
import { HandoverCard } from './handover-card.ts';
import { InvitationRows } from './invitation-rows.ts';
import { noticesOf } from './my-day-parts.ts';
import { NoticesPanel } from './notices-panel.ts';
import { NothingWaits } from './nothing-waits.ts';
import { PersonWaits } from './person-waits.ts';
import { QuestionRows } from './question-rows.ts';
import { RequestCard } from './request-card.ts';
import { StepList } from './step-list.ts';

/** What waits on me, oldest first; then what I have promised, what is new, and my cases in figures. */
@Component({
  imports: [
    ActivityLine,
    ChangesPanel,
    Count,
    DayAlerts,
    DayRail,
    HandoverCard,
    InvitationRows,
    LivePill,
    Load,
    Note,
    NothingWaits,
    NoticesPanel,
    PersonWaits,
    QuestionRows,
    RequestCard,
    StepList,
    TextPipe,
    WhenPipe,
  ],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ today() | when: 'week-day' }}</h1>
        @if (day.value()) {
          <p class="lead">{{ lead() }}</p>
        }
      </div>
      @if (day.value(); as view) {
        <div class="checked">
          <ui-live-pill [count]="news()" (reveal)="show()" />
          <p class="small muted">{{ 'myDay.checked' | t: { week: view.week, time: view.checkedAt | when: 'time' } }}</p>
        </div>
      }
    </div>
    <ui-load [of]="day" />
    @if (day.value(); as view) {
      <div class="cols cols--main">
        <div>
          <div role="status">
            @if (answered(); as text) {
              <ui-note class="day-note" kind="done" icon="check-circle"
                ><p>{{ text }}</p></ui-note
              >
            }
          </div>
          @if (view.lead.count === 0) {
            <app-nothing-waits [checkedAt]="view.checkedAt" [upcoming]="view.upcoming.length" />
          }
          <app-day-alerts class="day-section" (acknowledged)="day.reload()" />
          @if (view.messages.length > 0) {
            <section class="day-section" aria-labelledby="day-persons">
              <h2 id="day-persons">{{ 'myDay.messages' | t }} <ui-count [of]="view.messages.length" kind="wait" /></h2>
              <app-person-waits class="panel" [messages]="view.messages" (answered)="day.reload()" />
            </section>
          }
          @if (view.questions.length > 0) {
            <section class="day-section" aria-labelledby="day-questions">
              <h2 id="day-questions">{{ 'myDay.questions' | t }} <ui-count [of]="view.questions.length" kind="wait" /></h2>
              <app-day-questions class="panel" [questions]="view.questions" />
            </section>
          }
          @if (view.handovers.length > 0) {
            <section class="day-section" aria-labelledby="day-handovers">
              <h2 id="day-handovers">{{ 'handover.day.title' | t }} <ui-count [of]="view.handovers.length" kind="wait" /></h2>
              <div class="stack">
                @for (row of view.handovers; track row.id) {
                  <article class="panel offer" [appHandoverCard]="row" (settled)="settle($event)" (refused)="day.reload()"></article>
                }
              </div>
            </section>
          }
          @if (view.requests.length > 0) {
            <section class="day-section" aria-labelledby="day-requests">
              <h2 id="day-requests">{{ 'myDay.requests' | t }} <ui-count [of]="view.requests.length" kind="wait" /></h2>
              <div class="stack">
                @for (request of view.requests; track request.id) {
                  <article class="panel offer" [appRequest]="request" (settled)="settle($event)"></article>
                }
              </div>
            </section>
          }
          @if (view.invitations.length > 0) {
            <section class="day-section" aria-labelledby="day-invitations">
              <h2 id="day-invitations">{{ 'myDay.invitations.title' | t }} <ui-count [of]="view.invitations.length" kind="wait" /></h2>
              <app-invitation-rows class="panel" [rows]="view.invitations" />
            </section>
          }
          @if (view.overdue.length > 0) {
            <section class="day-section" aria-labelledby="day-overdue">
              <h2 id="day-overdue">{{ 'myDay.overdue' | t }} <ui-count [of]="view.overdue.length" /></h2>
              <app-step-list class="panel" [steps]="view.overdue" (changed)="day.reload()" />
            </section>
          }
          @if (view.activities.length > 0) {
            <section class="day-section" aria-labelledby="day-activities">
              <h2 id="day-activities">{{ 'myDay.activities' | t }} <ui-count [of]="view.activities.length" /></h2>
              <ul class="panel tasks" role="list">
                @for (activity of view.activities; track activity.id) {
                  <li [appDayActivity]="activity" (finished)="day.reload()"></li>
                }
              </ul>
            </section>
          }
          @if (view.notices.length > 0) {
            <section class="day-section" aria-labelledby="day-notices">
              <h2 id="day-notices">{{ 'myDay.notices' | t }} <ui-count [of]="view.notices.length" /></h2>
              <app-notices class="panel" [notices]="view.notices" (changed)="day.reload()" />
            </section>
          }
          @if (view.upcoming.length > 0) {
            <section class="day-section" aria-labelledby="day-upcoming">
              <h2 id="day-upcoming">{{ 'myDay.upcoming' | t }} <ui-count [of]="view.upcoming.length" /></h2>
              <app-step-list class="panel" [steps]="view.upcoming" (changed)="day.reload()" />
            </section>
          }
          <app-changes class="day-section" [since]="view.changedSince" [today]="view.today" [changes]="view.changed" />
          @if (view.changed.length === 0 && view.lead.count > 0) {
            <p class="small muted unchanged">{{ 'myDay.noChanges' | t }}</p>
          }
        </div>
        <app-day-rail class="stack" [cases]="view.cases" />
      </div>
    }
  `,
  styleUrl: './my-day.page.css',
})
export default class MyDayPage {
  private readonly words = inject(Words);
  private readonly store = inject(SessionStore);

  protected readonly today = this.store.today;
  protected readonly answered = signal<string | null>(null);
  protected readonly day = calmRead<MyDayView>(
    () => '/my-day',
    (event) => event.type !== 'session',
    noticesOf,
  );
  protected readonly lead = computed(() => {
    const n = this.day.value()?.lead.count ?? 0;
    const name = this.store.current()?.givenName ?? '';
    if (n === 0) return this.words.t('myDay.lead.none', { name });
    return this.words.count('myDay.lead.some', n, { name, number: this.words.known(`myDay.number.${n}`) ?? String(n) });
  });

  private readonly alerts = viewChild(DayAlerts);
  /** An alert comes with a notice, and is counted once. */
  protected readonly news = computed(() => Math.max(this.day.changes(), this.alerts()?.list.changes() ?? 0));

  protected show(): void {
    this.day.show();
    this.alerts()?.list.show();
  }

  protected settle(text: string): void {
    this.answered.set(text);
    this.day.reload();
  }
}
