import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RATING_MAX } from '@samspel/shared/citizen/voice.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { SessionStore } from '../../session/session.store.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { WhenPipe } from '../../text/when.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Problem } from '../../ui/problem.ts';
import { uniqueId } from '../../ui/unique-id.ts';
import { MyVoice } from './my-voice.ts';

/** The main measure: how much the plan helps just now, 0 to 10, in the person's own judgement. */
@Component({
  selector: 'app-rate-plan',
  imports: [Button, Problem, TextPipe, WhenPipe],
  template: `
    <fieldset>
      <legend>{{ 'voice.rate.question' | t }}</legend>
      <p class="small muted ends">
        <span>{{ 'voice.rate.least' | t }}</span><span>{{ 'voice.rate.most' | t }}</span>
      </p>
      <div class="rate">
        @for (value of values; track value) {
          <label>
            <input type="radio" [name]="name" [value]="value" [checked]="value === chosen()" (change)="chosen.set(value)" />
            <b>{{ value }}</b>
          </label>
        }
      </div>
    </fieldset>
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    @if (missing()) {
      <p class="error" role="alert">{{ 'voice.rate.choose' | t }}</p>
    }
    <div class="row">
      <button uiButton="second" [busy]="act.busy()" (click)="send()">{{ 'voice.rate.send' | t }}</button>
    </div>
    <p class="small muted" role="status">
      @if (latest(); as last) {
        {{ 'voice.rate.latest' | t: { value: last.value, day: last.on | when: 'full-day' } }}
      }
      {{ 'voice.rate.seen' | t }}
    </p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-3);
    }
    legend {
      font-size: var(--t-18);
      font-weight: 640;
      line-height: 1.625rem;
      margin-block-end: var(--s-2);
    }
    .ends {
      display: flex;
      justify-content: space-between;
      gap: var(--s-3);
    }
    .rate {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
      gap: var(--s-1);
      max-inline-size: 22rem;
      margin-block-start: var(--s-2);
    }
    .rate label {
      position: relative;
      display: grid;
      place-items: center;
      min-block-size: var(--target);
      border: 1px solid var(--line-strong);
      border-radius: var(--r-ctl);
      cursor: pointer;
    }
    .rate input {
      position: absolute;
      inset: 0;
      opacity: 0;
      margin: 0;
      cursor: pointer;
    }
    .rate label:has(:checked) {
      background: var(--fjord);
      border-color: var(--fjord);
      color: var(--on-fjord);
    }
    .rate label:has(:focus-visible) {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
    .error {
      color: var(--falu);
    }
    @media (forced-colors: active) {
      .rate label:has(:checked) {
        outline: 3px solid Highlight;
      }
    }
  `,
})
export class RatePlan {
  private readonly api = inject(Api);
  private readonly voice = inject(MyVoice);
  private readonly today = inject(SessionStore).today;

  protected readonly name = uniqueId('rate');
  protected readonly values = Array.from({ length: RATING_MAX + 1 }, (_, value) => value);
  protected readonly act = new Act();
  protected readonly missing = signal(false);
  protected readonly latest = computed(() => this.voice.ratings.value()?.items.at(-1));
  /** Today's answer is the one that can be changed; an earlier one is no answer to how it is now. */
  protected readonly chosen = linkedSignal<number | undefined>(() => {
    const latest = this.latest();
    return latest?.on === this.today() ? latest.value : undefined;
  });

  protected async send(): Promise<void> {
    const value = this.chosen();
    this.missing.set(value === undefined);
    if (value === undefined) return;
    await this.act.run(() => this.api.act('/me/rating', { value }));
    if (!this.act.failed()) this.voice.ratings.reload();
  }
}
