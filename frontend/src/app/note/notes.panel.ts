import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { type CaseView, type NoteListView, type NoteView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { isOffered, offered } from '../case/acts.ts';
import { Removed } from '../case/removed.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Count } from '../ui/count.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { NoteCard } from './note-card.ts';
import { ShareNoteForm } from './share-note.form.ts';
import { WriteNote } from './write-note.ts';

/** Own notes, the organisation's, and what other organisations have shared. */
@Component({
  selector: 'app-notes-panel',
  imports: [ActionButton, Count, Dialog, Empty, NoteCard, Pager, Panel, Problem, Removed, ShareNoteForm, TextPipe, WriteNote],
  template: `
    <section uiPanel [heading]="'note.title' | t">
      <ui-count uiPanelEnd [of]="view().notesTotal" />
      <div class="stack">
        <p class="small soft">{{ 'note.belongs' | t }}</p>
        @if (view().actions.includes('note.write')) {
          <app-write-note [caseId]="view().id" />
        } @else if (mayBeBlocked()) {
          <ui-action action="note.write" kind="second" icon="edit" [of]="acts()">{{ 'note.write.open' | t }}</ui-action>
        }
        @for (note of removed(); track note.id) {
          <app-removed [what]="'note.removed' | t" [path]="'/notes/' + note.id" (settled)="forget(note)" />
        }
        <div class="notes">
          @for (note of notes(); track note.id) {
            <app-note-card [note]="note" (share)="sharing.set(note)" (removed)="keepForUndo(note)" />
          } @empty {
            <ui-empty icon="edit" [heading]="'note.empty' | t" [text]="'note.emptyText' | t" />
          }
        </div>
        @if (reading.problem(); as problem) {
          <ui-problem [problem]="problem" canRetry (retry)="readMore()" />
        }
        <ui-pager [more]="hasMore()" [busy]="reading.busy()" (next)="readMore()" />
      </div>
    </section>
    <ui-dialog [open]="sharing() !== null" (openChange)="sharing.set(null)" [heading]="'note.share.title' | t">
      @if (sharing(); as note) {
        <app-share-note-form [view]="view()" [note]="note" (done)="sharing.set(null)" />
      }
    </ui-dialog>
  `,
})
export class NotesPanel {
  private readonly api = inject(Api);

  readonly view = input.required<CaseView>();
  protected readonly reading = new Act();
  protected readonly sharing = signal<NoteView | null>(null);
  protected readonly removed = signal<readonly NoteView[]>([]);
  private readonly older = signal<readonly NoteView[]>([]);
  private readonly next = signal<string | undefined>(undefined);

  protected readonly acts = computed(() => offered(this.view()));
  protected readonly mayBeBlocked = computed(() => isOffered(this.view(), 'note.write'));
  protected readonly notes = computed(() => {
    const first = this.view().notes;
    return [...first, ...this.older().filter(({ id }) => first.every((each) => each.id !== id))];
  });
  protected readonly hasMore = computed(() => this.notes().length < this.view().notesTotal);

  constructor() {
    effect(() => {
      this.view();
      this.older.set([]);
      this.next.set(undefined);
    });
  }

  protected keepForUndo(note: NoteView): void {
    this.removed.update((all) => [note, ...all]);
  }

  protected forget(note: NoteView): void {
    this.removed.update((all) => all.filter(({ id }) => id !== note.id));
  }

  protected async readMore(): Promise<void> {
    const cursor = this.next();
    // The case brings the first twenty without a cursor, so the first page is asked for again together with the next.
    const page = await this.reading.run(() =>
      this.api.get<NoteListView>(`/cases/${this.view().id}/notes`, {
        limit: cursor === undefined ? 40 : 20,
        ...(cursor !== undefined && { cursor }),
      }),
    );
    if (page === undefined) return;
    this.older.update((older) => [...older, ...page.items]);
    this.next.set(page.nextCursor);
  }
}
