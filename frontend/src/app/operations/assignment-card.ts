import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type AssignmentView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { placeOf } from '../text/format/place.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { AssignmentEditForm } from './assignment-edit.form.ts';
import { EndForm } from './end.form.ts';
import { LeaveList } from './leave-list.ts';

/** One assignment and its acts. It says how many open cases it answers for: a number, never which. */
@Component({
  selector: 'app-assignment-card',
  imports: [AssignmentEditForm, Button, CountPipe, Dialog, EndForm, LeaveList, OrgBadge, Problem, Tag, TextPipe, WhenPipe],
  template: `
    <div class="head">
      <ui-org [org]="assignment().organisation" beside />
      <div>
        <h3>{{ assignment().title }}</h3>
        <p class="small soft">{{ place() }}</p>
        <p class="small soft">
          {{ 'operations.role.' + assignment().role | t }} ·
          {{ 'operations.assignment.from' | t: { day: assignment().validFrom | when: 'full-day' } }}
          @if (assignment().validTo; as last) {
            {{ 'operations.assignment.to' | t: { day: last | when: 'full-day' } }}
          }
        </p>
      </div>
    </div>
    <p class="row">
      @if (assignment().active) {
        <ui-tag kind="go" icon="check-circle">{{ 'operations.assignment.active' | t }}</ui-tag>
      } @else {
        <ui-tag icon="dash">{{ 'operations.assignment.inactive' | t }}</ui-tag>
      }
      @for (each of assignment().functions; track each) {
        <ui-tag icon="check">{{ 'operations.function.' + each | t }}</ui-tag>
      }
      @if (assignment().isContact) {
        <ui-tag icon="phone">{{ 'operations.assignment.isContact' | t }}</ui-tag>
      }
      @if (assignment().accountableFor > 0) {
        <ui-tag icon="shield">{{ 'operations.assignment.accountable' | count: assignment().accountableFor }}</ui-tag>
      }
    </p>
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    @if (assignment().active) {
      <div class="row">
        <button uiButton="second" dense icon="edit" (click)="open.set('edit')">{{ 'operations.change' | t }}</button>
        <button uiButton="second" dense icon="calendar" (click)="open.set('leave')">{{ 'operations.leave.title' | t }}</button>
        @if (!assignment().isContact) {
          <button uiButton="quiet" dense [busy]="act.busy()" (click)="makeContact()">{{ 'operations.assignment.makeContact' | t }}</button>
        }
        <button uiButton="quiet" dense (click)="open.set('end')">{{ 'operations.assignment.end' | t }}</button>
      </div>
    }
    <ui-dialog [open]="open() === 'edit'" (openChange)="shut($event)" [heading]="'operations.assignment.change' | t">
      @if (open() === 'edit') {
        <app-assignment-edit-form [assignment]="assignment()" (saved)="saved()" (stale)="changed.emit()" (cancelled)="open.set(null)" />
      }
    </ui-dialog>
    <ui-dialog [open]="open() === 'end'" (openChange)="shut($event)" [heading]="'operations.assignment.end' | t">
      @if (open() === 'end') {
        <app-end-form [assignment]="assignment()" (saved)="saved()" (cancelled)="open.set(null)" />
      }
    </ui-dialog>
    <ui-dialog [open]="open() === 'leave'" (openChange)="shut($event)" [heading]="'operations.leave.title' | t">
      @if (open() === 'leave') {
        <app-leave-list [assignment]="assignment()" />
      }
    </ui-dialog>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-3);
      padding-block: var(--s-4);
      border-block-start: 1px solid var(--line);
    }
    .head {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--s-3);
    }
  `,
})
export class AssignmentCard {
  private readonly api = inject(Api);

  readonly assignment = input.required<AssignmentView>();
  readonly changed = output<void>();

  protected readonly act = new Act();
  protected readonly place = computed(() => placeOf(this.assignment().organisation.name, this.assignment().unit.name));
  protected readonly open = signal<'edit' | 'end' | 'leave' | null>(null);

  protected shut(open: boolean): void {
    if (!open) this.open.set(null);
  }

  protected saved(): void {
    this.open.set(null);
    this.changed.emit();
  }

  protected async makeContact(): Promise<void> {
    const { id, organisation } = this.assignment();
    await this.act.run(() => this.api.act(`/organisations/${organisation.id}/contact`, { assignmentId: id }));
    if (!this.act.failed()) this.changed.emit();
  }
}
