import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type HandoverRowView } from '@samspel/shared/api.ts';
import { clockTag, isOnItsWay, receiverOf, relayState, truth } from '../handover/baton-words.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Problem } from '../ui/problem.ts';
import { Relay, type Runner } from '../ui/relay.ts';
import { Tag } from '../ui/tag.ts';

/** A handover that waits on me: to take, to answer, to go on with or to acknowledge. One press leads to where it is done. */
@Component({
  selector: 'article[appHandoverCard]',
  imports: [Button, Problem, Relay, RouterLink, Tag, TextPipe],
  template: `
    <div>
      <h3 class="offer__say">{{ say() }}</h3>
      <p class="soft">{{ more() }}</p>
    </div>
    <p>
      @if (tag(); as text) {
        <ui-tag [kind]="row().clock.overdue ? 'late' : 'wait'" [icon]="row().clock.overdue ? 'alert' : 'hourglass'">{{ text }}</ui-tag>
      }
    </p>
    @if (receives()) {
      <ui-relay [state]="relay()" [from]="from()" [to]="to()" />
    }
    @if (act.problem(); as problem) {
      <ui-problem class="wide" [problem]="problem" />
    }
    <div class="row">
      @if (may('handover.accept')) {
        <a uiButton [routerLink]="page()"
          >{{ 'handover.accept.send' | t }}<span class="vh">: {{ row().reference }}</span></a
        >
        @if (may('handover.ask')) {
          <a uiButton="second" [routerLink]="page()" [queryParams]="{ svar: 'fraga' }">{{
            'handover.act.ask' | t: { name: row().accountable.givenName }
          }}</a>
        }
        @if (may('handover.decline')) {
          <a uiButton="quiet" [routerLink]="page()" [queryParams]="{ svar: 'nej' }">{{ 'handover.act.decline' | t }}</a>
        }
      } @else if (may('handover.acknowledge')) {
        <button uiButton icon="check" [busy]="act.busy()" (click)="acknowledge()">{{ 'handover.act.acknowledge' | t }}</button>
        <a uiButton="quiet" [routerLink]="page()">{{ 'handover.day.see' | t }}</a>
      } @else {
        <a uiButton [routerLink]="page()">{{ (may('handover.answer') ? 'handover.act.answer' : 'handover.day.see') | t }}</a>
      }
    </div>
  `,
  styles: '.wide { grid-column: 1 / -1 }',
})
export class HandoverCard {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly me = inject(SessionStore).assignment;

  readonly row = input.required<HandoverRowView>({ alias: 'appHandoverCard' });
  /** Done here; carries the sentence that says so. */
  readonly settled = output<string>();
  /** What stands now is another version than the one that was seen. */
  readonly refused = output<void>();

  protected readonly act = new Act();
  protected readonly page = computed(() => ['/overlamningar', this.row().id]);
  protected readonly tag = computed(() => clockTag(this.row().clock, this.words));
  protected readonly relay = computed(() => relayState(this.row()));
  protected readonly receives = computed(() => isOnItsWay(this.row()) && this.may('handover.accept'));
  protected readonly more = computed(() => truth(this.row(), this.words));
  /** Asked by name, and not through the unit's intake. */
  private readonly mine = computed(() => this.row().nominee?.assignmentId === this.me()?.id);
  protected readonly say = computed(() => {
    const { from, to, personName, reference } = this.row();
    const params = {
      sender: from.staff.name,
      person: personName ?? this.words.t('handover.day.case', { reference }),
      receiver: this.mine() ? this.words.t('handover.day.you') : to.unit.name,
    };
    return this.words.t(`handover.day.${this.sentence()}`, params);
  });
  protected readonly from = computed<Runner>(() => {
    const { name, organisation } = this.row().accountable;
    return { name, note: organisation.shortName, org: organisation };
  });
  protected readonly to = computed<Runner>(() => {
    const receiver = receiverOf(this.row(), this.words);
    return this.mine() ? { ...receiver, name: this.words.t('myDay.you') } : receiver;
  });

  protected may(action: string): boolean {
    return this.row().actions.some((each) => each === action);
  }

  protected async acknowledge(): Promise<void> {
    const { id, version, from } = this.row();
    const done = await this.act.run(() => this.api.act(`/handovers/${id}/acknowledgement`, {}, version).then(() => true));
    if (done) this.settled.emit(this.words.t('handover.done.acknowledge', { name: from.staff.givenName }));
    else this.refused.emit();
  }

  private sentence(): string {
    const { ownerLost } = this.row();
    if (isOnItsWay(this.row())) return this.may('handover.accept') ? (ownerLost ? 'sayLost' : 'say') : 'answerThem';
    return this.may('handover.acknowledge') ? 'acknowledge' : 'owned';
  }
}
