import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type NoteView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Icon } from '../ui/icon.ts';
import { Owner } from '../ui/owner.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { EditNote } from './edit-note.ts';

/** One note: who wrote it, who reads it, and what the reader may do with it. */
@Component({
  selector: 'app-note-card',
  imports: [ActionButton, EditNote, Icon, Owner, Problem, Tag, TextPipe, WhenPipe],
  template: `
    <div class="row">
      <ui-owner [name]="note().author.name" [org]="note().author.organisation" [note]="note().author.organisation.shortName" />
      <time class="tiny muted" [attr.datetime]="note().createdAt">{{ note().createdAt | when: 'moment' }}</time>
      @if (note().editedAt; as at) {
        <span class="tiny muted">{{ 'note.edited' | t: { when: at | when: 'moment' } }}</span>
      }
      <span class="push">
        @if (note().from; as from) {
          <ui-tag kind="done" icon="eye">{{ 'note.from' | t: { organisation: from.organisation.shortName } }}</ui-tag>
        } @else {
          <ui-tag [icon]="note().kind === 'PERSONAL' ? 'lock' : 'users'">{{ 'note.kind.' + note().kind + '.label' | t }}</ui-tag>
        }
      </span>
    </div>
    @if (editing()) {
      <app-edit-note [note]="note()" (done)="editing.set(false)" />
    } @else {
      <p class="told">{{ note().text }}</p>
    }
    @for (sharing of note().sharedWith; track sharing.organisation.id) {
      <p class="tiny soft">
        <ui-icon name="eye" />
        {{
          (sharing.version < note().version ? 'note.sharedOlder' : 'note.shared')
            | t: { organisation: sharing.organisation.name, when: sharing.at | when: 'moment' }
        }}
      </p>
    }
    @if (removing.problem(); as problem) {
      <ui-problem [problem]="problem" canRetry (retry)="remove()" />
    }
    @if (!editing()) {
      <div class="row">
        <ui-action action="note.share" kind="second" dense icon="users" [of]="acts()" (act)="share.emit()">{{ 'note.share.open' | t }}</ui-action>
        <ui-action action="note.edit" kind="quiet" dense icon="edit" [of]="acts()" (act)="editing.set(true)">{{ 'note.edit.open' | t }}</ui-action>
        <ui-action action="note.remove" kind="quiet" dense icon="x" [of]="acts()" [busy]="removing.busy()" (act)="remove()">{{
          'note.remove' | t
        }}</ui-action>
      </div>
    }
  `,
  host: { class: 'note-card stack', role: 'article', '[attr.aria-label]': 'name()' },
})
export class NoteCard {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly note = input.required<NoteView>();
  readonly share = output<void>();
  readonly removed = output<void>();
  protected readonly editing = signal(false);
  protected readonly removing = new Act();
  protected readonly acts = computed(() => offered(this.note()));
  protected readonly name = computed(() => `${this.note().author.name}, ${this.note().author.organisation.shortName}`);

  protected async remove(): Promise<void> {
    const done = await this.removing.run(() => this.api.act(`/notes/${this.note().id}/removal`).then(() => true));
    if (done === undefined) return;
    this.removed.emit();
    this.store.reload();
  }
}
