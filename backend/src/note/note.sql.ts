import { organisationRefById, staffRefJson } from '../organisation/refs.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';

/** The latest sharing with each organisation of note `n`. */
const SHARED_WITH = `(select coalesce(json_agg(json_build_object('organisation', ${organisationRefById('last.organisation_id')}, 'at', ${instantJson('last.disclosed_at')},
    'version', last.subject_version) order by last.disclosed_at, last.organisation_id), '[]')
  from (select distinct on (r.organisation_id) r.organisation_id, d.disclosed_at, d.subject_version
        from disclosure d join disclosure_recipient r on r.disclosure_id = d.id
        where d.subject_kind = 'NOTE' and d.subject_id = n.id
        order by r.organisation_id, d.subject_version desc, d.disclosed_at desc) last)`;

const OWN = `json_build_object('id', n.id, 'kind', n.kind, 'text', n.text, 'author', ${staffRefJson('n.author_assignment_id')},
  'createdAt', ${instantJson('n.created_at')}, 'editedAt', ${instantJson('n.edited_at')}, 'version', n.version,
  'mine', n.author_assignment_id = me.actor_id, 'from', null, 'sharedWith', ${SHARED_WITH})`;

const RECEIVED = `json_build_object('id', d.subject_id, 'kind', 'ORGANISATION', 'text', d.content ->> 'text',
  'author', ${staffRefJson(`(d.content ->> 'authorAssignmentId')::uuid`)}, 'createdAt', d.content ->> 'createdAt', 'editedAt', null, 'version', d.subject_version,
  'mine', false, 'from', json_build_object('organisation', ${organisationRefById('d.from_organisation_id')}, 'by', ${staffRefJson('d.disclosed_by_assignment_id')},
    'at', ${instantJson('d.disclosed_at')}, 'category', d.information_category), 'sharedWith', '[]'::json)`;

/**
 * A select of all notes a participant may read in a case, as columns `id`, `sort_at` and `note` (a `NoteRow`): their own, their
 * organisation's, and the newest shared version of what other organisations have given theirs. Arguments are SQL expressions written in
 * code; it goes through the actor, so that it is right even without row security.
 */
export const readableNotes = (caseId: string, actorId: string): string => `
  select n.id, n.created_at as sort_at, ${OWN} as note
  from case_note n join case_access me on me.case_id = n.case_id and me.actor_id = ${actorId} and me.via = 'PARTICIPANT'
  where n.case_id = ${caseId} and n.removed_at is null
    and (n.author_assignment_id = me.actor_id or (n.kind = 'ORGANISATION' and n.organisation_id = me.organisation_id))
  union all
  select d.subject_id, d.disclosed_at, ${RECEIVED}
  from (select distinct on (s.subject_id) s.*
        from disclosure s join disclosure_recipient r on r.disclosure_id = s.id and r.ended_at is null
        join case_access me on me.case_id = s.case_id and me.actor_id = ${actorId} and me.via = 'PARTICIPANT' and me.organisation_id = r.organisation_id
        where s.case_id = ${caseId} and s.subject_kind = 'NOTE' and s.from_organisation_id <> me.organisation_id
        order by s.subject_id, s.subject_version desc, s.disclosed_at desc) d`;
