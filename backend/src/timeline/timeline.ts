import { randomUUIDv7 } from 'node:crypto';
import type { TimelineKind } from '@samspel/shared/timeline/timeline.ts';
import type { Actor } from '../access/actor.ts';
import type { Tx } from '../platform/database/database.ts';
import { announce } from '../platform/live/announce.ts';

export interface TimelineEntry {
  caseId: string;
  kind: TimelineKind;
  /** Names, days and codes the client puts into words; never free text about the person. */
  params?: Record<string, string>;
  /** Only for what somebody told in their own words. */
  text?: string;
  /** Absent: the whole team. Otherwise only these organisations. */
  audience?: string[];
  /** Whether the person reads it on their own page; true unless said otherwise. */
  shownToPerson?: boolean;
  /** Absent: now. */
  occurredAt?: Date;
  id?: string;
}

/** Appends what happened, counts it as movement in the case and tells open pages. Call it last in an act's transaction, before the answer. */
export async function recordInTimeline(tx: Tx, actor: Actor, entry: TimelineEntry): Promise<void> {
  const staff = actor.kind === 'STAFF';
  await tx.query(
    `insert into timeline_event (id, case_id, kind, occurred_at, actor_assignment_id, actor_person_id, organisation_id, audience, shown_to_person, params, text)
     values ($1, $2, $3, coalesce($4, app.domain_now()), $5, $6, $7, $8, $9, $10, $11)`,
    [
      entry.id ?? randomUUIDv7(),
      entry.caseId,
      entry.kind,
      entry.occurredAt ?? null,
      staff ? actor.id : null,
      staff ? null : actor.id,
      staff ? actor.organisationId : null,
      entry.audience ?? null,
      entry.shownToPerson ?? true,
      JSON.stringify(entry.params ?? {}),
      entry.text ?? null,
    ],
  );
  // Whoever answers an invitation is not in the team yet; their rows update nothing here, and the admission is announced all the same.
  await tx.query('update coordination_case set last_movement_at = app.domain_now() where id = $1', [entry.caseId]);
  await announce(tx, { type: 'case', ref: entry.caseId });
}
