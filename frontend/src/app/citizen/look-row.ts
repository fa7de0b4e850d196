import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { type MyAccessLogItem } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { lookerText, lookText } from './look-words.ts';

/** One look or change: who, from where, when and for what. */
@Component({
  selector: 'app-look-row',
  imports: [Button, OrgBadge, TextPipe, WhenPipe],
  template: `
    @if (!large() && look().organisation; as organisation) {
      <ui-org [org]="organisation" beside />
    }
    <div class="what">
      <p [class.say]="large()">
        <b>{{ who() }}</b>
        @if (look().role; as role) {
          <span class="role">{{ role }}</span>
        }
      </p>
      @if (look().organisation; as organisation) {
        <p [class.say]="large()" [class.small]="!large()">{{ organisation.name }}, {{ look().unit }}</p>
      } @else {
        <p [class.say]="large()" [class.small]="!large()">{{ 'citizen.looks.acts-for-you' | t }}</p>
      }
      <p [class.say]="large()" [class.small]="!large()">
        <time [attr.datetime]="look().when">{{ look().when | when: 'full-moment' }}</time>
      </p>
      <p [class.say]="large()">{{ did() }}</p>
      @if (look().organisation) {
        <button uiButton="quiet" dense icon="question" (click)="wonder.emit()">
          {{ 'voice.log.wonder' | t }}<span class="vh">: {{ who() }}, {{ look().when | when: 'full-moment' }}</span>
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--s-3);
      align-items: flex-start;
    }
    .what {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .role {
      display: block;
    }
    button {
      margin-inline-start: calc(-1 * var(--s-3));
    }
  `,
})
export class LookRow {
  private readonly words = inject(Words);

  readonly look = input.required<MyAccessLogItem>();
  readonly large = input(false, { transform: booleanAttribute });
  readonly wonder = output<void>();
  protected readonly who = computed(() => lookerText(this.look(), this.words));
  protected readonly did = computed(() => lookText(this.look(), this.words));
}
