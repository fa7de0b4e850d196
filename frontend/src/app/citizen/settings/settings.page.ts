import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { apiUrl } from '../../api/api.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Panel } from '../../ui/panel.ts';
import { ActFor } from './act-for.ts';
import { NewsMail } from './news-mail.ts';

/** E-mail, everything about the person to take home, and acting for somebody else. */
@Component({
  imports: [ActFor, Button, NewsMail, Panel, RouterLink, TextPipe],
  template: `
    <h1>{{ 'shell.nav.settings' | t }}</h1>
    <section uiPanel [heading]="'mySettings.mail.heading' | t"><app-news-mail /></section>
    <section uiPanel [heading]="'mySettings.all.heading' | t">
      <p>{{ 'mySettings.all.text' | t }}</p>
      <a uiButton="second" wide icon="download" [href]="all" download>{{ 'mySettings.all.json' | t }}</a>
      <a uiButton="second" wide icon="download" [href]="paper" download>{{ 'mySettings.all.pdf' | t }}</a>
      <p class="small muted">{{ 'mySettings.all.care' | t }}</p>
    </section>
    <app-act-for />
    <p>
      <a routerLink="/sessioner">{{ 'session.list.title' | t }}</a>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-5);
      max-inline-size: 44rem;
    }
    .btn,
    .panel > .small {
      margin-block-start: var(--s-3);
    }
  `,
})
export default class SettingsPage {
  protected readonly all = apiUrl('/me/export');
  protected readonly paper = apiUrl('/me/plan/document.pdf?variant=simple');
}
