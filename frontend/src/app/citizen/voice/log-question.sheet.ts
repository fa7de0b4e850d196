import { Component, computed, inject, linkedSignal, model, signal } from '@angular/core';
import { type MyAccessLogItem, type CreatedView } from '@samspel/shared/api.ts';
import { MESSAGE_MAX } from '@samspel/shared/citizen/voice.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { WhenPipe } from '../../text/when.pipe.ts';
import { Words } from '../../text/words.ts';
import { Field } from '../../ui/field.ts';
import { TextInput } from '../../ui/input.ts';
import { lookerText } from '../look-words.ts';
import { MyVoice } from './my-voice.ts';
import { Sheet } from './sheet.ts';

/** "Jag undrar över detta": a question to the organisation that looked. It is written already; who wants to may say more. */
@Component({
  selector: 'app-log-question-sheet',
  imports: [Field, Sheet, TextInput, TextPipe, WhenPipe],
  template: `
    <app-sheet
      [open]="look() !== null"
      (openChange)="close($event)"
      [heading]="'voice.log.heading' | t"
      [label]="'voice.log.send' | t"
      [act]="act"
      [thanks]="voice.thanksFor(sentId())"
      (sent)="send()"
    >
      @if (look(); as one) {
        <p>{{ 'voice.log.about' | t: { name: who(), organisation: one.organisation?.shortName ?? '', day: one.when | when: 'full-moment' } }}</p>
        <ui-field [label]="'voice.log.text' | t" [error]="missing() ? ('voice.remark.write' | t) : null">
          <textarea uiInput rows="4" [attr.maxlength]="max" [(value)]="text" (save)="send()"></textarea>
        </ui-field>
        <p>{{ 'voice.log.told' | t: { organisation: one.organisation?.shortName ?? '' } }}</p>
      }
    </app-sheet>
  `,
})
export class LogQuestionSheet {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  protected readonly voice = inject(MyVoice);

  readonly look = model.required<MyAccessLogItem | null>();

  protected readonly max = MESSAGE_MAX;
  protected readonly act = new Act();
  protected readonly sentId = signal<string | null>(null);
  protected readonly missing = signal(false);
  /** With the role where there is no name: it is all there is to tell one look from another. */
  protected readonly who = computed(() => {
    const look = this.look();
    if (look === null) return '';
    return [lookerText(look, this.words), ...(look.name === null && look.role !== null ? [look.role] : [])].join(', ');
  });
  private readonly asked = computed(() => this.look()?.when);
  protected readonly text = linkedSignal<string | undefined, string>({ source: this.asked, computation: () => this.words.t('voice.log.suggestion') });

  protected close(open: boolean): void {
    if (open) return;
    this.act.forget();
    this.missing.set(false);
    this.sentId.set(null);
    this.look.set(null);
  }

  protected async send(): Promise<void> {
    const look = this.look();
    const text = this.text().trim();
    this.missing.set(text === '');
    if (!look?.organisation || text === '') return;
    const body = { organisationId: look.organisation.id, lookedAt: look.when, text };
    const created = await this.act.run((key) => this.api.create<CreatedView>('/me/log-questions', body, key));
    if (created === undefined) return;
    this.sentId.set(created.id);
    this.voice.said();
  }
}
