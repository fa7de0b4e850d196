import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyDayCases } from '@samspel/shared/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Icon } from '../ui/icon.ts';
import { Panel } from '../ui/panel.ts';

/** My cases in figures, and the ways to what has no place of its own in the top bar. */
@Component({
  selector: 'app-day-rail',
  imports: [Button, CountPipe, Empty, Icon, Panel, RouterLink, TextPipe],
  template: `
    <section uiPanel [heading]="'myDay.cases.title' | t">
      @if (cases().total > 0) {
        <a uiPanelEnd uiButton="quiet" dense routerLink="/arenden">{{ 'myDay.cases.all' | t: { n: cases().total } }}</a>
      }
      @if (cases().total > 0) {
        <ul class="see" role="list">
          <li>
            <ui-icon class="ok" name="check-circle" /><span>{{ 'myDay.cases.held' | count: cases().total }}</span>
          </li>
          @if (cases().withoutNextStep > 0) {
            <li>
              <ui-icon class="soft" name="clock" /><a routerLink="/arenden">{{ 'myDay.cases.withoutNextStep' | count: cases().withoutNextStep }}</a>
            </li>
          }
          @if (cases().consentExpiring > 0) {
            <li>
              <ui-icon class="soft" name="shield" /><a routerLink="/arenden">{{ 'myDay.cases.consentExpiring' | count: cases().consentExpiring }}</a>
            </li>
          }
        </ul>
      } @else {
        <ui-empty icon="users" [heading]="'myDay.cases.none' | t" [text]="'myDay.cases.noneText' | t">
          <a uiButton="second" dense routerLink="/arenden/nytt">{{ 'myDay.cases.open' | t }}</a>
        </ui-empty>
      }
    </section>
    <section uiPanel [heading]="'myDay.more.title' | t">
      <ul class="see" role="list">
        <li>
          <ui-icon class="soft" name="users" /><a routerLink="/organisationer">{{ 'myDay.more.organisations' | t }}</a>
        </li>
        @if (intake()) {
          <li>
            <ui-icon class="soft" name="message" /><a routerLink="/inbjudningar">{{ 'myDay.more.invitations' | t }}</a>
          </li>
        }
        @if (records()) {
          <li>
            <ui-icon class="soft" name="lock" /><a routerLink="/kopior">{{ 'myDay.more.records' | t }}</a>
          </li>
        }
      </ul>
    </section>
  `,
})
export class DayRail {
  private readonly store = inject(SessionStore);

  readonly cases = input.required<MyDayCases>();

  private readonly functions = computed(() => this.store.assignment()?.functions ?? []);
  protected readonly intake = computed(() => this.functions().includes('intake'));
  protected readonly records = computed(() => this.functions().includes('records'));
}
