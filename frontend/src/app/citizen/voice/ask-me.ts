import { Component, computed, inject } from '@angular/core';
import { REQUEST_KINDS, type RequestKind } from '@samspel/shared/citizen/voice.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { WhenPipe } from '../../text/when.pipe.ts';
import { Button } from '../../ui/button.ts';
import { type IconName } from '../../ui/icon.ts';
import { Note } from '../../ui/note.ts';
import { Problem } from '../../ui/problem.ts';
import { MyVoice } from './my-voice.ts';

const ICONS: Readonly<Record<RequestKind, IconName>> = { CALL_ME: 'phone', WANT_MEETING: 'calendar' };

/** "Ring mig" and "Jag vill ha ett möte": one press, then who answers and when, and one press back. */
@Component({
  selector: 'app-ask-me',
  imports: [Button, Note, Problem, TextPipe, WhenPipe],
  template: `
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    @for (each of kinds(); track each.kind) {
      <div role="status">
        @if (each.waiting; as message) {
          <ui-note kind="done" [icon]="each.icon">
            <p>
              <b>{{ 'voice.ask.' + each.kind + '.sent' | t }}</b>
              {{ 'voice.ask.promise' | t: { name: message.responsible.givenName, day: message.dueOn | when: 'full-day' } }}
            </p>
            @if (message.actions.includes('me.withdraw')) {
              <button uiButton="quiet" dense icon="undo" [busy]="act.busy()" (click)="undo(message.id)">
                {{ 'voice.undo' | t }}<span class="vh">: {{ 'voice.ask.' + each.kind + '.button' | t }}</span>
              </button>
            }
          </ui-note>
        }
      </div>
      @if (!each.waiting) {
        <button uiButton="second" wide [icon]="each.icon" [busy]="act.busy()" (click)="ask(each.kind)">
          {{ 'voice.ask.' + each.kind + '.button' | t }}
        </button>
      }
    }
    <p class="small muted">{{ 'voice.ask.hint' | t }}</p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-3);
    }
  `,
})
export class AskMe {
  private readonly api = inject(Api);
  private readonly voice = inject(MyVoice);

  protected readonly act = new Act();
  protected readonly kinds = computed(() => REQUEST_KINDS.map((kind) => ({ kind, icon: ICONS[kind], waiting: this.voice.waiting(kind) })));

  protected async ask(kind: RequestKind): Promise<void> {
    const created = await this.act.run((key) => this.api.create('/me/requests', { kind }, key).then(() => true));
    if (created === true) this.voice.said();
  }

  protected async undo(id: string): Promise<void> {
    await this.act.run(() => this.voice.withdraw(id));
  }
}
