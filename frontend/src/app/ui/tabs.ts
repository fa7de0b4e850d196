import { NgTemplateOutlet } from '@angular/common';
import { Component, contentChildren, Directive, inject, input, model, TemplateRef } from '@angular/core';
import { Tab, TabContent, TabList, TabPanel, Tabs } from '@angular/aria/tabs';

/** `<ng-template uiTab="now" label="Nu">…</ng-template>` inside `<ui-tabs>`. */
@Directive({ selector: 'ng-template[uiTab]' })
export class TabTemplate {
  readonly value = input.required<string>({ alias: 'uiTab' });
  readonly label = input.required<string>();
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

/** Several sheets in one place, one in sight. Arrow keys move between them. */
@Component({
  selector: 'ui-tabs',
  imports: [NgTemplateOutlet, Tab, TabContent, TabList, TabPanel, Tabs],
  template: `
    <div ngTabs>
      <div ngTabList class="tabs" selectionMode="follow" [attr.aria-label]="label()" [(selectedTab)]="selected">
        @for (tab of tabs(); track tab.value()) {
          <button ngTab class="tab" type="button" [value]="tab.value()">{{ tab.label() }}</button>
        }
      </div>
      @for (tab of tabs(); track tab.value()) {
        <div ngTabPanel class="tab__panel" [value]="tab.value()">
          <ng-template ngTabContent><ng-container [ngTemplateOutlet]="tab.template" /></ng-template>
        </div>
      }
    </div>
  `,
})
export class UiTabs {
  readonly label = input.required<string>();
  readonly selected = model<string | undefined>();
  protected readonly tabs = contentChildren(TabTemplate);
}
