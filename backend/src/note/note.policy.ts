import type { NoteAction, NoteKind } from '@samspel/shared/note/note.ts';
import type { StaffActor } from '../access/actor.ts';
import { allowed, type Decision, refused } from '../access/gate.ts';
import type { CaseFacts } from '../case/case-facts.ts';

export interface NoteFacts {
  readonly kind: NoteKind;
  readonly authorId: string;
  readonly organisationId: string;
  /** Whether any organisation has been given it. */
  readonly shared: boolean;
}

/** Lock 1 of a note: its author, and for an organisation note the author's organisation in the team. Receivers read the disclosure, not the note. */
export function maySeeNote(actor: StaffActor, note: NoteFacts): Decision {
  if (note.authorId === actor.id) return allowed;
  return note.kind === 'ORGANISATION' && note.organisationId === actor.organisationId ? allowed : refused('not_own_note');
}

export const mayWriteNote = (_actor: StaffActor, facts: CaseFacts): Decision => working(facts);

/** Nobody puts words in another's mouth, not even a colleague's. */
export function mayEditNote(actor: StaffActor, facts: CaseFacts, note: NoteFacts): Decision {
  return note.authorId === actor.id ? working(facts) : refused('not_author');
}

/** What another organisation has been given is a received document there (OSL 5:2) and stays traceable here. */
export function mayRemoveNote(actor: StaffActor, facts: CaseFacts, note: NoteFacts): Decision {
  if (note.authorId !== actor.id) return refused('not_author');
  return note.shared ? refused('already_shared') : working(facts);
}

/** The owning organisation shares, by anybody it has in the team. A personal note is never shared. */
export function mayShareNote(actor: StaffActor, facts: CaseFacts, note: NoteFacts): Decision {
  if (note.kind === 'PERSONAL') return refused('personal_note');
  if (note.organisationId !== actor.organisationId) return refused('not_own_note');
  return working(facts);
}

/** For a view; a note that came from another organisation offers nothing. */
export function noteDecisions(actor: StaffActor, facts: CaseFacts, note: NoteFacts): Partial<Record<NoteAction, Decision>> {
  return {
    'note.edit': mayEditNote(actor, facts, note),
    'note.remove': mayRemoveNote(actor, facts, note),
    'note.share': mayShareNote(actor, facts, note),
  };
}

function working(facts: CaseFacts): Decision {
  if (facts.status === 'CLOSED') return refused('case_closed');
  return facts.covered ? allowed : refused('consent_missing');
}
