import { Component, computed, inject, signal } from '@angular/core';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { SessionStore } from './session.store.ts';

interface SessionRow {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly device: string;
}

/** Where I am signed in, and the way to end any of it at once. */
@Component({
  imports: [Button, Load, Panel, Problem, Tag, TextPipe, WhenPipe],
  template: `
    <h1>{{ 'session.list.title' | t }}</h1>
    <p class="lead">{{ 'session.list.lead' | t }}</p>
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <section uiPanel>
      <ui-load [of]="sessions" />
      @if (sessions.value(); as list) {
        <ul class="tasks" role="list">
          @for (row of list.items; track row.id) {
            <li>
              <span></span>
              <div class="task__text">
                <span class="task__name">{{ row.device }}</span>
                <p class="task__meta">
                  {{ 'session.list.seen' | t: { since: row.createdAt | when: 'moment', last: row.lastSeenAt | when: 'moment' } }}
                </p>
              </div>
              <span class="task__end">
                @if (row.current) {
                  <ui-tag kind="go" icon="check-circle">{{ 'session.list.current' | t }}</ui-tag>
                } @else {
                  <button uiButton="second" dense [busy]="ending() === row.id" (click)="end(row.id)">{{ 'session.list.end' | t }}</button>
                }
              </span>
            </li>
          }
        </ul>
      }
    </section>
  `,
  host: { class: 'wrap--text stack' },
})
export default class SessionsPage {
  private readonly api = inject(Api);
  private readonly store = inject(SessionStore);
  private readonly audience = computed(() => (this.store.current()?.audience === 'citizen' ? '?audience=citizen' : ''));

  protected readonly act = new Act();
  protected readonly ending = signal<string | null>(null);
  protected readonly sessions = read<{ items: readonly SessionRow[] }>(() => `/sessions${this.audience()}`);

  protected async end(id: string): Promise<void> {
    this.ending.set(id);
    await this.act.run(() => this.api.remove(`/sessions/${id}${this.audience()}`));
    this.ending.set(null);
    this.sessions.reload();
  }
}
