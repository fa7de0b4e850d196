import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { type CaseFacts, caseFacts, caseFactsForUpdate } from '../case/case-facts.ts';
import { maySeeCase } from '../case/case-visibility.policy.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import type { PageQuery } from '../platform/http/paging.ts';
import { requireVersion } from '../platform/http/version.ts';
import { conflict, notVisible } from '../platform/problem/problem.ts';
import { announce } from '../platform/live/announce.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import { NoteAccess, type NoteAtHand, requireWorkingCase } from './note-access.ts';
import type { NoteListView, WriteNoteInput } from './note.dto.ts';
import { mayEditNote, mayRemoveNote, mayWriteNote } from './note.policy.ts';
import { NoteQueries } from './note.queries.ts';

@Injectable()
export class NoteService {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly queries: NoteQueries,
    private readonly access: NoteAccess,
  ) {}

  async ofCase(actor: StaffActor, caseId: string, query: PageQuery): Promise<NoteListView> {
    const view = await this.db.transaction(actor, async (tx) => {
      const facts = this.visible(actor, await caseFacts(tx, actor, caseId));
      return this.queries.page(tx, actor, facts, query);
    });
    await this.audit.read(actor, { action: 'notes.read', fieldClass: 'NOTE', caseId });
    return view;
  }

  write(actor: StaffActor, caseId: string, key: OnceKey, { kind, text }: WriteNoteInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = this.visible(actor, await caseFactsForUpdate(tx, actor, caseId));
        requireWorkingCase(facts);
        this.gate.require(mayWriteNote(actor, facts));
        await tx.query('insert into case_note (id, case_id, organisation_id, author_assignment_id, kind, text) values ($1, $2, $3, $4, $5, $6)', [
          id,
          caseId,
          actor.organisationId,
          actor.id,
          kind,
          text,
        ]);
        await this.audit.write(tx, actor, { action: 'note.written', fieldClass: 'NOTE', caseId, subjectId: id });
        if (kind === 'ORGANISATION') {
          await recordInTimeline(tx, actor, { caseId, kind: 'note.written', audience: [actor.organisationId], shownToPerson: false });
        } else {
          // A personal note leaves no trace that a colleague could read.
          await announce(tx, { type: 'case', ref: caseId, to: [actor.id] });
        }
      },
      (tx) => caseFacts(tx, actor, caseId).then((facts) => this.visible(actor, facts)),
    );
  }

  edit(actor: StaffActor, id: string, version: number, text: string): Promise<void> {
    return this.change(actor, id, 'note.edited', async (tx, { facts, note }) => {
      if (note.removedAt) throw notVisible();
      requireWorkingCase(facts);
      this.gate.require(mayEditNote(actor, facts, note));
      requireVersion(note, version);
      await tx.query('update case_note set text = $2, edited_at = app.domain_now(), version = version + 1 where id = $1', [id, text]);
    });
  }

  /** Hidden, not erased: the author can bring it back. A repeat changes nothing. */
  remove(actor: StaffActor, id: string): Promise<void> {
    return this.change(actor, id, 'note.removed', async (tx, { facts, note }) => {
      if (note.authorId === actor.id && note.shared) {
        throw conflict(
          'note.already_shared',
          'Anteckningen är delad',
          'Det som en annan organisation har fått går inte att ta bort. Skriv i stället en ändring.',
        );
      }
      requireWorkingCase(facts);
      this.gate.require(mayRemoveNote(actor, facts, note));
      await tx.query('update case_note set removed_at = app.domain_now(), version = version + 1 where id = $1 and removed_at is null', [id]);
    });
  }

  restore(actor: StaffActor, id: string): Promise<void> {
    return this.change(actor, id, 'note.restored', async (tx, { facts, note }) => {
      requireWorkingCase(facts);
      this.gate.require(mayEditNote(actor, facts, note));
      await tx.query('update case_note set removed_at = null, version = version + 1 where id = $1 and removed_at is not null', [id]);
    });
  }

  private visible(actor: StaffActor, facts: CaseFacts | undefined): CaseFacts {
    this.gate.requireVisible(maySeeCase(actor, facts));
    if (!facts) throw notVisible();
    return facts;
  }

  /** One act on one note that is there and visible: the case row locked first, so that editing, removing and sharing follow each other. */
  private change(actor: StaffActor, id: string, action: string, work: (tx: Tx, at: NoteAtHand) => Promise<void>): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const at = await this.access.forUpdate(tx, actor, id);
      await work(tx, at);
      await this.audit.write(tx, actor, { action, fieldClass: 'NOTE', caseId: at.note.caseId, subjectId: id });
      await announce(tx, { type: 'case', ref: at.note.caseId, ...(at.note.kind === 'PERSONAL' && { to: [actor.id] }) });
    });
  }
}
