import { Component, computed, inject, signal } from '@angular/core';
import { type MyAccessLogItem } from '@samspel/shared/api.ts';
import { pagedRead } from '../api/paged-read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Load } from '../ui/load.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { LookRow } from './look-row.ts';
import { stepInAddress } from './simple/step-in-address.ts';
import { Steps } from './simple/steps.ts';
import { LogQuestionSheet } from './voice/log-question.sheet.ts';
import { MyMessages } from './voice/my-messages.ts';
import { MyVoice } from './voice/my-voice.ts';

const PAGE = 20;
const SIMPLE_PAGE = 10;

/** Vem har tittat: when, who, where, for what, and a question to them for whoever wonders. */
@Component({
  imports: [Load, LogQuestionSheet, LookRow, MyMessages, Pager, Panel, Steps, TextPipe],
  providers: [MyVoice],
  template: `
    <h1 [class.vh]="simple()">{{ 'citizen.looks.heading' | t }}</h1>
    <ui-load [of]="looks" />
    @if (looks.value(); as list) {
      @if (simple()) {
        <app-steps [number]="step.number()" [of]="screens()" (go)="step.go($event)">
          <div class="panel stack">
            <h2 id="simple-heading" tabindex="-1">{{ 'citizen.simple.looks' | t }}</h2>
            @if (one(); as look) {
              <app-look-row large [look]="look" (wonder)="asking.set(look)" />
            } @else {
              <p class="say">{{ 'citizen.looks.none' | t }}</p>
            }
          </div>
        </app-steps>
      } @else {
        <section uiPanel>
          <p class="soft intro">{{ 'citizen.looks.lead' | t }}</p>
          @if (list.items.length > 0) {
            <ul class="looks" role="list">
              @for (look of list.items; track $index) {
                <li><app-look-row [look]="look" (wonder)="asking.set(look)" /></li>
              }
            </ul>
            <ui-pager [more]="looks.more()" [step]="page" [busy]="looks.loading()" (next)="looks.next()" />
          } @else {
            <p class="soft">{{ 'citizen.looks.none' | t }}</p>
          }
        </section>
      }
      @if (!simple() || questions().length > 0) {
        <section uiPanel [heading]="'voice.log.mine' | t"><app-my-messages [only]="['LOG_QUESTION']" /></section>
      }
      <app-log-question-sheet [(look)]="asking" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-5);
      max-inline-size: 44rem;
    }
    ui-load:empty {
      display: none;
    }
    .intro {
      margin-block-end: var(--s-3);
    }
    .looks {
      padding: 0;
      list-style: none;
    }
    .looks > li {
      display: block;
      padding-block: var(--s-3);
      border-block-start: 1px solid var(--line);
    }
  `,
})
export default class LooksPage {
  private readonly words = inject(Words);
  private readonly voice = inject(MyVoice);

  protected readonly page = PAGE;
  protected readonly simple = computed(() => this.words.language() === 'sv-enkel');
  protected readonly looks = pagedRead<MyAccessLogItem>('/me/access-log', PAGE);
  protected readonly asking = signal<MyAccessLogItem | null>(null);
  protected readonly questions = computed(() => this.voice.items().filter(({ kind }) => kind === 'LOG_QUESTION'));

  private readonly newest = computed(() => (this.looks.value()?.items ?? []).slice(0, SIMPLE_PAGE));
  protected readonly screens = computed(() => Math.max(1, this.newest().length));
  protected readonly step = stepInAddress(() => this.screens());
  protected readonly one = computed(() => this.newest()[this.step.number() - 1] ?? null);
}
