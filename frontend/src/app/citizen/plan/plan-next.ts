import { Component, computed, inject, input } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { mustDo, nextFacts } from './next-words.ts';
import { type MyPlanBody } from '@samspel/shared/api.ts';

/** What happens next comes first of all, and then whether the person has to do anything. */
@Component({
  selector: 'app-plan-next',
  imports: [TextPipe],
  template: `
    <section class="next" aria-labelledby="plan-next">
      <h2 id="plan-next" class="eyebrow">{{ 'personPlan.next.heading' | t }}</h2>
      <p class="next__say">{{ plan().next?.words ?? ('personPlan.next.none' | t) }}</p>
      @for (fact of facts(); track $index) {
        <p class="soft">{{ fact }}</p>
      }
      <p>
        <b>{{ must() }}</b>
      </p>
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .next__say {
      overflow-wrap: anywhere;
    }
  `,
})
export class PlanNext {
  private readonly words = inject(Words);

  readonly plan = input.required<MyPlanBody>();
  /** About consent, that wait for the person's yes or no. */
  readonly questions = input(0);
  protected readonly facts = computed(() => nextFacts(this.plan(), this.words));
  protected readonly must = computed(() => mustDo(this.plan(), this.questions(), this.words));
}
