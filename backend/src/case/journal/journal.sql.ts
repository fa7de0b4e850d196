/** SQL text: the Swedish calendar day of a timestamptz expression. */
const dayOf = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')::date`;

/**
 * SQL text: a select of what one assignment did in a case on one day, as columns kind, params, text, at. Organisation notes come from
 * the notes themselves, so that a removed one is gone and an edited one is right; personal notes never leave Samspel.
 */
export const ownActs = (caseId: string, assignmentId: string, day: string): string => `
  select act.kind, act.params, act.text, act.recorded_at as at
  from timeline_event act
  where act.case_id = ${caseId} and act.actor_assignment_id = ${assignmentId} and act.kind <> 'note.written' and ${dayOf('act.recorded_at')} = ${day}
  union all
  select 'note.written', '{}'::jsonb, own.text, own.created_at
  from case_note own
  where own.case_id = ${caseId} and own.author_assignment_id = ${assignmentId} and own.kind = 'ORGANISATION' and own.removed_at is null
    and ${dayOf('own.created_at')} = ${day}`;

/** SQL text: whether the day is ticked as written at home. */
export const isMarked = (caseId: string, assignmentId: string, day: string): string =>
  `exists (select 1 from journal_mark mark where mark.case_id = ${caseId} and mark.assignment_id = ${assignmentId} and mark.day = ${day})`;
