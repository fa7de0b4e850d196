import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { type MyHolderView, type PersonHandoverView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Holder } from '../ui/holder.ts';
import { planTruth } from './plan-truth.ts';

/** Who holds it now, in one sentence, and the way to call them. */
@Component({
  selector: 'app-my-holder',
  imports: [Button, Holder, TextPipe, WhenPipe],
  template: `
    <section uiHolder [heading]="'citizen.holder.heading' | t" [say]="say()" [more]="more()">
      <p uiHolderText class="since">{{ 'citizen.holder.since' | t: { day: holder().since | when: 'full-day' } }}</p>
      <div class="holder__foot">
        @if (holder().phone; as phone) {
          <a uiButton icon="phone" [href]="'tel:' + phone"
            ><span
              >{{ 'citizen.call' | t: { name: holder().givenName }
              }}<span class="number"
                >, <span class="nowrap">{{ phone }}</span></span
              ></span
            ></a
          >
        }
        @if (canStop()) {
          <button uiButton="second" icon="hand" (click)="stop.emit()">{{ 'personPlan.say.stop' | t }}</button>
        }
      </div>
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .since {
      margin-block-start: var(--s-2);
      color: var(--on-deep-2);
    }
  `,
})
export class MyHolder {
  private readonly words = inject(Words);

  readonly holder = input.required<MyHolderView>();
  readonly canStop = input(false, { transform: booleanAttribute });
  readonly stop = output<void>();
  /** Who has been asked to take over and has not said yes. */
  readonly handover = input<PersonHandoverView | null>(null);
  protected readonly more = computed(() => {
    const handover = this.handover();
    return handover === null ? this.words.t('citizen.holder.more', { name: this.holder().givenName }) : planTruth(handover, this.words);
  });
  protected readonly say = computed(() => {
    const { givenName, organisation } = this.holder();
    return this.words.t(organisation.kind === 'REGION' ? 'citizen.holder.sayRegion' : 'citizen.holder.say', {
      name: givenName,
      organisation: organisation.shortName,
    });
  });
}
