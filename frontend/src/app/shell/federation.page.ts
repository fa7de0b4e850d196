import { Component, inject } from '@angular/core';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Empty } from '../ui/empty.ts';
import { Panel } from '../ui/panel.ts';

/** The start page of an account without cases of its own, such as the coordination federation's: it says so. */
@Component({
  imports: [Empty, Panel, TextPipe],
  template: `
    <h1>{{ 'shell.federation.title' | t: { name: store.current()?.givenName } }}</h1>
    <section uiPanel>
      <ui-empty icon="info" [level]="2" [heading]="'shell.federation.heading' | t" [text]="'shell.federation.text' | t" />
    </section>
  `,
  host: { class: 'wrap--text stack' },
})
export default class FederationPage {
  protected readonly store = inject(SessionStore);
}
