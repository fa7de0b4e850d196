import { Component, signal } from '@angular/core';
import { ApiProblem } from '../../api/problem.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../button.ts';
import { Dialog } from '../dialog.ts';
import { Empty } from '../empty.ts';
import { Icon, ICON_NAMES } from '../icon.ts';
import { LivePill } from '../live-pill.ts';
import { Note, type NoteKind } from '../note.ts';
import { Panel } from '../panel.ts';
import { Problem } from '../problem.ts';
import { Skeleton } from '../skeleton.ts';

@Component({
  selector: 'app-kit-states',
  imports: [Button, Dialog, Empty, Icon, LivePill, Note, Panel, Problem, Skeleton, TextPipe],
  template: `
    <section uiPanel [heading]="'kit.states.title' | t">
      <div class="cols cols--half">
        <div class="stack">
          @for (kind of kinds; track kind) {
            <ui-note [kind]="kind" icon="shield"
              ><p>
                <b>{{ 'kit.states.note' | t }}</b> {{ 'kit.holder.more' | t }}
              </p></ui-note
            >
          }
          <ui-problem [problem]="offline" canRetry />
          <div><ui-live-pill [count]="3" /></div>
        </div>
        <div class="stack">
          <ui-empty [heading]="'kit.states.empty' | t" [checkedAt]="checkedAt">
            <button uiButton="second" dense>{{ 'kit.states.emptyAct' | t }}</button>
          </ui-empty>
          <ui-empty icon="no" [heading]="'problem.hidden.title' | t" [text]="'problem.hidden.detail' | t" />
          <span class="tiny muted">{{ 'kit.states.waiting' | t }}</span>
          <ui-skeleton />
        </div>
      </div>
    </section>
    <section uiPanel [heading]="'kit.dialog.title' | t">
      <button uiButton="second" (click)="open.set(true)">{{ 'kit.dialog.open' | t }}</button>
      <ui-dialog [(open)]="open" [heading]="'kit.dialog.heading' | t">
        <p>{{ 'kit.holder.more' | t }}</p>
        <div class="dialog__foot" uiDialogFoot>
          <button uiButton="stop" (click)="open.set(false)">{{ 'kit.dialog.yes' | t }}</button>
          <button uiButton="quiet" (click)="open.set(false)">{{ 'kit.dialog.no' | t }}</button>
        </div>
      </ui-dialog>
    </section>
    <section uiPanel [heading]="'kit.icons' | t">
      <ul class="states" role="list">
        @for (icon of icons; track icon) {
          <li class="row"><ui-icon [name]="icon" />{{ icon }}</li>
        }
      </ul>
    </section>
  `,
  host: { class: 'kit' },
})
export class KitStates {
  protected readonly kinds: readonly NoteKind[] = ['plain', 'done', 'soon', 'wait', 'stop'];
  protected readonly icons = ICON_NAMES;
  protected readonly checkedAt = new Date('2026-11-23T07:40:00Z');
  protected readonly offline = new ApiProblem(0, 'client.offline', '', '');
  protected readonly open = signal(false);
}
