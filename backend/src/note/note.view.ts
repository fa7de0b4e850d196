import type { StaffActor } from '../access/actor.ts';
import { availability } from '../access/availability.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import type { NoteView } from './note.dto.ts';
import { noteDecisions } from './note.policy.ts';

/** What `readableNotes` builds. */
export type NoteRow = Omit<NoteView, 'actions' | 'blocked'>;

export function noteView(actor: StaffActor, facts: CaseFacts, row: NoteRow): NoteView {
  if (row.from) return { ...row, actions: [], blocked: [] };
  const { author, kind, sharedWith } = row;
  const note = { kind, authorId: author.assignmentId, organisationId: author.organisation.id, shared: sharedWith.length > 0 };
  return { ...row, ...availability(noteDecisions(actor, facts, note)) };
}
