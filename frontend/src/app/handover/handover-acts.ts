import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type HandoverView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { offered } from '../case/acts.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Button, type ButtonKind } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { type IconName } from '../ui/icon.ts';
import { Problem } from '../ui/problem.ts';
import { FirstContactForm } from './first-contact.form.ts';
import { HandoverStore } from './handover-store.ts';
import { HoldForm } from './hold.form.ts';
import { NominateForm } from './nominate.form.ts';
import { RevokeForm } from './revoke.form.ts';
import { TextActForm } from './text-act.form.ts';

interface HandoverButton {
  readonly action: string;
  /** Last word of `handover.act.…` and `handover.done.…`. */
  readonly name: string;
  readonly kind: ButtonKind;
  readonly icon: IconName;
  /** The address of an act that needs no more words; the others open a form. */
  readonly path?: string;
}

const BUTTONS: readonly HandoverButton[] = [
  { action: 'handover.record-first-contact', name: 'contact', kind: 'main', icon: 'users' },
  { action: 'handover.resume', name: 'resume', kind: 'main', icon: 'undo', path: 'resumption' },
  { action: 'handover.complete', name: 'complete', kind: 'main', icon: 'check' },
  { action: 'handover.answer', name: 'answer', kind: 'main', icon: 'message' },
  { action: 'handover.acknowledge', name: 'acknowledge', kind: 'main', icon: 'check', path: 'acknowledgement' },
  { action: 'handover.receive', name: 'receive', kind: 'second', icon: 'check', path: 'receipt' },
  { action: 'handover.nominate', name: 'nominate', kind: 'second', icon: 'user' },
  { action: 'handover.hold', name: 'hold', kind: 'second', icon: 'pause' },
  { action: 'handover.fail', name: 'fail', kind: 'second', icon: 'no' },
  { action: 'handover.revoke', name: 'revoke', kind: 'second', icon: 'undo' },
];

/** Only whoever has taken it over has these, and they may hand it on or back. */
const OWNERS = ['handover.record-first-contact', 'handover.complete', 'handover.fail', 'handover.resume', 'handover.hold'];

/** Everything this reader may do with the handover, but for the receiver's own answer. */
@Component({
  selector: 'app-handover-acts',
  imports: [ActionButton, Button, Dialog, FirstContactForm, HoldForm, NominateForm, Problem, RevokeForm, RouterLink, TextActForm, TextPipe],
  template: `
    <div class="row">
      @for (each of buttons(); track each.action) {
        <ui-action [action]="each.action" [kind]="each.kind" [icon]="each.icon" [of]="acts()" [busy]="acting.busy()" (act)="press(each)">{{
          'handover.act.' + each.name | t
        }}</ui-action>
      }
      @if (handover().actions.includes('handover.edit') && handover().caseId) {
        <a uiButton icon="edit" [routerLink]="['/arenden', handover().caseId, 'lamna-over']" [queryParams]="baton()">{{ 'handover.act.edit' | t }}</a>
      }
      @if (owns()) {
        @for (how of ['FORWARD', 'BACK']; track how) {
          <a
            uiButton="quiet"
            [routerLink]="['/arenden', handover().caseId, 'lamna-over']"
            [queryParams]="{ ...baton(), fran: handover().id, hur: how }"
            >{{ 'handover.act.' + how | t }}</a
          >
        }
      }
    </div>
    @if (acting.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <ui-dialog [open]="open() !== null" (openChange)="open.set(null)" [heading]="heading()">
      @switch (open()) {
        @case ('contact') {
          <app-first-contact-form [handover]="handover()" (done)="finish('contact')" (cancelled)="open.set(null)" />
        }
        @case ('hold') {
          <app-hold-form [handover]="handover()" (done)="finish('hold')" (cancelled)="open.set(null)" />
        }
        @case ('nominate') {
          <app-nominate-form [handover]="handover()" (done)="finish('nominate')" (cancelled)="open.set(null)" />
        }
        @case ('revoke') {
          <app-revoke-form [handover]="handover()" (done)="finish('revoke')" (refused)="reload()" (cancelled)="open.set(null)" />
        }
        @case ('answer') {
          <app-text-act-form kind="answer" [handover]="handover()" [name]="asker()" (done)="finish('answer')" (cancelled)="open.set(null)" />
        }
        @case ('complete') {
          <app-text-act-form kind="complete" [handover]="handover()" [name]="sender()" (done)="finish('complete')" (cancelled)="open.set(null)" />
        }
        @case ('fail') {
          <app-text-act-form kind="fail" [handover]="handover()" [name]="sender()" (done)="finish('fail')" (cancelled)="open.set(null)" />
        }
      }
    </ui-dialog>
  `,
  host: { class: 'stack' },
})
export class HandoverActs {
  private readonly store = inject(HandoverStore);
  private readonly words = inject(Words);

  readonly handover = input.required<HandoverView>();
  protected readonly buttons = computed(() => BUTTONS.filter(({ action }) => this.offers(action)));
  protected readonly acting = new Act();
  protected readonly open = signal<string | null>(null);
  protected readonly acts = computed(() => offered(this.handover()));
  protected readonly heading = computed(() => this.words.t(`handover.act.${this.open() ?? 'answer'}`));
  protected readonly sender = computed(() => this.handover().from.staff.givenName);
  protected readonly asker = computed(() => this.handover().questions.at(-1)?.askedBy.givenName ?? this.handover().to.unit.name);
  /** What the address of the offer says it is about. */
  protected readonly baton = computed(() => {
    const { scope, activity } = this.handover();
    return { galler: scope, ...(activity && { insats: activity.id }) };
  });
  protected readonly owns = computed(() => this.handover().caseId !== null && this.handover().actions.some((action) => OWNERS.includes(action)));

  private offers(action: string): boolean {
    const { actions, blocked } = this.acts();
    return actions.includes(action) || blocked.some((block) => block.action === action);
  }

  protected press({ name, path }: HandoverButton): void {
    if (path === undefined) this.open.set(name);
    else void this.store.act((send) => this.acting.run(send), path).then((done) => done && this.tell(name));
  }

  protected reload(): void {
    this.store.read.reload();
  }

  protected finish(name: string): void {
    this.open.set(null);
    this.reload();
    this.tell(name);
  }

  private tell(name: string): void {
    this.store.said.set(this.words.t(`handover.done.${name}`, { name: name === 'answer' ? this.asker() : this.sender() }));
  }
}
