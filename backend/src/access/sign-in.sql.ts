import { ASSIGNMENT_IS_ACTIVE } from './session.sql.ts';

export const SIGN_IN_MINUTES = 10;

/** $1 hash of the state, $2 hash of the browser's secret: a state in another browser's hands stays unused. */
export const TAKE_SIGN_IN = `delete from sign_in
  where state_hash = $1 and browser_hash = $2 and created_at > clock_timestamp() - interval '${SIGN_IN_MINUTES} minutes'
  returning audience, nonce, code_verifier, return_to`;

/** The staff member of $1 HSA-id (case does not matter) or $2 orgAffiliation, with the assignment they last worked under that is still valid. */
export const KNOWN_STAFF = `select m.id as staff_member_id, m.given_name || ' ' || m.family_name as name,
    w.id as assignment_id, w.unit_id, w.organisation_id, w.role, w.functions, w.kind as principal_kind
  from staff_member m
  left join lateral (
    select a.*, p.kind from assignment a join organisation o on o.id = a.organisation_id join principal p on p.id = o.principal_id
    where a.staff_member_id = m.id and ${ASSIGNMENT_IS_ACTIVE}
    order by (select max(s.last_seen_at) from session s where s.assignment_id = a.id) desc nulls last, a.valid_from desc, a.id limit 1) w on true
  where (lower(m.hsa_id) = lower($1) or m.org_affiliation = $2) and m.disabled_at is null
  order by (lower(m.hsa_id) = lower($1)) desc nulls last limit 1`;
