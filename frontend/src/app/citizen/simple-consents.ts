import { Component, computed, inject, input, output } from '@angular/core';
import { type ConsentView } from '@samspel/shared/api.ts';
import { localeOf } from '../text/language.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Note } from '../ui/note.ts';
import { listed, receiversOf, stands } from './plan-parts.ts';

@Component({
  selector: 'app-simple-consents',
  imports: [Button, Note, TextPipe, WhenPipe],
  template: `
    <h2 id="simple-heading" tabindex="-1">{{ 'citizen.simple.consents' | t }}</h2>
    <div role="status">
      @if (takenBack()) {
        <ui-note kind="done" icon="check-circle"
          ><p>{{ 'citizen.takeBack.done' | t }}</p></ui-note
        >
      }
    </div>
    @for (row of rows(); track row.consent.id) {
      <div class="one">
        <p class="say">{{ 'citizen.simple.may' | t: { organisation: row.consent.disclosingOrganisation.name, names: row.names } }}</p>
        @if (row.consent.exclusions; as not) {
          <p class="say">{{ 'citizen.consent.not' | t: { what: not } }}</p>
        }
        <p class="say">{{ 'citizen.simple.until' | t: { day: row.consent.validTo | when: 'full-day' } }}</p>
        <button uiButton="second" wide icon="undo" (click)="takeBack.emit(row.consent)">
          {{ 'citizen.consent.takeBack' | t }}<span class="vh">: {{ row.consent.disclosingOrganisation.name }}</span>
        </button>
      </div>
    } @empty {
      <p class="say">{{ 'citizen.consent.nothing' | t }}</p>
    }
    <p class="say">{{ 'citizen.simple.change' | t }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    .one + .one {
      padding-block-start: var(--s-5);
      border-block-start: 1px solid var(--line);
    }
    .one > button {
      margin-block-start: var(--s-4);
    }
  `,
})
export class SimpleConsents {
  private readonly words = inject(Words);

  readonly consents = input.required<readonly ConsentView[]>();
  readonly takenBack = input.required<boolean>();
  readonly takeBack = output<ConsentView>();
  protected readonly rows = computed(() =>
    this.consents()
      .filter(stands)
      .map((consent) => ({ consent, names: listed(receiversOf(consent), localeOf(this.words.language())) })),
  );
}
