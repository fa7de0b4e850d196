import { Component, computed, inject } from '@angular/core';
import { type MyMeetingList } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { AskMe } from './voice/ask-me.ts';
import { MyVoice } from './voice/my-voice.ts';

/** The person's meetings; while there are none it says so, and how to ask for one. */
@Component({
  imports: [AskMe, Empty, Load, Panel, TextPipe, WhenPipe],
  providers: [MyVoice],
  template: `
    <h1>{{ 'shell.nav.myMeetings' | t }}</h1>
    <ui-load [of]="meetings" />
    @if (meetings.value(); as list) {
      <section uiPanel>
        @if (list.items.length > 0) {
          <ul role="list" class="list">
            @for (meeting of list.items; track meeting.id) {
              <li [class.say]="simple()">{{ meeting.at | when: 'full-moment' }}</li>
            }
          </ul>
        } @else {
          <ui-empty
            icon="calendar"
            [level]="2"
            [heading]="'citizen.meetings.none' | t"
            [text]="'citizen.meetings.text' | t"
            [checkedAt]="meetings.readAt()"
          />
        }
      </section>
      <section uiPanel [heading]="'citizen.meetings.want' | t"><app-ask-me /></section>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-5);
    }
    ui-load:empty {
      display: none;
    }
    .list {
      padding: 0;
      list-style: none;
    }
  `,
})
export default class MeetingsPage {
  private readonly words = inject(Words);

  protected readonly simple = computed(() => this.words.language() === 'sv-enkel');
  protected readonly meetings = read<MyMeetingList>(() => '/me/meetings');
}
