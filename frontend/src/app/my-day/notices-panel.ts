import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NoticeView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Problem } from '../ui/problem.ts';
import { noticeText } from './notice-words.ts';

/** What I have been told and not yet ticked off. A notice about a case I no longer reach says so without a link. */
@Component({
  selector: 'app-notices',
  imports: [Button, Problem, RouterLink, TextPipe, WhenPipe],
  template: `
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <ul class="tasks tasks--plain" role="list">
      @for (row of rows(); track row.id) {
        <li>
          <div class="task__text">
            @if (row.way; as way) {
              <a [routerLink]="way">{{ row.text }}</a>
            } @else {
              <span class="task__name">{{ row.text }}</span>
            }
            <p class="task__meta">{{ row.createdAt | when: 'moment' }}</p>
          </div>
          <span class="task__end">
            <button uiButton="second" dense icon="check" [busy]="reading() === row.id" (click)="markRead(row.id)">
              {{ 'myDay.read' | t }}<span class="vh">: {{ row.text }}</span>
            </button>
          </span>
        </li>
      }
    </ul>
  `,
})
export class NoticesPanel {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly notices = input.required<readonly NoticeView[]>();
  readonly changed = output<void>();

  protected readonly act = new Act();
  protected readonly reading = signal<string | null>(null);
  protected readonly rows = computed(() => this.notices().map((notice) => ({ ...notice, text: noticeText(notice, this.words), way: wayOf(notice) })));

  protected async markRead(id: string): Promise<void> {
    this.reading.set(id);
    await this.act.run(() => this.api.act(`/notices/${id}/reading`));
    this.reading.set(null);
    if (!this.act.failed()) this.changed.emit();
  }
}

/** To the handover it is about, which its receiver may open before they are in the team; else to the case, while one reaches it. */
function wayOf({ caseId, params }: NoticeView): readonly string[] | null {
  const handover = params['handoverId'];
  if (handover !== undefined) return ['/overlamningar', handover];
  return caseId === null ? null : ['/arenden', caseId];
}
