import { Component, inject, input, output, signal } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { type FirstContactParty } from '@samspel/shared/handover/handover.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Check } from '../ui/choice.ts';
import { DateField } from '../ui/date-field.ts';
import { Icon } from '../ui/icon.ts';
import { HandoverStore } from './handover-store.ts';

/** The first contact and who was there: with sender and person both in the room it was warm, otherwise cold. */
@Component({
  selector: 'app-first-contact-form',
  imports: [ActForm, Check, DateField, Icon, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'handover.contact.send' | t" (sent)="record()" (cancelled)="cancelled.emit()">
      <ui-date-field [label]="'handover.contact.on' | t" [fieldId]="form.id('on')" [error]="form.error('on')" [today]="today()" [(value)]="on" />
      <fieldset class="fieldset">
        <legend>{{ 'handover.contact.present' | t }}</legend>
        <ui-check [label]="handover().personName ?? ('handover.contact.thePerson' | t)" [fieldId]="form.id('present')" [(checked)]="person" />
        <ui-check [label]="'handover.contact.sender' | t: { name: handover().from.staff.name }" [(checked)]="sender" />
      </fieldset>
      <p class="soft" role="status"><ui-icon name="info" /> {{ (warm() ? 'handover.contact.warm' : 'handover.contact.cold') | t }}</p>
    </form>
  `,
})
export class FirstContactForm {
  private readonly store = inject(HandoverStore);

  readonly handover = input.required<HandoverView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(inject(Words), 'contact', ['on', 'present'], 'handover.error.');
  protected readonly on = signal(this.today());
  protected readonly person = signal(false);
  protected readonly sender = signal(false);

  protected warm(): boolean {
    return this.person() && this.sender();
  }

  protected async record(): Promise<void> {
    const on = this.on();
    if (!this.form.check({ on: on === '' ? 'required' : on > this.today() && 'inTheFuture' })) return;
    const present: FirstContactParty[] = [...(this.sender() ? (['SENDER'] as const) : []), ...(this.person() ? (['PERSON'] as const) : [])];
    const done = await this.store.act((send) => this.form.send(send), 'first-contact', { on, present });
    if (done) this.done.emit();
  }
}
