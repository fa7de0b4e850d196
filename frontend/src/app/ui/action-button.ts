import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { Words } from '../text/words.ts';
import { Button, type ButtonKind } from './button.ts';
import { Icon, type IconName } from './icon.ts';
import { uniqueId } from './unique-id.ts';

/** The part of a view that says what this reader may do with it now. */
export interface Actionable {
  readonly actions: readonly string[];
  readonly blocked: readonly { readonly action: string; readonly because: string }[];
}

/**
 * An act of a view: a button when it is allowed, a button that can be reached and says why when it is blocked,
 * nothing when it does not concern this reader. The client never decides which.
 */
@Component({
  selector: 'ui-action',
  imports: [Button, Icon],
  template: `
    @if (state() !== 'absent') {
      <button
        [uiButton]="kind()"
        [icon]="icon()"
        [dense]="dense()"
        [busy]="busy()"
        [blocked]="state() === 'blocked'"
        [attr.aria-describedby]="state() === 'blocked' ? whyId : null"
        (click)="press()"
      >
        <ng-content />
      </button>
    }
    @if (state() === 'blocked') {
      <p class="why-not" [id]="whyId">
        <ui-icon name="info" /><span>{{ why() }}</span>
      </p>
    }
  `,
  host: { class: 'action' },
})
export class ActionButton {
  private readonly words = inject(Words);

  readonly action = input.required<string>();
  readonly of = input.required<Actionable>();
  readonly kind = input<ButtonKind>('main');
  readonly icon = input<IconName>();
  readonly dense = input(false, { transform: booleanAttribute });
  readonly busy = input(false);
  readonly act = output<void>();

  protected readonly whyId = uniqueId('why');
  private readonly block = computed(() => this.of().blocked.find((block) => block.action === this.action()));
  protected readonly state = computed<'open' | 'blocked' | 'absent'>(() => {
    if (this.of().actions.includes(this.action())) return 'open';
    return this.block() === undefined ? 'absent' : 'blocked';
  });
  protected readonly why = computed(() => {
    const because = this.block()?.because ?? '';
    return this.words.known(`problem.because.${because}`) ?? this.words.t('problem.because.other');
  });

  protected press(): void {
    if (this.state() === 'open' && !this.busy()) this.act.emit();
  }
}
