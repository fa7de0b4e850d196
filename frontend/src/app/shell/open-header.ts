import { Component, inject } from '@angular/core';
import { type Language } from '../text/language.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Segment } from '../ui/segment.ts';
import { Brand } from './brand.ts';

/** The top bar of pages that need no sign-in. */
@Component({
  selector: 'app-open-header',
  imports: [Brand, Segment, TextPipe],
  template: `
    <div class="top__in">
      <app-brand />
      <ui-segment
        class="push"
        [legend]="'shell.language.label' | t"
        [value]="words.language()"
        [options]="[
          { value: 'sv', label: 'shell.language.sv' | t, lang: 'sv' },
          { value: 'en', label: 'shell.language.en' | t, lang: 'en' },
        ]"
        (valueChange)="speak($event)"
      />
    </div>
  `,
  host: { class: 'top', role: 'banner' },
})
export class OpenHeader {
  protected readonly words = inject(Words);

  protected speak(language: string): void {
    void this.words.use(language as Language);
  }
}
