import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OrganisationCard } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { SessionStore } from '../session/session.store.ts';
import { PageTitle } from '../shell/page-title.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Icon } from '../ui/icon.ts';
import { Load } from '../ui/load.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Panel } from '../ui/panel.ts';
import { SummaryRow } from '../ui/summary.ts';
import { Table } from '../ui/table.ts';
import { UnitList } from './unit-list.ts';

/** What an organisation is there for, what it can and cannot decide, how to reach it, and which words it uses its own way. */
@Component({
  imports: [Button, Icon, Load, OrgBadge, Panel, RouterLink, SummaryRow, Table, TextPipe, UnitList],
  template: `
    <a class="crumb" routerLink="/organisationer"><ui-icon name="left" />{{ 'organisation.list.title' | t }}</a>
    <ui-load [of]="card" />
    @if (card.value(); as view) {
      <div class="page-head">
        <div class="head">
          <ui-org [org]="view" large beside />
          <div>
            <h1>{{ view.name }}</h1>
            @if (view.principal !== view.name) {
              <p class="lead">{{ view.principal }}</p>
            }
          </div>
        </div>
        @if (administrates()) {
          <a uiButton="second" dense icon="edit" [routerLink]="['/drift/organisationer', view.id]">{{ 'organisation.edit' | t }}</a>
        }
      </div>
      <div class="cols cols--main">
        <div class="stack">
          <section uiPanel [heading]="'organisation.card' | t">
            <dl class="summary">
              @for (part of parts(); track part.name) {
                <div uiSummaryRow [label]="'organisation.part.' + part.name | t">
                  @if (part.text) {
                    <span class="lines">{{ part.text }}</span>
                  } @else {
                    <span class="muted">{{ 'organisation.unwritten' | t }}</span>
                  }
                </div>
              }
            </dl>
          </section>
          <section uiPanel [heading]="'organisation.words.title' | t">
            @if (view.words.length > 0) {
              <table uiTable>
                <caption class="vh">
                  {{
                    'organisation.words.caption' | t: { name: view.shortName }
                  }}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{{ 'organisation.words.word' | t }}</th>
                    <th scope="col">{{ 'organisation.words.meaning' | t }}</th>
                  </tr>
                </thead>
                <tbody>
                  @for (own of view.words; track own.word) {
                    <tr>
                      <th scope="row">{{ own.word }}</th>
                      <td>{{ own.meaning }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            } @else {
              <p class="soft">{{ 'organisation.words.none' | t }}</p>
            }
          </section>
        </div>
        <div class="stack">
          <section uiPanel [heading]="'organisation.contact' | t">
            @if (view.contact; as contact) {
              <p>
                <b>{{ contact.name }}</b><br />{{ contact.title }}<br /><span class="soft">{{ contact.unit }}</span>
              </p>
            } @else {
              <p class="soft">{{ 'organisation.noContact' | t }}</p>
            }
          </section>
          <section uiPanel [heading]="'organisation.unitsTitle' | t"><app-unit-list [units]="view.units" /></section>
        </div>
      </div>
    }
  `,
  styles: `
    .head {
      display: flex;
      gap: var(--s-4);
      align-items: center;
    }
    .lines {
      white-space: pre-line;
    }
  `,
  host: { class: 'page' },
})
export default class OrganisationCardPage {
  private readonly store = inject(SessionStore);
  private readonly title = inject(PageTitle);

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly card = read<OrganisationCard>(() => `/organisations/${this.id()}`);
  protected readonly administrates = computed(() => this.store.current()?.navigation.includes('operations') === true);
  protected readonly parts = computed(() => {
    const view = this.card.value();
    return (['mission', 'canDecide', 'cannotDecide', 'timeLimits', 'contactWays'] as const).map((name) => ({ name, text: view?.[name] ?? '' }));
  });

  constructor() {
    effect(() => {
      const view = this.card.value();
      if (view !== undefined) this.title.name(view.name);
    });
  }
}
