import { booleanAttribute, Component, input } from '@angular/core';
import { uniqueId } from './unique-id.ts';

/**
 * The one dark panel of a page: who holds it now, in one sentence. Inside it: `ui-relay`, `dl.facts`, and the acts in
 * `div.acts-row`, all optional.
 */
@Component({
  selector: 'section[uiHolder]',
  template: `
    <div class="holder__text">
      <h2 class="eyebrow" [id]="headingId">{{ heading() }}</h2>
      <p class="holder__say">{{ say() }}</p>
      @if (more(); as text) {
        <p class="holder__more">{{ text }}</p>
      }
      <ng-content select="[uiHolderText]" />
    </div>
    <ng-content />
  `,
  host: { class: 'holder', '[class.holder--lost]': 'lost()', '[attr.aria-labelledby]': 'headingId' },
})
export class Holder {
  readonly heading = input.required<string>();
  readonly say = input.required<string>();
  readonly more = input<string>();
  /** Nobody owns it. */
  readonly lost = input(false, { transform: booleanAttribute });
  protected readonly headingId = uniqueId('holder');
}
