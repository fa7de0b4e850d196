import { Component, computed, inject, linkedSignal, model, signal } from '@angular/core';
import { MESSAGE_MAX, REMARK_KINDS } from '@samspel/shared/citizen/voice.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { Radios } from '../../ui/choice.ts';
import { Field } from '../../ui/field.ts';
import { TextInput } from '../../ui/input.ts';
import { type About } from '../plan/plan-wish.ts';
import { MyVoice } from './my-voice.ts';
import { Sheet } from './sheet.ts';
import { type CreatedView } from '@samspel/shared/api.ts';

/** "Något stämmer inte": the person does not agree, or wants to add something, about one part of the plan. */
@Component({
  selector: 'app-remark-sheet',
  imports: [Field, Radios, Sheet, TextInput, TextPipe],
  template: `
    <app-sheet
      [open]="about() !== null"
      (openChange)="close($event)"
      [heading]="'voice.remark.heading' | t"
      [label]="'voice.send' | t"
      [act]="act"
      [thanks]="voice.thanksFor(sentId())"
      (sent)="send()"
    >
      <p>{{ 'voice.about' | t: { words: about()?.words } }}</p>
      <ui-radios [legend]="'voice.remark.kind' | t" [options]="kinds()" [(value)]="kind" />
      <ui-field [label]="'voice.remark.text' | t" [error]="missing() ? ('voice.remark.write' | t) : null">
        <textarea uiInput rows="4" [attr.maxlength]="max" [(value)]="text" (save)="send()"></textarea>
      </ui-field>
      <p>{{ 'voice.remark.told' | t }}</p>
    </app-sheet>
  `,
})
export class RemarkSheet {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  protected readonly voice = inject(MyVoice);

  readonly about = model.required<About | null>();

  protected readonly max = MESSAGE_MAX;
  protected readonly act = new Act();
  protected readonly sentId = signal<string | null>(null);
  protected readonly missing = signal(false);
  protected readonly kind = signal<string | undefined>('OBJECTION');
  private readonly subject = computed(() => this.about()?.itemId);
  protected readonly text = linkedSignal<string | undefined, string>({ source: this.subject, computation: () => '' });
  protected readonly kinds = computed(() => [...REMARK_KINDS].reverse().map((value) => ({ value, label: this.words.t(`voice.remark.is.${value}`) })));

  protected close(open: boolean): void {
    if (open) return;
    this.act.forget();
    this.missing.set(false);
    this.sentId.set(null);
    this.about.set(null);
  }

  protected async send(): Promise<void> {
    const about = this.about();
    const text = this.text().trim();
    this.missing.set(text === '');
    if (about === null || text === '') return;
    const body = { itemId: about.itemId, kind: this.kind(), text };
    const created = await this.act.run((key) => this.api.create<CreatedView>('/me/remarks', body, key));
    if (created === undefined) return;
    this.text.set('');
    this.sentId.set(created.id);
    this.voice.said();
  }
}
