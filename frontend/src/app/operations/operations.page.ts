import { Component, inject } from '@angular/core';
import { addressChoice } from '../case/address.ts';
import { DemoClockCard } from '../demo/demo-clock-card.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { TabTemplate, UiTabs } from '../ui/tabs.ts';
import { AssignmentsTab } from './assignments-tab.ts';
import { LinkTemplatesTab } from './link-templates-tab.ts';
import { MailFailuresTab } from './mail-failures-tab.ts';
import { OrganisationsTab } from './organisations-tab.ts';
import { StaffTab } from './staff-tab.ts';
import { UnitsTab } from './units-tab.ts';

/** Who works where, and as what. Administrators keep this in order and never see a case. */
@Component({
  imports: [AssignmentsTab, DemoClockCard, LinkTemplatesTab, MailFailuresTab, OrganisationsTab, StaffTab, TabTemplate, TextPipe, UiTabs, UnitsTab],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ 'operations.title' | t }}</h1>
        <p class="lead">{{ 'operations.lead' | t }}</p>
      </div>
    </div>
    @if (session()?.demo) {
      <app-demo-clock-card class="demo-clock" />
    }
    <ui-tabs [label]="'operations.title' | t" [selected]="tab.value()" (selectedChange)="tab.choose($event ?? '')">
      <ng-template uiTab="organisationer" [label]="'operations.tab.organisations' | t"><app-organisations-tab /></ng-template>
      <ng-template uiTab="enheter" [label]="'operations.tab.units' | t"><app-units-tab /></ng-template>
      <ng-template uiTab="medarbetare" [label]="'operations.tab.staff' | t"><app-staff-tab /></ng-template>
      <ng-template uiTab="uppdrag" [label]="'operations.tab.assignments' | t"><app-assignments-tab /></ng-template>
      <ng-template uiTab="overlamningar" [label]="'operations.tab.links' | t"><app-link-templates-tab /></ng-template>
      <ng-template uiTab="mejl" [label]="'operations.tab.mail' | t"><app-mail-failures-tab /></ng-template>
    </ui-tabs>
  `,
  styles: `
    .demo-clock {
      display: block;
      margin-block-end: var(--s-5);
    }
  `,
})
export default class OperationsPage {
  protected readonly session = inject(SessionStore).current;
  protected readonly tab = addressChoice('flik', ['organisationer', 'enheter', 'medarbetare', 'uppdrag', 'overlamningar', 'mejl']);
}
