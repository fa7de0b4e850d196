import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../api/act.ts';
import { longDay } from '../text/format/dates.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { DemoClock } from './demo-clock.ts';

/** Lets time pass in the demo, so that one can see what happens to whoever does not answer. */
@Component({
  selector: 'app-demo-clock-card',
  imports: [Button, CountPipe, Load, Panel, Problem, RouterLink, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'demo.clock.title' | t">
      <ui-load [of]="clock.read" />
      @if (clock.read.value(); as view) {
        <div class="stack">
          <p>{{ 'demo.clock.now' | t: { day: day(view.today), time: view.now | when: 'time' } }}</p>
          <p class="soft">{{ 'demo.clock.text' | t }}</p>
          @if (problem(); as refused) {
            <ui-problem [problem]="refused" />
          }
          <p class="row">
            @for (jump of jumps; track jump.days) {
              <button
                [uiButton]="jump.days === 1 ? 'main' : 'second'"
                icon="clock"
                [busy]="jump.act.busy()"
                [blocked]="busy()"
                (click)="forward(jump)"
              >
                {{ 'demo.clock.forward' | count: jump.days }}
              </button>
            }
            <a uiButton="quiet" routerLink="/utskick" icon="message">{{ 'demo.mails.link' | t }}</a>
          </p>
        </div>
      }
    </section>
  `,
})
export class DemoClockCard {
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly clock = inject(DemoClock);

  // One act each: a second try of one must not carry the key of the other.
  protected readonly jumps = [1, 5].map((days) => ({ days, act: new Act() }));
  protected readonly busy = computed(() => this.jumps.some(({ act }) => act.busy()));
  protected readonly problem = computed(() => this.jumps.map(({ act }) => act.problem()).find((each) => each !== null) ?? null);

  protected day(day: string): string {
    return longDay(day, this.words.language());
  }

  protected async forward({ days, act }: { days: number; act: Act }): Promise<void> {
    if (this.busy()) return;
    for (const jump of this.jumps) if (jump.act !== act) jump.act.forget();
    const now = await act.run((key) => this.clock.jump(days, key));
    if (now !== undefined) this.announcer.say(this.words.t('demo.clock.moved', { day: this.day(now.today) }));
  }
}
