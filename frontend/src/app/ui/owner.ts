import { Component, input } from '@angular/core';
import { OrgBadge, type OrgMark } from './org-badge.ts';

/** Who, where, and what they are to this matter, on one line. */
@Component({
  selector: 'ui-owner',
  imports: [OrgBadge],
  template: `
    <ui-org [org]="org()" beside />
    <span>
      <b>{{ name() }}</b>
      @if (note(); as text) {
        <small>{{ ' ' + text }}</small>
      }
      @if (!note()) {
        <span class="vh">, {{ org()?.name }}</span>
      }
    </span>
  `,
  host: { class: 'owner' },
})
export class Owner {
  readonly name = input.required<string>();
  readonly org = input.required<OrgMark | null>();
  readonly note = input<string>();
}
