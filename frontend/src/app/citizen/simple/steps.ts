import { Component, computed, input, output } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Icon } from '../../ui/icon.ts';

/** One thing per screen: where one is, the thing itself (projected, its heading is `#simple-heading`), back and on. */
@Component({
  selector: 'app-steps',
  imports: [Button, Icon, TextPipe],
  template: `
    <div class="screens">
      <section class="screen" aria-labelledby="simple-heading">
        <div>
          <p class="eyebrow">{{ 'citizen.simple.page' | t: { n: number(), of: of() } }}</p>
          <p class="steps-dots" [class.steps-dots--many]="of() > 8" aria-hidden="true">
            @for (on of dots(); track $index) {
              <i [class.on]="on"></i>
            }
          </p>
        </div>
        <ng-content />
        @if (of() > 1) {
          <div class="row row--between">
            @if (number() > 1) {
              <button uiButton="second" icon="left" (click)="go.emit(number() - 1)">{{ 'citizen.simple.back' | t }}</button>
            } @else {
              <span></span>
            }
            @if (number() < of()) {
              <button uiButton (click)="go.emit(number() + 1)">{{ 'citizen.simple.forward' | t }}<ui-icon name="right" /></button>
            } @else {
              <button uiButton (click)="go.emit(1)">{{ 'citizen.simple.again' | t }}</button>
            }
          </div>
        }
      </section>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .screen {
      grid-template-columns: minmax(0, 1fr);
    }
    .steps-dots--many {
      gap: var(--s-1);
    }
    .steps-dots i {
      flex: 0 1 2.25rem;
      min-inline-size: 0;
    }
  `,
})
export class Steps {
  readonly number = input.required<number>();
  readonly of = input.required<number>();
  readonly go = output<number>();
  protected readonly dots = computed(() => Array.from({ length: this.of() }, (_, i) => i < this.number()));
}
