import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyDayRequest } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { dayOf } from '../text/format/dates.ts';
import { daysBetween } from '../text/format/days.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Problem } from '../ui/problem.ts';
import { Relay, type Runner } from '../ui/relay.ts';
import { Tag } from '../ui/tag.ts';
import { InviteAsker } from './invite-asker.ts';

/** A question only I can answer: to lead a team, or to let somebody in. Leading lies with the other one until I say yes. */
@Component({
  selector: 'article[appRequest]',
  imports: [Button, CountPipe, InviteAsker, Problem, Relay, RouterLink, Tag, TextPipe],
  template: `
    <div>
      <h3 class="offer__say">{{ kind() + '.say' | t: names() }}</h3>
      <p class="soft">{{ kind() + '.text' | t: names() }}</p>
    </div>
    <p>
      <ui-tag kind="wait" icon="hourglass">{{ days() === 0 ? ('myDay.waited.today' | t) : ('myDay.waited.days' | count: days()) }}</ui-tag>
    </p>
    @if (request().text; as text) {
      <blockquote class="quote wide">
        {{ text }}<cite>{{ request().from.name }}</cite>
      </blockquote>
    }
    @if (leads()) {
      <ui-relay state="offered" [from]="sender()" [to]="receiver()" />
    }
    @if (act.problem(); as problem) {
      <ui-problem class="wide" [problem]="problem" />
    }
    <div class="row">
      @if (leads()) {
        <button uiButton [busy]="act.busy()" (click)="accept()">{{ 'myDay.request.yes' | t }}</button>
      } @else {
        <button uiButton (click)="inviting.set(true)">{{ 'myDay.request.invite' | t }}</button>
      }
      <button uiButton="second" [busy]="act.busy()" (click)="decline()">{{ 'myDay.request.no' | t }}</button>
      <a uiButton="quiet" [routerLink]="['/arenden', request().case.id]">{{ 'myDay.openCase' | t }}</a>
    </div>
    @if (!leads()) {
      <app-invite-asker [(open)]="inviting" [request]="request()" (invited)="say('invited')" />
    }
  `,
  styles: '.wide { grid-column: 1 / -1 }',
})
export class RequestCard {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly store = inject(SessionStore);

  readonly request = input.required<MyDayRequest>({ alias: 'appRequest' });
  /** Answered; carries the sentence that says so. */
  readonly settled = output<string>();

  protected readonly act = new Act();
  protected readonly inviting = signal(false);
  protected readonly leads = computed(() => this.request().kind === 'COORDINATOR_REQUEST');
  protected readonly kind = computed(() => `myDay.request.${this.request().kind}`);
  protected readonly days = computed(() => Math.max(0, daysBetween(dayOf(this.request().at), this.store.today())));
  protected readonly names = computed(() => ({
    from: this.request().from.name,
    givenName: this.request().from.givenName,
    organisation: this.request().from.organisation.name,
    person: this.request().case.personName,
  }));
  protected readonly sender = computed<Runner>(() => {
    const { name, organisation } = this.request().from;
    return { name, note: breakable(organisation.shortName), org: organisation };
  });
  protected readonly receiver = computed<Runner>(() => {
    const own = this.store.assignment()?.organisation;
    return { name: this.words.t('myDay.you'), note: breakable(own?.shortName ?? ''), org: own ?? null };
  });

  protected async accept(): Promise<void> {
    await this.answer('acceptance', 'accepted');
  }

  protected async decline(): Promise<void> {
    await this.answer('refusal', 'declined');
  }

  protected say(what: string): void {
    this.settled.emit(this.words.t(`${this.kind()}.${what}`, this.names()));
  }

  private async answer(move: 'acceptance' | 'refusal', what: string): Promise<void> {
    const path = `/${this.leads() ? 'coordinator-requests' : 'join-requests'}/${this.request().id}/${move}`;
    await this.act.run(() => this.api.act(path));
    if (!this.act.failed()) this.say(what);
  }
}

/** Soft hyphens in the two long names that must fit under a badge on a phone. */
function breakable(name: string): string {
  return name.replace(/(?<=Försäkrings|Arbets)(?=kassan|förmedlingen)/, '\u00AD');
}
