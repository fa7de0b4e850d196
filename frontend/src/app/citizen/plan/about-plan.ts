import { Component, computed, inject, input, output } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { WhenPipe } from '../../text/when.pipe.ts';
import { Words } from '../../text/words.ts';
import { Button } from '../../ui/button.ts';
import { Note } from '../../ui/note.ts';
import { Panel } from '../../ui/panel.ts';
import { helperName } from './activity-words.ts';
import { type MyPlanBody } from '@samspel/shared/api.ts';
import { type PlanWish } from './plan-wish.ts';

/** Which plan it is, who stands behind it, when it is looked at again, and whether the person is in on it. */
@Component({
  selector: 'app-about-plan',
  imports: [Button, Note, Panel, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'personPlan.facts.heading' | t">
      <p>{{ 'personPlan.type.' + plan().type | t }}</p>
      <p>{{ 'personPlan.facts.published' | t: { day: plan().publishedAt | when: 'full-day', who: publisher() } }}</p>
      @if (plan().responsibleAuthority; as authority) {
        <p>{{ 'personPlan.facts.authority' | t: { authority } }}</p>
      }
      @if (plan().followUp; as next) {
        <p>{{ 'personPlan.facts.followUp' | t: { day: next.on | when: 'full-day' } }} {{ caller() }}</p>
      }
      <div role="status">
        @if (plan().agreed) {
          <ui-note kind="done" icon="check-circle"
            ><p>{{ 'personPlan.facts.agreed' | t: { day: plan().agreedAt | when: 'full-day' } }}</p></ui-note
          >
        }
      </div>
      @if (!plan().agreed && !over()) {
        <p>{{ 'personPlan.facts.ask' | t }}</p>
        <div class="row">
          <button uiButton icon="check" [busy]="busy()" [blocked]="readOnly()" (click)="wish.emit({ kind: 'agree' })">
            {{ 'personPlan.facts.agree' | t }}
          </button>
        </div>
        <p class="small muted">{{ 'personPlan.facts.otherwise' | t }}</p>
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    section > * + * {
      margin-block-start: var(--s-3);
    }
  `,
})
export class AboutPlan {
  private readonly words = inject(Words);

  readonly plan = input.required<MyPlanBody>();
  readonly readOnly = input.required<boolean>();
  readonly over = input(false);
  readonly busy = input(false);
  readonly wish = output<PlanWish>();

  protected readonly publisher = computed(() => helperName(this.plan().publishedBy, this.words));
  protected readonly caller = computed(() => {
    const caller = this.plan().followUp?.caller;
    return caller ? this.words.t('personPlan.facts.caller', { who: helperName(caller, this.words) }) : '';
  });
}
