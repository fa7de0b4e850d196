import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyDayChange } from '@samspel/shared/api.ts';
import { daysBetween } from '../text/format/days.ts';
import { localeOf } from '../text/language.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { entryOf } from '../timeline/entry.ts';
import { Count } from '../ui/count.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';

const FIRST = 5;

/** What others have done in my cases since the last working day. */
@Component({
  selector: 'app-changes',
  imports: [Count, OrgBadge, Pager, Panel, RouterLink, WhenPipe],
  template: `
    @if (changes().length > 0) {
      <h2 id="day-changes">{{ heading() }} <ui-count [of]="changes().length" /></h2>
      <section uiPanel aria-labelledby="day-changes">
        <ol class="timeline" role="list">
          @for (entry of shown(); track entry.id) {
            <li [class.is-pass]="entry.pass">
              <p class="when">
                <span
                  ><time [attr.datetime]="entry.at">{{ entry.at | when: 'moment' }}</time
                  >,</span
                >
                @if (entry.org; as org) {
                  <ui-org [org]="org" beside />
                }
                {{ entry.who }}
              </p>
              <p>
                <a [routerLink]="['/arenden', entry.caseId]">{{ entry.person }}</a>: {{ entry.text }}
              </p>
            </li>
          }
        </ol>
        <ui-pager [more]="rest() > 0" [step]="rest()" (next)="all.set(true)" />
      </section>
    }
  `,
})
export class ChangesPanel {
  private readonly words = inject(Words);

  readonly changes = input.required<readonly MyDayChange[]>();
  /** First day of the changes, and today, `YYYY-MM-DD`. */
  readonly since = input.required<string>();
  readonly today = input.required<string>();

  protected readonly all = signal(false);
  protected readonly rest = computed(() => (this.all() ? 0 : Math.max(0, this.changes().length - FIRST)));
  protected readonly shown = computed(() =>
    this.changes()
      .slice(0, this.all() ? undefined : FIRST)
      .map((change) => ({
        ...entryOf(change.event, change.case.personName, this.words),
        caseId: change.case.id,
        person: change.case.personName,
      })),
  );
  protected readonly heading = computed(() => {
    if (daysBetween(this.since(), this.today()) <= 1) return this.words.t('myDay.changedSince.yesterday');
    const weekday = new Intl.DateTimeFormat(localeOf(this.words.language()), { weekday: 'long', timeZone: 'UTC' });
    return this.words.t('myDay.changedSince.weekday', { day: weekday.format(new Date(`${this.since()}T12:00:00Z`)) });
  });
}
