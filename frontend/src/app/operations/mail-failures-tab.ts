import { Component, inject, signal } from '@angular/core';
import { type MailFailureView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { pagedRead } from '../api/paged-read.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';

/** The mails that did not get through, and another try for each. A row names neither the receiver nor the person it is about. */
@Component({
  selector: 'app-mail-failures-tab',
  imports: [Button, CountPipe, Empty, Load, Pager, Panel, Problem, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'operations.mail.title' | t">
      <ui-load [of]="failures" />
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      @if (failures.value(); as list) {
        @if (list.items.length > 0) {
          <ul class="tasks tasks--plain" role="list">
            @for (failure of list.items; track failure.id) {
              <li>
                <div class="task__text">
                  <span class="task__name">{{ word('kind', failure.kind) }}</span>
                  <p class="task__meta">
                    <span>{{ failure.failedAt | when: 'moment' }}</span>
                    <span>{{ 'operations.mail.attempts' | count: failure.attempts }}</span>
                    <span>{{ word('reason', failure.reason) }}</span>
                  </p>
                </div>
                <span class="task__end">
                  <button uiButton="second" dense icon="undo" [busy]="retrying() === failure.id" [blocked]="act.busy()" (click)="retry(failure)">
                    {{ 'operations.mail.retry' | t }}<span class="vh">, {{ failure.failedAt | when: 'moment' }}</span>
                  </button>
                </span>
              </li>
            }
          </ul>
          <ui-pager [more]="failures.more()" [busy]="failures.loading()" (next)="failures.next()" />
        } @else {
          <ui-empty icon="message" [heading]="'operations.mail.none' | t" [checkedAt]="failures.readAt()" />
        }
      }
    </section>
  `,
})
export class MailFailuresTab {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  protected readonly act = new Act();
  protected readonly retrying = signal<string | null>(null);
  protected readonly failures = pagedRead<MailFailureView>('/mail-failures');

  /** The server may know kinds and reasons that are newer than this client. */
  protected word(what: 'kind' | 'reason', code: string): string {
    return this.words.known(`operations.mail.${what}.${code}`) ?? this.words.t(`operations.mail.${what}.other`);
  }

  protected async retry(failure: MailFailureView): Promise<void> {
    if (this.act.busy()) return;
    this.retrying.set(failure.id);
    const done = await this.act.run(async () => {
      await this.api.act(`/mail-failures/${failure.id}/retry`);
      return true;
    });
    this.retrying.set(null);
    if (done === true) this.announcer.say(this.words.t('operations.mail.retried'));
    this.failures.reload();
  }
}
