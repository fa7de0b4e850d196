import { Component, computed, inject, input } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { laneDays, nextAct, receiverOf, relayState } from '../handover/baton-words.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { key, Words } from '../text/words.ts';
import { Relay, type RelayState, type Runner } from '../ui/relay.ts';
import { uniqueId } from '../ui/unique-id.ts';
import { holderMore, holderNow, holderSay, onItsWay } from './holder-words.ts';

/** Who holds it now, in one sentence, and what happens next. Its acts are given as content. */
@Component({
  selector: 'section[appHolderPanel]',
  imports: [Relay, TextPipe, WhenPipe],
  template: `
    <div class="holder__text">
      <h2 class="eyebrow" [id]="headingId">{{ (view().closed ? 'case.holder.closedHeading' : 'case.holder.heading') | t }}</h2>
      <p class="holder__say">{{ say() }}</p>
      @for (text of more(); track text) {
        <p class="holder__more">{{ text }}</p>
      }
    </div>
    @if (view().status === 'OPEN') {
      <ui-relay [state]="relay()" [from]="from()" [to]="to()" [days]="days()" />
    }
    <dl class="facts">
      @if (next(); as act) {
        <div>
          <dt>{{ 'handover.panel.next' | t }}</dt>
          <dd>{{ act.at | when: 'moment' }}: {{ act.key | t }}</dd>
        </div>
      }
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
  host: {
    class: 'holder',
    '[class.holder--lost]': 'view().holder.standIn !== null && view().closed === null',
    '[attr.aria-labelledby]': 'headingId',
  },
})
export class HolderPanel {
  private readonly words = inject(Words);
  private readonly me = inject(SessionStore).assignment;

  readonly view = input.required<CaseView>();
  protected readonly headingId = uniqueId('holder');

  protected readonly say = computed(() => holderSay(this.view(), this.words));
  protected readonly more = computed(() => holderMore(this.view(), this.words));
  private readonly moving = computed(() => onItsWay(this.view()));
  protected readonly next = computed(() => {
    const moving = this.moving();
    return moving === null ? null : nextAct(moving.clock);
  });
  protected readonly days = computed(() => {
    const moving = this.moving();
    return moving === null ? [] : laneDays(moving.clock, this.words);
  });
  protected readonly relay = computed<RelayState>(() => {
    const moving = this.moving();
    if (moving !== null) return relayState(moving);
    return this.view().coordinatorRequest === null ? 'held' : 'offered';
  });

  private readonly does = computed(() =>
    this.moving()?.scope === 'COORDINATOR_ROLE'
      ? { you: key('handover.case.youCoordinate'), they: key('handover.case.coordinates') }
      : { you: key('case.holder.youAnswer'), they: key('case.holder.answers') },
  );
  protected readonly from = computed<Runner>(() => {
    const who = this.moving()?.accountable ?? holderNow(this.view());
    const isYou = who.assignmentId === this.me()?.id;
    return { name: who.name, note: this.words.t(isYou ? this.does().you : this.does().they), org: who.organisation };
  });
  /** The baton is on its way while somebody thinks about taking over, or about leading the team. */
  protected readonly to = computed<Runner | null>(() => {
    const moving = this.moving();
    if (moving !== null) return receiverOf(moving, this.words);
    const request = this.view().coordinatorRequest;
    return request === null ? null : { name: request.asked.name, note: this.words.t('case.holder.askedToLead'), org: request.asked.organisation };
  });
}
