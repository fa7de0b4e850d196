import { Component, input } from '@angular/core';
import { type MyHelperView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';

@Component({
  selector: 'app-simple-team',
  imports: [Button, TextPipe],
  template: `
    <h2 id="simple-heading" tabindex="-1">{{ 'citizen.simple.team' | t }}</h2>
    <ul role="list">
      @for (helper of team(); track $index) {
        <li>
          <p class="say">
            <b>{{ helper.givenName }}</b> {{ 'citizen.simple.from' | t: { organisation: helper.organisation.shortName } }}
          </p>
          @if (helper.questionArea) {
            <p>{{ helper.questionArea }}</p>
          }
          @if (helper.phone; as phone) {
            <a uiButton="second" wide icon="phone" [href]="'tel:' + phone">{{ 'citizen.call' | t: { name: helper.givenName } }}</a>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      padding: 0;
      list-style: none;
    }
    li + li {
      margin-block-start: var(--s-5);
      padding-block-start: var(--s-5);
      border-block-start: 1px solid var(--line);
    }
    a {
      margin-block-start: var(--s-3);
    }
  `,
})
export class SimpleTeam {
  readonly team = input.required<readonly MyHelperView[]>();
}
