import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Panel } from '../ui/panel.ts';

/** An empty day says so, when it was last true, and offers the next act. */
@Component({
  selector: 'app-nothing-waits',
  imports: [Button, CountPipe, Empty, Panel, RouterLink, TextPipe],
  template: `
    <section uiPanel>
      <ui-empty
        [level]="2"
        [heading]="'myDay.nothing.title' | t"
        [text]="upcoming() > 0 ? ('myDay.nothing.upcoming' | count: upcoming()) : ('myDay.nothing.text' | t)"
        [checkedAt]="at()"
      >
        <a uiButton="second" dense routerLink="/arenden">{{ 'myDay.toCases' | t }}</a>
      </ui-empty>
    </section>
  `,
  host: { class: 'day-section' },
})
export class NothingWaits {
  readonly checkedAt = input.required<string>();
  readonly upcoming = input.required<number>();
  protected readonly at = computed(() => new Date(this.checkedAt()));
}
