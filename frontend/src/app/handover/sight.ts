import { Component, computed, inject, input } from '@angular/core';
import { type CaseView, type HandoverView } from '@samspel/shared/api.ts';
import { planTruth } from '../citizen/plan-truth.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Icon } from '../ui/icon.ts';
import { Relay, type Runner } from '../ui/relay.ts';
import { holdsNow } from './baton-words.ts';

/** "Så ser mottagaren det": what the server would send, what it would not, what opens after a yes, and what the person reads. */
@Component({
  selector: 'app-handover-sight',
  imports: [Icon, Relay, TextPipe, WhenPipe],
  template: `
    <h2 id="sight-title">{{ 'handover.sight.title' | t }}</h2>
    <section class="preview" aria-labelledby="sight-before">
      <h3 class="preview__bar" id="sight-before"><ui-icon name="lock" />{{ 'handover.sight.before' | t }}</h3>
      <div class="preview__body">
        @if (kept(); as draft) {
          <ui-relay state="offered" [from]="from()" [to]="{ name: 'handover.sight.you' | t, note: draft.to.unit.name, org: null }" />
          @if (draft.content?.preview; as sent) {
            <p class="lines">
              <b>{{ sent.personName }}.</b> {{ sent.asked }}
            </p>
            @if (sent.answerBy; as day) {
              <p>{{ 'handover.sight.answerBy' | t: { day: day | when: 'day' } }}</p>
            }
            @if (sent.why) {
              <p class="soft lines">”{{ sent.why }}”</p>
            }
            @if (sent.checklist.length > 0) {
              <ul class="see" role="list">
                @for (line of sent.checklist; track line.text) {
                  <li>
                    <ui-icon [class.ok]="line.done" [class.no]="!line.done" [name]="line.done ? 'check' : 'dash'" />
                    <span>
                      <span class="vh">{{ (line.done ? 'handover.content.ready' : 'handover.content.notReady') | t }}: </span>{{ line.text }}
                    </span>
                  </li>
                }
              </ul>
            }
            <p class="small">
              {{ sent.sender.name }}, {{ sent.sender.title }}, {{ sent.sender.unit }}
              @if (sent.sender.phone; as phone) {
                <br />{{ phone }}
              }
              @if (sent.sender.email; as email) {
                <br />{{ email }}
              }
            </p>
          }
        } @else {
          <p class="soft">{{ 'handover.sight.empty' | t }}</p>
        }
        <ul class="see" role="list">
          @for (no of ['number', 'content']; track no) {
            <li>
              <ui-icon class="no" name="x" /><span>{{ 'handover.sight.no.' + no | t }}</span>
            </li>
          }
        </ul>
      </div>
    </section>
    <section class="preview" aria-labelledby="sight-after">
      <h3 class="preview__bar" id="sight-after"><ui-icon name="eye" />{{ 'handover.sight.after' | t }}</h3>
      <div class="preview__body">
        <ul class="see" role="list">
          @for (yes of ['team', 'shared']; track yes) {
            <li>
              <ui-icon class="ok" name="check" /><span>{{ 'handover.sight.yes.' + yes | t }}</span>
            </li>
          }
          <li>
            <ui-icon class="no" name="x" /><span>{{ 'handover.sight.no.notes' | t }}</span>
          </li>
        </ul>
        <p class="small muted">{{ 'handover.sight.logged' | t: { name: view().person.givenName } }}</p>
      </div>
    </section>
    @if (reads(); as text) {
      <p class="small soft"><ui-icon name="user" /> {{ 'handover.sight.personReads' | t: { name: view().person.givenName, text: text } }}</p>
    }
  `,
  styles: `
    .lines {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
  host: { class: 'stack', role: 'region', 'aria-labelledby': 'sight-title' },
})
export class HandoverSight {
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  readonly kept = input.required<HandoverView | null>();

  protected readonly from = computed<Runner>(() => {
    const draft = this.kept();
    const who = draft?.accountable ?? this.view().holder.owner;
    return { name: who.name, note: draft === null ? '' : holdsNow(draft, this.words), org: who.organisation };
  });
  /** The very sentence of the person's page, as it stands on the day of sending. */
  protected readonly reads = computed(() => {
    const person = this.kept()?.personReads ?? null;
    return person === null ? null : planTruth(person, this.words);
  });
}
