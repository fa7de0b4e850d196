import { Component, computed, inject, input } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Relay, type Runner } from '../ui/relay.ts';
import { uniqueId } from '../ui/unique-id.ts';
import { clockSentence, holdsNow, isOnItsWay, laneDays, nextAct, receiverOf, relayState } from './baton-words.ts';

/** The dark panel of the page: what is handed over, where the baton lies, what the clock says and what it does next by itself. */
@Component({
  selector: 'section[appOfferedPanel]',
  imports: [Relay, TextPipe, WhenPipe],
  template: `
    <h2 class="eyebrow" [id]="headingId">{{ (isReceiver() ? 'handover.panel.offered' : 'handover.panel.heading') | t }}</h2>
    <p class="holder__say">{{ handover().content?.asked ?? ('handover.scope.' + handover().scope + '.name' | t) }}</p>
    @if (clock(); as text) {
      <p class="holder__more">{{ text }}</p>
    }
    <ui-relay [state]="relay()" [from]="from()" [to]="to()" [days]="days()" />
    <dl class="facts">
      <div>
        <dt>{{ 'handover.panel.scope' | t }}</dt>
        <dd>{{ 'handover.scope.' + handover().scope + '.name' | t }}</dd>
      </div>
      @if (handover().activity?.text; as text) {
        <div>
          <dt>{{ 'handover.panel.activity' | t }}</dt>
          <dd class="lines">{{ text }}</dd>
        </div>
      }
      @if (handover().offeredAt; as at) {
        <div>
          <dt>{{ 'handover.panel.offeredAt' | t }}</dt>
          <dd>{{ at | when: 'moment' }}</dd>
        </div>
      }
      @if (handover().firstContactOn; as on) {
        <div>
          <dt>{{ 'handover.panel.firstContact' | t }}</dt>
          <dd>{{ on | when: 'day' }}</dd>
        </div>
      }
      @if (handover().warm !== null) {
        <div>
          <dt>{{ 'handover.panel.passed' | t }}</dt>
          <dd>{{ (handover().warm ? 'handover.panel.warm' : 'handover.panel.cold') | t }}</dd>
        </div>
      }
      @if (handover().clock.heldDays > 0) {
        <div>
          <dt>{{ 'handover.panel.held' | t }}</dt>
          <dd>{{ held() }}</dd>
        </div>
      }
      @if (next(); as act) {
        <div>
          <dt>{{ 'handover.panel.next' | t }}</dt>
          <dd>{{ act.at | when: 'moment' }}: {{ act.key | t }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    .holder__say {
      font-size: var(--t-22);
      line-height: 1.875rem;
    }
    .holder__more {
      font-size: var(--t-16);
      line-height: 1.5rem;
    }
    .facts {
      margin-block-start: var(--s-5);
    }
  `,
  host: { class: 'holder', '[attr.aria-labelledby]': 'headingId' },
})
export class OfferedPanel {
  private readonly words = inject(Words);
  private readonly me = inject(SessionStore).assignment;

  readonly handover = input.required<HandoverView>();
  protected readonly headingId = uniqueId('offered');
  protected readonly isReceiver = computed(() => this.handover().actions.includes('handover.accept'));
  protected readonly clock = computed(() => clockSentence(this.handover().clock, this.words));
  protected readonly next = computed(() => nextAct(this.handover().clock));
  protected readonly held = computed(() => this.words.count('handover.panel.heldDays', this.handover().clock.heldDays));
  protected readonly relay = computed(() => relayState(this.handover()));
  protected readonly days = computed(() => laneDays(this.handover().clock, this.words));

  /** On its way the baton lies with whoever answers; once taken it came from the sender. */
  protected readonly from = computed<Runner>(() => {
    const handover = this.handover();
    const taken = this.relay() === 'accepted';
    const who = taken ? handover.from.staff : handover.accountable;
    return { name: who.name, note: taken ? this.words.t('handover.panel.gave') : holdsNow(handover, this.words), org: who.organisation };
  });
  protected readonly to = computed<Runner | null>(() => {
    const handover = this.handover();
    if (this.relay() === 'held') return null;
    if (isOnItsWay(handover)) {
      const receiver = receiverOf(handover, this.words);
      return handover.nominee?.assignmentId === this.me()?.id ? { ...receiver, note: this.words.t('handover.panel.you') } : receiver;
    }
    const who = handover.acceptedBy ?? handover.accountable;
    const isMe = who.assignmentId === this.me()?.id;
    return { name: who.name, note: isMe ? this.words.t('handover.panel.you') : holdsNow(handover, this.words), org: who.organisation };
  });
}
