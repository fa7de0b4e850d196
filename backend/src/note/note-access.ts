import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { type CaseFacts, caseFactsForUpdate } from '../case/case-facts.ts';
import { maySeeCase } from '../case/case-visibility.policy.ts';
import { consentMissing } from '../disclosure/disclosures.ts';
import type { Tx } from '../platform/database/database.ts';
import { conflict, notVisible } from '../platform/problem/problem.ts';
import { maySeeNote } from './note.policy.ts';
import { NoteQueries, type StoredNote } from './note.queries.ts';

/** A note and the facts of its case, the case row locked. */
export interface NoteAtHand {
  readonly facts: CaseFacts;
  readonly note: StoredNote;
}

@Injectable()
export class NoteAccess {
  constructor(
    private readonly gate: Gate,
    private readonly queries: NoteQueries,
  ) {}

  /** 404 unless the actor reads the note itself, as its author or a colleague in the team. */
  async forUpdate(tx: Tx, actor: StaffActor, noteId: string): Promise<NoteAtHand> {
    const found = await this.queries.one(tx, actor, noteId);
    const facts = found && (await caseFactsForUpdate(tx, actor, found.caseId));
    this.gate.requireVisible(maySeeCase(actor, facts));
    // Once more, now that nobody else can change it.
    const note = facts && (await this.queries.one(tx, actor, noteId));
    if (!facts || !note) throw notVisible();
    this.gate.requireVisible(maySeeNote(actor, note));
    return { facts, note };
  }
}

/** 409 when the case is closed, or when nothing lets the actor's organisation take part in it any more. */
export function requireWorkingCase(facts: CaseFacts): void {
  if (facts.status === 'CLOSED') throw conflict('case.closed', 'Ärendet är avslutat', 'I ett avslutat ärende skrivs och delas inget nytt.');
  if (!facts.covered) throw consentMissing([]);
}
