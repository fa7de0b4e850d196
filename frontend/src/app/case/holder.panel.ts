import { Component, computed, inject, input } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { fullDay, shortDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Relay, type Runner } from '../ui/relay.ts';
import { uniqueId } from '../ui/unique-id.ts';

/** Who holds it now, in one sentence, and what happens next. Its acts are given as content. */
@Component({
  selector: 'section[appHolderPanel]',
  imports: [Relay, TextPipe, WhenPipe],
  template: `
    <div class="holder__text">
      <h2 class="eyebrow" [id]="headingId">{{ (view().closed ? 'case.holder.closedHeading' : 'case.holder.heading') | t }}</h2>
      <p class="holder__say">{{ say() }}</p>
      <p class="holder__more">{{ more() }}</p>
    </div>
    @if (view().status === 'OPEN') {
      <ui-relay [state]="asked() ? 'offered' : 'held'" [from]="from()" [to]="asked()" />
    }
    <dl class="facts">
      @if (view().status === 'OPEN') {
        <div>
          <dt>{{ 'case.holder.coordinator' | t }}</dt>
          <dd>{{ view().holder.coordinator.name }}, {{ view().holder.coordinator.organisation.shortName }}</dd>
        </div>
        <div>
          <dt>{{ 'case.holder.since' | t }}</dt>
          <dd>{{ view().holder.ownerSince | when: 'day' }}</dd>
        </div>
        @if (view().holder.ownerPhone; as phone) {
          <div>
            <dt>{{ 'case.holder.phone' | t }}</dt>
            <dd>
              <a [href]="'tel:' + phone">{{ phone }}</a>
            </dd>
          </div>
        }
      }
      @if (view().ambition; as ambition) {
        <div>
          <dt>{{ 'case.holder.ambition' | t }}</dt>
          <dd>{{ 'case.ambition.' + ambition.level | t }}</dd>
        </div>
      }
      <div>
        <dt>{{ 'case.holder.movement' | t }}</dt>
        <dd>{{ view().lastMovementAt | when: 'day' }}</dd>
      </div>
    </dl>
    <ng-content />
  `,
  host: { class: 'holder', '[attr.aria-labelledby]': 'headingId' },
})
export class HolderPanel {
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  protected readonly headingId = uniqueId('holder');

  protected readonly say = computed(() => {
    const { closed, holder } = this.view();
    if (closed !== null) return this.words.t('case.holder.closed', { day: fullDay(closed.at, this.words.language()) });
    return this.words.t('case.holder.say', { name: holder.owner.name, organisation: holder.owner.organisation.name });
  });
  protected readonly more = computed(() => {
    const { closed, nextStep } = this.view();
    if (closed !== null) return this.words.t('case.holder.closedMore');
    if (nextStep === null) return this.words.t('case.holder.noStep');
    if (nextStep.due === null) return this.words.t('case.holder.step', { text: nextStep.text });
    return this.words.t('case.holder.stepDue', { text: nextStep.text, day: shortDay(nextStep.due, this.words.language()) });
  });
  protected readonly from = computed<Runner>(() => {
    const { owner, you } = this.view().holder;
    const isYou = you === 'OWNER' || you === 'BOTH';
    return { name: owner.name, note: this.words.t(isYou ? 'case.holder.youAnswer' : 'case.holder.answers'), org: owner.organisation };
  });
  /** The baton is on its way while somebody thinks about leading the team. */
  protected readonly asked = computed<Runner | null>(() => {
    const request = this.view().coordinatorRequest;
    return request === null ? null : { name: request.asked.name, note: this.words.t('case.holder.askedToLead'), org: request.asked.organisation };
  });
}
