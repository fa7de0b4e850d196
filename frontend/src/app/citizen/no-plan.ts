import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Panel } from '../ui/panel.ts';

/** For somebody without a case: says so, and what it would take. */
@Component({
  selector: 'app-no-plan',
  imports: [Button, Empty, Panel, RouterLink, TextPipe],
  template: `
    <section uiPanel>
      <ui-empty
        icon="plan"
        [level]="2"
        [heading]="'citizen.none.title' | t: { name: name() }"
        [text]="'citizen.none.text' | t"
        [checkedAt]="checkedAt()"
      >
        <p>{{ 'citizen.none.ask' | t }}</p>
        <a uiButton="second" routerLink="/uppgifter">{{ 'citizen.none.more' | t }}</a>
      </ui-empty>
    </section>
  `,
})
export class NoPlan {
  readonly name = input.required<string>();
  readonly checkedAt = input.required<Date | null>();
}
