import { Component } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../button.ts';
import { Holder } from '../holder.ts';
import { OrgBadge } from '../org-badge.ts';
import { Owner } from '../owner.ts';
import { Panel } from '../panel.ts';
import { Relay } from '../relay.ts';
import { AF, AHMED, EMPLOYER, FK, KARIN, KOMMUN, REGION, SOFIA } from './samples.ts';

@Component({
  selector: 'app-kit-baton',
  imports: [Button, Holder, OrgBadge, Owner, Panel, Relay, TextPipe],
  template: `
    <section uiPanel [heading]="'kit.baton.title' | t">
      <div class="cols cols--half">
        <div class="stack">
          <p class="tiny muted">{{ 'kit.baton.held' | t }}</p>
          <ui-relay state="held" [from]="{ name: karin, note: fk.name, org: fk }" />
          <p class="tiny muted">{{ 'kit.baton.offered' | t }}</p>
          <ui-relay
            state="offered"
            [from]="{ name: karin, note: 'kit.baton.answersNow' | t, org: fk }"
            [to]="{ name: 'kit.baton.nobody' | t, note: af.name, org: null }"
            [days]="['kit.baton.day' | t: { n: 1 }, 'kit.baton.day' | t: { n: 2 }]"
          />
          <p class="tiny muted">{{ 'kit.baton.received' | t }}</p>
          <ui-relay
            state="received"
            [from]="{ name: sofia, note: 'kit.baton.answersNow' | t, org: kommun }"
            [to]="{ name: region.name, note: 'kit.baton.receipt' | t, org: region }"
          />
          <p class="tiny muted">{{ 'kit.baton.accepted' | t }}</p>
          <ui-relay
            state="accepted"
            [from]="{ name: karin, note: 'kit.baton.gave' | t, org: fk }"
            [to]="{ name: ahmed, note: 'kit.baton.answersNow' | t, org: af }"
          />
          <p class="tiny muted">{{ 'kit.baton.lost' | t }}</p>
          <ui-relay
            state="lost"
            [from]="{ name: 'kit.baton.nobody' | t, note: af.name, org: null }"
            [to]="{ name: sofia, note: kommun.name, org: kommun }"
          />
        </div>
        <div class="stack">
          <section uiHolder [heading]="'kit.holder.heading' | t" [say]="'kit.holder.say' | t" [more]="'kit.holder.more' | t">
            <div class="row acts-row">
              <button uiButton icon="bell">{{ 'kit.remind' | t }}</button>
              <button uiButton="second" icon="eye">{{ 'kit.see' | t }}</button>
            </div>
          </section>
          <section
            uiHolder
            lost
            [heading]="'kit.holder.lostHeading' | t"
            [say]="'kit.holder.lostSay' | t"
            [more]="'kit.holder.lostMore' | t"
          ></section>
          <p><ui-owner [name]="karin" [org]="fk" [note]="fk.name" /></p>
          <p><ui-owner [name]="sofia" [org]="kommun" [note]="'kit.deputy' | t" /></p>
          <div class="row">
            @for (org of [kommun, region, fk, af, employer, null]; track $index) {
              <ui-org [org]="org" large [beside]="org === null" />
            }
          </div>
        </div>
      </div>
    </section>
  `,
})
export class KitBaton {
  protected readonly kommun = KOMMUN;
  protected readonly region = REGION;
  protected readonly fk = FK;
  protected readonly af = AF;
  protected readonly employer = EMPLOYER;
  protected readonly karin = KARIN;
  protected readonly sofia = SOFIA;
  protected readonly ahmed = AHMED;
}
