import { Component, computed, input, output } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Panel } from '../../ui/panel.ts';
import { type MyPlanBody } from '@samspel/shared/api.ts';
import { type PlanWish } from './plan-wish.ts';
import { SayAbout } from './say-about.ts';

/** What works, what help is needed with, and early signs with whom to call. */
@Component({
  selector: 'app-plan-more',
  imports: [Panel, SayAbout, TextPipe],
  template: `
    @if (any()) {
      <section uiPanel [heading]="'personPlan.part.heading' | t">
        @for (group of groups; track group) {
          @if (plan()[group].length > 0) {
            <h3>{{ 'personPlan.part.' + group | t }}</h3>
            <ul class="plain" role="list">
              @for (part of plan()[group]; track part.itemId) {
                <li>
                  <p>{{ part.text }}</p>
                  <app-say-about [about]="{ itemId: part.itemId, words: part.text }" [readOnly]="readOnly()" (wish)="wish.emit($event)" />
                </li>
              }
            </ul>
          }
        }
        @if (plan().earlySigns.length > 0) {
          <h3>{{ 'personPlan.part.earlySigns' | t }}</h3>
          <ul class="plain" role="list">
            @for (sign of plan().earlySigns; track sign.itemId) {
              <li>
                <p>{{ sign.text }}</p>
                @if (sign.call; as call) {
                  <p>
                    <b>{{ 'personPlan.part.then' | t }}</b> {{ call }}
                  </p>
                }
                <app-say-about [about]="{ itemId: sign.itemId, words: sign.text }" [readOnly]="readOnly()" (wish)="wish.emit($event)" />
              </li>
            }
          </ul>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    ul + h3 {
      margin-block-start: var(--s-5);
    }
    .plain {
      padding: 0;
      list-style: none;
      overflow-wrap: anywhere;
    }
    .plain > li + li {
      margin-block-start: var(--s-3);
      padding-block-start: var(--s-3);
      border-block-start: 1px solid var(--line);
    }
  `,
})
export class PlanMore {
  readonly plan = input.required<MyPlanBody>();
  readonly readOnly = input.required<boolean>();
  readonly wish = output<PlanWish>();
  protected readonly groups = ['strengths', 'needs'] as const;
  protected readonly any = computed(() => {
    const { strengths, needs, earlySigns } = this.plan();
    return strengths.length + needs.length + earlySigns.length > 0;
  });
}
