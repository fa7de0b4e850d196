import { Component, computed, inject, input, signal } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { RATING_MAX } from '@samspel/shared/citizen/voice.ts';
import { shortDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { RatingForm } from './rating.form.ts';

/** "6 av 10, 12 nov": how much the plan helps, by the person's own measure, and how it has gone. */
@Component({
  selector: 'app-rating-line',
  imports: [Button, Dialog, RatingForm, TextPipe, WhenPipe],
  template: `
    <h3>{{ 'personMessages.rating.title' | t: { name: view().person.givenName } }}</h3>
    <p class="row">
      @if (voice().rating; as rating) {
        <b>{{ 'personMessages.rating.say' | t: { value: rating.value, max: max, day: rating.on | when: 'day' } }}</b>
        @if (change(); as text) {
          <span class="small soft">{{ text }}</span>
        }
      } @else {
        <span class="soft">{{ 'personMessages.rating.none' | t: { name: view().person.givenName } }}</span>
      }
      @if (mayTell()) {
        <button uiButton="quiet" dense icon="edit" (click)="open.set(true)">{{ 'personMessages.rating.tell' | t }}</button>
      }
    </p>
    @if (rows().length > 1) {
      <details class="fold">
        <summary>{{ 'personMessages.rating.history' | t: { n: rows().length } }}</summary>
        <table class="table table--edge rating">
          <caption class="vh">
            {{
              'personMessages.rating.title' | t: { name: view().person.givenName }
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ 'personMessages.rating.day' | t }}</th>
              <th scope="col">{{ 'personMessages.rating.value' | t }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.on) {
              <tr>
                <th scope="row">{{ row.on | when: 'day' }}</th>
                <td>
                  <meter min="0" [max]="max" [value]="row.value" aria-hidden="true"></meter> {{ row.value }}
                  @if (row.recordedForm; as form) {
                    <span class="small muted">{{ 'personMessages.form.' + form | t }}</span>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </details>
    }
    <ui-dialog [(open)]="open" [heading]="'personMessages.rating.tell' | t">
      @if (open()) {
        <app-rating-form [view]="view()" (done)="open.set(false)" />
      }
    </ui-dialog>
  `,
  host: { class: 'stack' },
})
export class RatingLine {
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  protected readonly max = RATING_MAX;
  protected readonly open = signal(false);
  protected readonly voice = computed(() => this.view().voice);
  /** Newest first, as everything else on the page. */
  protected readonly rows = computed(() => [...this.voice().ratings].reverse());
  protected readonly mayTell = computed(() => this.view().status === 'OPEN' && this.view().consents.state !== 'NONE');
  protected readonly change = computed(() => {
    const [now, before] = this.rows();
    if (now === undefined || before === undefined) return null;
    const direction = now.value > before.value ? 'up' : now.value < before.value ? 'down' : 'same';
    const params = { value: before.value, day: shortDay(before.on, this.words.language()) };
    return this.words.t(`personMessages.rating.${direction}`, params);
  });
}
