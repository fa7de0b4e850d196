import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import type { Tx } from '../platform/database/database.ts';
import { CURSOR_INSTANT, CURSOR_UUID, decodeCursor, page, type PageQuery } from '../platform/http/paging.ts';
import type { NoteListView } from './note.dto.ts';
import type { NoteFacts } from './note.policy.ts';
import { readableNotes } from './note.sql.ts';
import { type NoteRow, noteView } from './note.view.ts';

const PAGE = `
  select n.id, n.sort_at::text as "sortAt", n.note from (${readableNotes('$1::uuid', '$2::uuid')}) n
  where $3::timestamptz is null or (n.sort_at, n.id) < ($3, $4::uuid)
  order by n.sort_at desc, n.id desc limit $5`;

const ONE = `
  select n.id, n.case_id as "caseId", n.organisation_id as "organisationId", n.author_assignment_id as "authorId", n.kind, n.text,
         n.created_at as "createdAt", n.removed_at as "removedAt", n.version,
         exists (select 1 from disclosure d where d.subject_kind = 'NOTE' and d.subject_id = n.id) as shared
  from case_note n join case_access me on me.case_id = n.case_id and me.actor_id = $2 and me.via = 'PARTICIPANT'
  where n.id = $1`;

export interface StoredNote extends NoteFacts {
  readonly id: string;
  readonly caseId: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly removedAt: Date | null;
  readonly version: number;
}

@Injectable()
export class NoteQueries {
  async page(tx: Tx, actor: StaffActor, facts: CaseFacts, { limit, cursor }: PageQuery): Promise<NoteListView> {
    const [at = null, id = null] = decodeCursor(cursor, [CURSOR_INSTANT, CURSOR_UUID]) ?? [];
    const rows = await tx.query<{ id: string; sortAt: string; note: NoteRow }[]>(PAGE, [facts.id, actor.id, at, id, limit + 1]);
    return page(
      rows,
      limit,
      (row) => noteView(actor, facts, row.note),
      (row) => [row.sortAt, row.id],
    );
  }

  /** The note itself, for those who may read it at all; undefined otherwise. Read it with the case row locked. */
  async one(tx: Tx, actor: StaffActor, id: string): Promise<StoredNote | undefined> {
    const [note] = await tx.query<StoredNote[]>(ONE, [id, actor.id]);
    return note;
  }
}
