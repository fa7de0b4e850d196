import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LinkMeasuresList } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { addressChoice } from '../case/address.ts';
import { SessionStore } from '../session/session.store.ts';
import { addDays } from '../text/format/days.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Chips } from '../ui/chips.ts';
import { Empty } from '../ui/empty.ts';
import { Icon } from '../ui/icon.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { findingText, measureLines } from './measure-lines.ts';

const PERIODS = ['90', '30', '365'] as const;

/** How the handovers of one's own links go: the finding in words, then a table for each link. Counts always, small figures never. */
@Component({
  imports: [Chips, CountPipe, Empty, Icon, Load, Panel, RouterLink, TextPipe, WhenPipe],
  template: `
    <div class="page-head">
      <div>
        <a class="crumb" routerLink="/fastnat"><ui-icon name="left" />{{ 'shell.nav.stalled' | t }}</a>
        <h1>{{ 'measures.title' | t }}</h1>
        @if (links.value()) {
          <p class="lead" role="status">{{ finding() }}</p>
        }
      </div>
      <p class="small muted">{{ 'measures.between' | t: { from: from() | when: 'full-day', to: today() | when: 'full-day' } }}</p>
    </div>
    <div class="stack">
      <ui-chips [label]="'measures.period.label' | t" [options]="periods()" [value]="period.value()" (valueChange)="period.choose($event)" />
      <ui-load [of]="links" />
      @for (each of shown(); track each.id) {
        <section uiPanel [heading]="each.heading">
          <table class="table table--edge">
            <caption class="small muted">
              {{
                'measures.n' | count: each.n
              }}
            </caption>
            <thead class="vh">
              <tr>
                <th scope="col">{{ 'measures.measure' | t }}</th>
                <th scope="col">{{ 'measures.figure' | t }}</th>
              </tr>
            </thead>
            <tbody>
              @for (line of each.lines; track line.name) {
                <tr>
                  <th scope="row">{{ 'measures.name.' + line.name | t }}</th>
                  <td>{{ line.value }}</td>
                </tr>
              }
            </tbody>
          </table>
          @if (each.hidden > 0) {
            <p class="small muted">{{ 'measures.more' | count: each.hidden }}</p>
          }
        </section>
      } @empty {
        @if (links.value()) {
          <ui-empty icon="table" [level]="2" [heading]="'measures.none' | t" [checkedAt]="links.readAt()" />
        }
      }
      <p class="small muted">{{ 'measures.small' | t }}</p>
    </div>
  `,
  styles: `
    tbody th {
      inline-size: 40%;
    }
  `,
})
export default class MeasuresPage {
  private readonly words = inject(Words);

  protected readonly today = inject(SessionStore).today;
  protected readonly period = addressChoice('dagar', PERIODS);
  protected readonly from = computed(() => addDays(this.today(), 1 - Number(this.period.value())));
  protected readonly links = read<LinkMeasuresList>(() => `/link-measures?from=${this.from()}&to=${this.today()}`);
  protected readonly periods = computed(() => PERIODS.map((value) => ({ value, label: this.words.t('measures.period.days', { n: value }) })));
  protected readonly finding = computed(() => findingText(this.links.value()?.items ?? [], this.words));
  protected readonly shown = computed(() =>
    (this.links.value()?.items ?? []).map((link) => {
      const all = measureLines(link, this.words);
      // A column that says the same nothing fifteen times hides the little there is.
      const lines = all.filter(({ value }) => value !== this.words.t('measures.few'));
      return {
        id: `${link.fromUnit.id} ${link.toUnit.id}`,
        heading: this.words.t('measures.link', { from: link.fromUnit.name, to: link.toUnit.name }),
        n: link.n,
        lines,
        hidden: all.length - lines.length,
      };
    }),
  );
}
