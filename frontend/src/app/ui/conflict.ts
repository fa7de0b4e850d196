import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from './button.ts';
import { Field } from './field.ts';
import { TextInput } from './input.ts';
import { Note } from './note.ts';

/** Two people wrote at once: both texts, and one place to put them together. Nothing is thrown away unseen. */
@Component({
  selector: 'ui-conflict',
  imports: [Button, Field, Note, TextInput, TextPipe],
  template: `
    <ui-note kind="soon" icon="alert" urgent>
      <p>
        <b>{{ 'ui.conflict.title' | t: { who: begun() } }}</b> {{ 'ui.conflict.detail' | t }}
      </p>
    </ui-note>
    <ui-field [label]="'ui.conflict.theirs' | t: { who: who() }">
      <textarea uiInput readonly rows="4" [value]="theirs()"></textarea>
    </ui-field>
    <ui-field [label]="'ui.conflict.together' | t">
      <textarea uiInput rows="6" [(value)]="together"></textarea>
    </ui-field>
    <div class="row">
      <button uiButton (click)="settled.emit(together())">{{ 'ui.conflict.save' | t }}</button>
      <button uiButton="quiet" (click)="settled.emit(theirs())">{{ 'ui.conflict.keepTheirs' | t: { who: who() } }}</button>
    </div>
  `,
  host: { class: 'stack' },
})
export class Conflict {
  readonly who = input.required<string>();
  readonly mine = input.required<string>();
  readonly theirs = input.required<string>();
  readonly settled = output<string>();
  /** As a sentence begins. */
  protected readonly begun = computed(() => this.who().charAt(0).toUpperCase() + this.who().slice(1));
  protected readonly together = linkedSignal(() => this.mine());
}
