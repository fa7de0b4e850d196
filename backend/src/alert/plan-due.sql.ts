/**
 * Activities past their day, a batch at a time; as `DUE` of handovers, with the case and the activity taken at once or not at all. Not a word of
 * what they are.
 */
export const ACTIVITIES_DUE = `
  select t.id, t.case_id as "caseId", t.state, t.due_on::text as "dueOn", t.epoch, t.fired, t.owner_assignment_id as "ownerId", t.owner_organisation_id as "organisationId",
    app.domain_now() as now
  from plan_activity t join coordination_case c on c.id = t.case_id
  where t.next_timer_at <= app.domain_now() order by t.next_timer_at limit $1
  for no key update of t skip locked for key share of c skip locked`;

export const ACTIVITIES_ADVANCE = `
  update plan_activity t set fired = n.fired, next_timer = n.next_timer, next_timer_at = n.next_timer_at
  from json_to_recordset($1) as n (id uuid, fired text[], next_timer text, next_timer_at timestamptz) where t.id = n.id`;

export const READERS = `select activity_id as "activityId", array_agg(assignment_id) as ids from app.readers_of_activities($1) group by activity_id`;

/** What the person waits for an answer to, past its day. `unitId`: of whoever is to answer. */
export const MESSAGES_DUE = `
  select m.id, m.case_id as "caseId", m.state, m.due_at as "dueAt", m.epoch, m.fired, m.responsible_assignment_id as "responsibleId", a.unit_id as "unitId",
    a.organisation_id as "organisationId", c.coordinator_assignment_id as "coordinatorId", m.kind, app.domain_now() as now
  from person_message m join coordination_case c on c.id = m.case_id join assignment a on a.id = m.responsible_assignment_id
  where m.next_timer_at <= app.domain_now() order by m.next_timer_at limit $1
  for no key update of m skip locked for key share of c skip locked`;

export const MESSAGES_ADVANCE = `
  update person_message m set fired = n.fired, next_timer = n.next_timer, next_timer_at = n.next_timer_at
  from json_to_recordset($1) as n (id uuid, fired text[], next_timer text, next_timer_at timestamptz) where m.id = n.id`;

/**
 * Messages whose one cannot answer today, with the one who can: whoever answers for the case now, for a question about looking whoever stands in
 * at that organisation. Begins with those who have left or are away, never with the messages: what it costs follows from how many those are. Leaves
 * a case somebody works in to the next look.
 */
export const MESSAGES_WITHOUT_ANSWER = `
  with gone as materialized (
    select a.id from assignment a where a.valid_to < app.domain_today()
    union select a.id from assignment a where a.valid_from > app.domain_today()
    union select a.id from staff_member s join assignment a on a.staff_member_id = s.id where s.disabled_at is not null
    union select a.id from unit u join assignment a on a.unit_id = u.id where u.closed_on <= app.domain_today()
    union select l.assignment_id from leave l where l.cancelled_at is null and app.domain_today() between l.first_day and l.last_day
  )
  select m.id, m.case_id as "caseId", m.kind, m.responsible_assignment_id as "responsibleId", c.reference,
    case when m.kind = 'LOG_QUESTION' then m.responsible_assignment_id else coalesce(
      (select h.accountable_assignment_id from handover h where h.case_id = c.id and h.scope = 'CASE_OWNERSHIP' and h.owner_lost limit 1), c.owner_assignment_id)
      end as "answersId"
  from person_message m join coordination_case c on c.id = m.case_id
  where m.state = 'OPEN' and m.id = any (array(
    select waiting.id from gone cross join lateral (
      select w.id from person_message w where w.responsible_assignment_id = gone.id and w.state = 'OPEN' order by w.due_at limit $1) waiting limit $1))
  order by m.id
  for no key update of m skip locked for key share of c skip locked`;

export const REASSIGN = `
  update person_message m set responsible_assignment_id = n.responsible from json_to_recordset($1) as n (id uuid, responsible uuid) where m.id = n.id`;

export const TOLD_OF_MESSAGES = `
  insert into notice (id, case_id, recipient_assignment_id, kind, params)
    select uuidv7(), null, n.responsible, n.kind, jsonb_build_object('reference', n.reference)
    from json_to_recordset($1) as n (responsible uuid, kind text, reference text)`;
