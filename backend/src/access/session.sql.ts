import { ABSOLUTE_HOURS, IDLE_MINUTES } from '@samspel/shared/session/session.ts';

/** All on the real clock: a shifted demo day neither ends nor revives a session. `s` is the session. */
export const IDLE = `case s.audience when 'STAFF' then interval '${IDLE_MINUTES.STAFF} minutes' else interval '${IDLE_MINUTES.CITIZEN} minutes' end`;
export const ABSOLUTE = `interval '${ABSOLUTE_HOURS} hours'`;

/** An assignment `a` counts on the days it is valid, both included. */
export const ASSIGNMENT_IS_ACTIVE = `app.domain_today() between a.valid_from and coalesce(a.valid_to, 'infinity')`;

const SESSION_WITH_WORK = `session s
  left join (staff_member m join assignment a on a.staff_member_id = m.id join organisation o on o.id = a.organisation_id join principal p on p.id = o.principal_id)
    on m.id = s.staff_member_id and a.id = s.assignment_id and m.disabled_at is null and ${ASSIGNMENT_IS_ACTIVE}`;
const LIVES = `s.ended_at is null and s.created_at > clock_timestamp() - ${ABSOLUTE} and s.last_seen_at > clock_timestamp() - ${IDLE}
  and (s.audience = 'CITIZEN' or a.id is not null)`;

/** Whom the signed-in person acts for, as long as they may: a right that has ended is gone at the next request. */
const REPRESENTED = `case when s.represented_person_id is not null and app.represents(s.person_id, s.represented_person_id) then s.represented_person_id end`;

/** The session and who acts in it, in one statement: rights that have changed are gone at the next request. $1 token hash, $2 audience. */
export const LIVE_SESSION = `select s.id as session_id, s.acr, s.authenticated_at, s.person_id, s.staff_member_id,
    ${REPRESENTED} as represented_person_id, a.id as assignment_id, a.role, a.functions,
    a.unit_id, a.organisation_id, p.kind as principal_kind, s.last_seen_at < clock_timestamp() - interval '1 minute' as unmarked
  from ${SESSION_WITH_WORK} where s.token_hash = $1 and s.audience = $2 and ${LIVES}`;

/** Which of the sessions $1 still live, and whom they act for today. */
export const LIVING = `select s.id, ${REPRESENTED} as represented from ${SESSION_WITH_WORK} where s.id = any($1::uuid[]) and ${LIVES}`;

/** One owner's live sessions, latest first. $1 staff member, $2 person, $3 a session that is always one's own. */
export const OWN_SESSIONS = `select s.id, s.created_at, s.last_seen_at, s.device from ${SESSION_WITH_WORK}
  where (s.staff_member_id = $1 or s.person_id = $2 or s.id = $3) and ${LIVES} order by s.last_seen_at desc, s.id`;

/** At most once a minute, so that reading pages does not become writing rows. */
export const MARK_SEEN = `update session set last_seen_at = clock_timestamp()
  where id = $1 and ended_at is null and last_seen_at < clock_timestamp() - interval '1 minute'`;

/** What has died stays dead: a session that ran out or lost its right does not wake when the right comes back. $1 token hash, $2 audience. */
export const BURY = `update session s set ended_at = clock_timestamp(), end_reason = case
    when s.created_at <= clock_timestamp() - ${ABSOLUTE} then 'EXPIRED'
    when s.last_seen_at <= clock_timestamp() - ${IDLE} then 'IDLE' else 'DISABLED' end
  where s.token_hash = $1 and s.audience = $2 and s.ended_at is null`;
