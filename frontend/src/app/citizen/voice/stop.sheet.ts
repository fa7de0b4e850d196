import { Component, computed, inject, linkedSignal, model, signal } from '@angular/core';
import { MESSAGE_MAX, STOP_REASONS } from '@samspel/shared/citizen/voice.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { Radios } from '../../ui/choice.ts';
import { Field } from '../../ui/field.ts';
import { TextInput } from '../../ui/input.ts';
import { MyVoice } from './my-voice.ts';
import { Sheet } from './sheet.ts';
import { type CreatedView } from '@samspel/shared/api.ts';

/** What has stopped: a step of the plan, a question about taking over, or just how it is (`words` null). */
export interface Stopped {
  readonly itemId?: string;
  readonly words: string | null;
}

/** "Här tar det stopp": what is wrong in one choice, more only for those who want to. Says who is told before it is sent. */
@Component({
  selector: 'app-stop-sheet',
  imports: [Field, Radios, Sheet, TextInput, TextPipe],
  template: `
    <app-sheet
      [open]="about() !== null"
      (openChange)="close($event)"
      [heading]="'voice.stop.heading' | t"
      [label]="'voice.stop.send' | t"
      [act]="act"
      [thanks]="voice.thanksFor(sentId())"
      (sent)="send()"
    >
      @if (about()?.words; as words) {
        <p>{{ 'voice.about' | t: { words } }}</p>
      }
      <ui-radios [legend]="'voice.stop.why' | t" [options]="reasons()" [error]="missing() ? ('voice.stop.choose' | t) : null" [(value)]="reason" />
      <ui-field [label]="'voice.stop.text' | t" [optional]="true">
        <textarea uiInput rows="3" [attr.maxlength]="max" [(value)]="text" (save)="send()"></textarea>
      </ui-field>
      <p>{{ 'voice.stop.told' | t }}</p>
      <p>{{ 'voice.stop.answer' | t }}</p>
    </app-sheet>
  `,
})
export class StopSheet {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  protected readonly voice = inject(MyVoice);

  readonly about = model.required<Stopped | null>();

  protected readonly max = MESSAGE_MAX;
  protected readonly act = new Act();
  protected readonly sentId = signal<string | null>(null);
  protected readonly missing = signal(false);
  // A step of its own has words of its own; what was typed about another is not carried over.
  private readonly subject = computed(() => this.about()?.itemId);
  protected readonly reason = linkedSignal<string | undefined, string | undefined>({ source: this.subject, computation: () => undefined });
  protected readonly text = linkedSignal<string | undefined, string>({ source: this.subject, computation: () => '' });
  protected readonly reasons = computed(() => STOP_REASONS.map((value) => ({ value, label: this.words.t(`voice.reason.${value}`) })));

  protected close(open: boolean): void {
    if (open) return;
    this.act.forget();
    this.missing.set(false);
    this.sentId.set(null);
    this.about.set(null);
  }

  protected async send(): Promise<void> {
    const about = this.about();
    const reason = STOP_REASONS.find((each) => each === this.reason());
    this.missing.set(reason === undefined);
    if (about === null || reason === undefined) return;
    const text = this.text().trim();
    const body = { ...(about.itemId !== undefined && { itemId: about.itemId }), reason, ...(text !== '' && { text }) };
    const created = await this.act.run((key) => this.api.create<CreatedView>('/me/stops', body, key));
    if (created === undefined) return;
    this.text.set('');
    this.reason.set(undefined);
    this.sentId.set(created.id);
    this.voice.said();
  }
}
