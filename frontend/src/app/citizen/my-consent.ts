import { Component, computed, inject, input } from '@angular/core';
import { type MyConsentView } from '@samspel/shared/api.ts';
import { localeOf } from '../text/language.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Icon, type IconName } from '../ui/icon.ts';
import { Tag, type TagKind } from '../ui/tag.ts';
import { listed } from './plan-parts.ts';

const LOOK: Readonly<Record<MyConsentView['state'], { readonly kind: TagKind; readonly icon: IconName }>> = {
  VALID: { kind: 'done', icon: 'check-circle' },
  EXPIRING: { kind: 'late', icon: 'clock' },
  UPCOMING: { kind: 'plain', icon: 'calendar' },
  EXPIRED: { kind: 'plain', icon: 'dash' },
  WITHDRAWN: { kind: 'plain', icon: 'undo' },
};

/** One yes: about what, what not, and until when. Who may tell whom stands above it. */
@Component({
  selector: 'app-my-consent',
  imports: [Icon, Tag, TextPipe, WhenPipe],
  template: `
    <ul class="see" role="list">
      <li>
        <ui-icon class="ok" name="check" /><span>{{ 'citizen.consent.about' | t: { kinds: kinds() } }}</span>
      </li>
      @if (consent().exclusions; as not) {
        <li>
          <ui-icon class="no" name="x" /><span>{{ 'citizen.consent.not' | t: { what: not } }}</span>
        </li>
      }
      <li>
        <ui-icon class="soft" name="calendar" />
        <span>
          @if (consent().withdrawn; as withdrawn) {
            {{ 'citizen.consent.withdrawn' | t: { day: withdrawn.at | when: 'full-day' } }}
          } @else {
            {{ 'citizen.consent.until' | t: { from: consent().validFrom | when: 'full-day', to: consent().validTo | when: 'full-day' } }}
          }
        </span>
      </li>
    </ul>
    <ui-tag [kind]="look().kind" [icon]="look().icon">{{ 'citizen.consent.state.' + consent().state | t }}</ui-tag>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-2);
      justify-items: start;
    }
  `,
})
export class MyConsent {
  private readonly words = inject(Words);

  readonly consent = input.required<MyConsentView>();

  protected readonly look = computed(() => LOOK[this.consent().state]);
  private readonly locale = computed(() => localeOf(this.words.language()));
  protected readonly kinds = computed(() =>
    listed(
      this.consent().informationCategories.map((kind) => this.words.t(`citizen.category.${kind}`)),
      this.locale(),
    ),
  );
}
