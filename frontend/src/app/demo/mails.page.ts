import { Component } from '@angular/core';
import { pagedRead } from '../api/paged-read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { type DemoMail, MailRow } from './mail-row.ts';

const STEP = 20;

/** Every mail that would have left, so that a visitor sees what the people of the demo town get. Nothing leaves the machine. */
@Component({
  imports: [Button, Empty, Load, MailRow, Pager, Panel, TextPipe, WhenPipe],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ 'demo.mails.title' | t }}</h1>
        <p class="lead">{{ 'demo.mails.lead' | t }}</p>
      </div>
      <div class="row">
        @if (mails.readAt(); as at) {
          <p class="small muted" role="status">{{ 'demo.mails.checked' | t: { time: at | when: 'time' } }}</p>
        }
        <button uiButton="second" dense [busy]="mails.loading()" (click)="mails.reload()">{{ 'demo.mails.again' | t }}</button>
      </div>
    </div>
    <section uiPanel>
      <ui-load [of]="mails" />
      @if (mails.value(); as list) {
        @if (list.items.length > 0) {
          <ul class="tasks" role="list">
            @for (mail of list.items; track mail.id) {
              <li [appMail]="mail"></li>
            }
          </ul>
          <ui-pager [more]="mails.more()" [step]="step" [busy]="mails.loading()" (next)="mails.next()" />
        } @else {
          <ui-empty icon="message" [level]="2" [heading]="'demo.mails.none' | t" [checkedAt]="mails.readAt()" />
        }
      }
    </section>
  `,
})
export default class MailsPage {
  protected readonly step = STEP;
  protected readonly mails = pagedRead<DemoMail>('/demo/mails', STEP);
}
