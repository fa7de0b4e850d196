import { Component, inject, input, signal } from '@angular/core';
import { type AssignmentView, type LeaveList as LeaveListView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { Load } from '../ui/load.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { LeaveForm } from './leave.form.ts';

/** When somebody is away and who steps in; planned and cancelled here. */
@Component({
  selector: 'app-leave-list',
  imports: [Button, LeaveForm, Load, Problem, Tag, TextPipe, WhenPipe],
  template: `
    <ui-load [of]="leave" />
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    @if (leave.value(); as list) {
      <ul class="tasks tasks--plain" role="list">
        @for (each of list.items; track each.id) {
          <li>
            <div class="task__text">
              <span class="task__name">{{ 'operations.leave.days' | t: { from: each.firstDay | when: 'day', to: each.lastDay | when: 'day' } }}</span>
              <p class="task__meta">
                {{ each.deputy ? ('operations.leave.deputy' | t: { name: each.deputy.name }) : ('operations.leave.nobody' | t) }}
              </p>
            </div>
            <span class="task__end">
              @if (each.cancelled) {
                <ui-tag icon="undo">{{ 'operations.leave.cancelled' | t }}</ui-tag>
              } @else {
                <button uiButton="second" dense [busy]="act.busy()" (click)="cancel(each.id)">
                  {{ 'operations.leave.cancel' | t }}<span class="vh">, {{ each.firstDay | when: 'day' }}</span>
                </button>
              }
            </span>
          </li>
        } @empty {
          <li class="soft none">{{ 'operations.leave.none' | t }}</li>
        }
      </ul>
    }
    @if (planning()) {
      <app-leave-form [assignment]="assignment()" (saved)="saved()" (cancelled)="planning.set(false)" />
    } @else {
      <button uiButton dense icon="plus" (click)="planning.set(true)">{{ 'operations.leave.plan' | t }}</button>
    }
  `,
  styles: `
    .none {
      display: block;
    }
    button {
      justify-self: start;
    }
  `,
  host: { class: 'stack' },
})
export class LeaveList {
  private readonly api = inject(Api);

  readonly assignment = input.required<AssignmentView>();

  protected readonly leave = read<LeaveListView>(() => `/assignments/${this.assignment().id}/leave`);
  protected readonly act = new Act();
  protected readonly planning = signal(false);

  protected saved(): void {
    this.planning.set(false);
    this.leave.reload();
  }

  protected async cancel(id: string): Promise<void> {
    await this.act.run(() => this.api.act(`/leave/${id}/cancellation`));
    this.leave.reload();
  }
}
