import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, input, TemplateRef } from '@angular/core';
import { dayOf } from '../text/format/dates.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { OrgBadge, type OrgMark } from './org-badge.ts';

export interface TimelineEntry {
  readonly id: string;
  /** Instant in UTC. */
  readonly at: string;
  readonly who: string;
  readonly org: OrgMark | null;
  readonly text: string;
  /** Responsibility moved: drawn as the baton. */
  readonly pass?: boolean;
}

/** What happened, newest first, by month. A template inside may render an entry's text its own way. */
@Component({
  selector: 'ui-timeline',
  imports: [NgTemplateOutlet, OrgBadge, WhenPipe],
  template: `
    @for (month of months(); track month.key) {
      <h3 class="month">{{ month.key | when: 'month' }}</h3>
      <ol class="timeline" role="list">
        @for (entry of month.entries; track entry.id) {
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
            @if (template(); as own) {
              <ng-container [ngTemplateOutlet]="own" [ngTemplateOutletContext]="{ $implicit: entry }" />
            } @else {
              <p>{{ entry.text }}</p>
            }
          </li>
        }
      </ol>
    }
  `,
})
export class Timeline {
  readonly entries = input.required<readonly TimelineEntry[]>();
  protected readonly template = contentChild(TemplateRef);

  protected readonly months = computed(() => {
    const months = new Map<string, TimelineEntry[]>();
    for (const entry of this.entries()) {
      const key = `${dayOf(entry.at).slice(0, 7)}-01`;
      months.set(key, [...(months.get(key) ?? []), entry]);
    }
    return [...months].map(([key, entries]) => ({ key, entries }));
  });
}
