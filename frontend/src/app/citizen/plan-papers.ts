import { Component } from '@angular/core';
import { apiUrl } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Panel } from '../ui/panel.ts';

/** The published plan on paper, in the team's words or in simple Swedish. */
@Component({
  selector: 'app-plan-papers',
  imports: [Button, Panel, TextPipe],
  template: `
    <section uiPanel [heading]="'personPlan.paper.heading' | t">
      <div class="stack">
        <a uiButton="second" wide icon="download" [href]="simple" download>{{ 'personPlan.paper.simple' | t }}</a>
        <a uiButton="second" wide icon="download" [href]="whole" download>{{ 'personPlan.paper.whole' | t }}</a>
      </div>
    </section>
  `,
  styles: ':host { display: block }',
})
export class PlanPapers {
  protected readonly simple = apiUrl('/me/plan/document.pdf?variant=simple');
  protected readonly whole = apiUrl('/me/plan/document.pdf?variant=staff');
}
