import { Component, inject, input } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { AskMe } from './voice/ask-me.ts';
import { MyMessages } from './voice/my-messages.ts';
import { MyVoice } from './voice/my-voice.ts';
import { RatePlan } from './voice/rate-plan.ts';

/** The person's voice: ask for something, say how much the plan helps, and see what came of what was said. */
@Component({
  selector: 'app-say-something',
  imports: [AskMe, Load, MyMessages, Panel, RatePlan, TextPipe],
  template: `
    <section uiPanel [heading]="'voice.ask.heading' | t"><app-ask-me /></section>
    @if (rates()) {
      <section uiPanel [heading]="'voice.rate.heading' | t"><app-rate-plan /></section>
    }
    <section uiPanel [heading]="'voice.said.heading' | t">
      <ui-load [of]="voice.messages" />
      @if (voice.messages.value()) {
        <app-my-messages />
      }
    </section>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-5);
    }
  `,
})
export class SaySomething {
  protected readonly voice = inject(MyVoice);
  /** There is a published plan to judge. */
  readonly rates = input.required<boolean>();
}
