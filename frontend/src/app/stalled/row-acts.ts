import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type StalledRowView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Problem } from '../ui/problem.ts';
import { EscalateForm } from './escalate.form.ts';
import { PauseForm } from './pause.form.ts';

const NOT_YOURS: readonly string[] = ['not_receiver', 'own_organisation', 'nobody_waited_for'];

/** What else a supervisor may do with a row: remind, take it up with the other side, put it away for some days. */
@Component({
  selector: 'app-row-acts',
  imports: [ActionButton, Dialog, EscalateForm, PauseForm, Problem, TextPipe],
  template: `
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <div class="row acts-list">
      <ui-action action="handover.nudge" kind="quiet" dense icon="bell" [of]="offered()" [busy]="act.busy()" (act)="nudge()">
        {{ 'stalled.nudge.one' | t: { who: reminded() } }}
      </ui-action>
      <ui-action action="handover.escalate" kind="quiet" dense icon="message" [of]="offered()" (act)="open.set('escalate')">
        {{ 'stalled.escalate.open' | t: { unit: other() } }}
      </ui-action>
      <ui-action action="handover.pause" kind="quiet" dense icon="pause" [of]="offered()" (act)="open.set('pause')">
        {{ 'stalled.pause.open' | t }}
      </ui-action>
      <ui-action action="handover.unpause" kind="quiet" dense icon="undo" [of]="offered()" [busy]="act.busy()" (act)="unpause()">
        {{ 'stalled.pause.end' | t }}
      </ui-action>
    </div>
    <ui-dialog [open]="open() === 'escalate'" (openChange)="shut($event)" [heading]="'stalled.escalate.open' | t: { unit: other() }">
      @if (open() === 'escalate') {
        <app-escalate-form [row]="row()" [other]="other()" (settled)="done($event)" (cancelled)="open.set(null)" />
      }
    </ui-dialog>
    <ui-dialog [open]="open() === 'pause'" (openChange)="shut($event)" [heading]="'stalled.pause.title' | t: { reference: row().reference }">
      @if (open() === 'pause') {
        <app-pause-form [row]="row()" (settled)="done($event)" (cancelled)="open.set(null)" />
      }
    </ui-dialog>
  `,
})
export class RowActs {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);
  private readonly organisation = computed(() => this.session.assignment()?.organisation.id);

  readonly row = input.required<StalledRowView>();
  readonly reminded = input.required<string>();
  readonly settled = output<string>();

  protected readonly act = new Act();
  /** What concerns this reader: not what only the other side may do. */
  protected readonly offered = computed(() => {
    const { actions, blocked } = this.row();
    return { actions, blocked: blocked.filter(({ because }) => !NOT_YOURS.includes(because)) };
  });
  protected readonly open = signal<'escalate' | 'pause' | null>(null);
  /** The side that is not the reader's; within one organisation the one whose turn it is. */
  protected readonly other = computed(() => {
    const { from, to, court } = this.row();
    const mine = (side: typeof from): boolean => side.organisation.id === this.organisation();
    if (mine(from) && mine(to)) return court === 'SENDER' ? from.unit.name : to.unit.name;
    return mine(from) ? to.unit.name : from.unit.name;
  });

  protected shut(open: boolean): void {
    if (!open) this.open.set(null);
  }

  protected done(what: string): void {
    this.open.set(null);
    this.settled.emit(what);
  }

  protected nudge(): Promise<void> {
    return this.run('nudge', {}, this.words.t('stalled.done.nudged', { who: this.reminded() }));
  }

  protected unpause(): Promise<void> {
    return this.run('pause', { until: null }, this.words.t('stalled.done.unpaused'));
  }

  private async run(what: 'nudge' | 'pause', body: object, said: string): Promise<void> {
    await this.act.run(() => this.api.act(`/stalled-handovers/${this.row().id}/${what}`, body));
    if (!this.act.failed()) this.settled.emit(said);
  }
}
