import { Component, computed, input } from '@angular/core';

/** A number in a pill, beside the heading that says of what. */
@Component({ selector: 'ui-count', template: '{{ of() }}', host: { '[class]': 'classes()' } })
export class Count {
  readonly of = input.required<number>();
  readonly kind = input<'plain' | 'wait' | 'stop'>('plain');
  protected readonly classes = computed(() => (this.kind() === 'plain' ? 'count' : `count count--${this.kind()}`));
}
