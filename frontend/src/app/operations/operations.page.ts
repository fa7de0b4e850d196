import { Component } from '@angular/core';
import { addressChoice } from '../case/address.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { TabTemplate, UiTabs } from '../ui/tabs.ts';
import { AssignmentsTab } from './assignments-tab.ts';
import { OrganisationsTab } from './organisations-tab.ts';
import { StaffTab } from './staff-tab.ts';
import { UnitsTab } from './units-tab.ts';

/** Who works where, and as what. Administrators keep this in order and never see a case. */
@Component({
  imports: [AssignmentsTab, OrganisationsTab, StaffTab, TabTemplate, TextPipe, UiTabs, UnitsTab],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ 'operations.title' | t }}</h1>
        <p class="lead">{{ 'operations.lead' | t }}</p>
      </div>
    </div>
    <ui-tabs [label]="'operations.title' | t" [selected]="tab.value()" (selectedChange)="tab.choose($event ?? '')">
      <ng-template uiTab="organisationer" [label]="'operations.tab.organisations' | t"><app-organisations-tab /></ng-template>
      <ng-template uiTab="enheter" [label]="'operations.tab.units' | t"><app-units-tab /></ng-template>
      <ng-template uiTab="medarbetare" [label]="'operations.tab.staff' | t"><app-staff-tab /></ng-template>
      <ng-template uiTab="uppdrag" [label]="'operations.tab.assignments' | t"><app-assignments-tab /></ng-template>
    </ui-tabs>
  `,
})
export default class OperationsPage {
  protected readonly tab = addressChoice('flik', ['organisationer', 'enheter', 'medarbetare', 'uppdrag']);
}
