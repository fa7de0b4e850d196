import { Component, computed, inject, input, output } from '@angular/core';
import { type ConsentView } from '@samspel/shared/api.ts';
import { offered } from '../case/acts.ts';
import { localeOf } from '../text/language.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { type IconName } from '../ui/icon.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { SummaryRow } from '../ui/summary.ts';
import { Tag, type TagKind } from '../ui/tag.ts';

const LOOKS: Readonly<Record<ConsentView['state'], readonly [TagKind, IconName]>> = {
  UPCOMING: ['plain', 'clock'],
  VALID: ['done', 'shield'],
  EXPIRING: ['late', 'clock'],
  EXPIRED: ['plain', 'no'],
  WITHDRAWN: ['stop', 'shield'],
};

/** One consent: who may tell whom what, and until when. */
@Component({
  selector: 'app-consent-card',
  imports: [ActionButton, OrgBadge, SummaryRow, Tag, TextPipe, WhenPipe],
  template: `
    <div class="consent-card__head">
      <h3>
        <ui-org [org]="consent().disclosingOrganisation" beside />
        {{ 'consent.mayTell' | t: { organisation: consent().disclosingOrganisation.name, to: to() } }}
      </h3>
      <span>
        <ui-tag [kind]="look()[0]" [icon]="look()[1]">{{
          'consent.state.' + consent().state | t: { day: consent().validTo | when: 'full-day' }
        }}</ui-tag>
      </span>
    </div>
    <p class="small">{{ 'consent.about' | t: { what: what() } }}</p>
    @if (consent().exclusions; as not) {
      <p class="small">
        <b>{{ 'consent.row.not' | t }}:</b> {{ not }}
      </p>
    }
    <details class="fold small">
      <summary>{{ 'consent.moreAbout' | t }}</summary>
      <dl class="summary">
        <div uiSummaryRow [label]="'consent.row.why' | t">{{ consent().purpose }}</div>
        <div uiSummaryRow [label]="'consent.row.period' | t">
          {{ consent().validFrom | when: 'full-day' }} – {{ consent().validTo | when: 'full-day' }}
        </div>
        <div uiSummaryRow [label]="'consent.row.given' | t">
          {{ 'consent.giver.' + consent().givenBy | t }}, {{ 'consent.form.' + consent().form + '.how' | t }}.
          {{ 'consent.takenBy' | t: { name: consent().takenBy.name, organisation: consent().takenBy.organisation.shortName } }}
        </div>
        @if (consent().withdrawn; as gone) {
          <div uiSummaryRow [label]="'consent.row.withdrawn' | t">
            {{ gone.at | when: 'full-moment' }}. {{ 'consent.via.' + gone.via | t: { name: gone.by?.name ?? '' } }}
          </div>
        }
      </dl>
    </details>
    <ui-action action="consent.withdraw" kind="quiet" dense icon="no" [of]="acts()" (act)="withdraw.emit()">{{
      'consent.withdraw.open' | t
    }}</ui-action>
  `,
  host: { class: 'consent-card' },
})
export class ConsentCard {
  private readonly words = inject(Words);

  readonly consent = input.required<ConsentView>();
  readonly withdraw = output<void>();
  protected readonly look = computed(() => LOOKS[this.consent().state]);
  protected readonly acts = computed(() => offered(this.consent()));
  protected readonly to = computed(() => {
    const { organisations, contacts } = this.consent().recipients;
    const names = [
      ...organisations.map(({ name }) => name),
      ...contacts.map(({ name, worksAt }) => (worksAt === '' ? name : `${name} (${worksAt})`)),
    ];
    return new Intl.ListFormat(localeOf(this.words.language())).format(names);
  });
  protected readonly what = computed(() =>
    this.consent()
      .informationCategories.map((category) => this.words.t(`consent.category.${category}`))
      .join(', '),
  );
}
