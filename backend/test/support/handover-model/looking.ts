import pg from 'pg';
import type { TestDatabase } from '../database.ts';

export interface SeenBaton {
  id: string;
  scope: string;
  origin: string;
  state: string;
  court: string;
  accountable: string;
  ownerLost: boolean;
  nominee: string | null;
  closed: boolean;
  bounces: number;
  version: number;
  offeredAt: string | null;
  acceptedAt: string | null;
  firstContactAt: string | null;
  heldAt: string | null;
  endedAt: string | null;
  history: { act: string; from: string; to: string; at: string }[];
  alerts: { rung: string; epoch: number; due: string; told: number }[];
}

export interface Seen {
  owner: string;
  coordinator: string;
  lost: [owner: boolean, coordinator: boolean];
  team: string[];
  answering: { scope: string; who: string; works: boolean; anybody: boolean; holderInTeam: boolean }[];
  batons: SeenBaton[];
  broken: string[];
}

/** Today by the clock of the domain, and whether the assignment `a` of `s` is valid then: said here anew, not asked of the application's functions. */
const TODAY = `((now() + (select shift from demo_clock)) at time zone 'Europe/Stockholm')::date`;
const WORKS = `(s.disabled_at is null and a.valid_from <= ${TODAY} and (a.valid_to is null or a.valid_to >= ${TODAY}))`;
const OPEN = `('OFFERED', 'RECEIVED', 'NEEDS_INFO')`;

const SEEN = `
  select json_build_object('owner', c.owner_assignment_id, 'coordinator', c.coordinator_assignment_id,
    'lost', json_build_array(c.owner_lost_at is not null, c.coordinator_lost_at is not null),
    'team', (select json_agg(p.assignment_id) from participation p where p.case_id = c.id and p.until_at is null),
    'answering', (select json_agg(json_build_object('scope', r.scope, 'who', a.id, 'works', ${WORKS},
        'anybody', exists (select 1 from assignment b join staff_member t on t.id = b.staff_member_id where b.organisation_id = a.organisation_id
          and t.disabled_at is null and (b.valid_to is null or b.valid_to >= ${TODAY})),
        'holderInTeam', exists (select 1 from participation p where p.case_id = c.id and p.assignment_id = r.holder and p.until_at is null)))
      from (values ('CASE_OWNERSHIP', c.owner_assignment_id), ('COORDINATOR_ROLE', c.coordinator_assignment_id)) r (scope, holder)
      left join handover w on w.case_id = c.id and w.scope = r.scope and w.owner_lost and w.state in ${OPEN}
      join assignment a on a.id = coalesce(w.accountable_assignment_id, r.holder) join staff_member s on s.id = a.staff_member_id),
    'batons', (select coalesce(json_agg(json_build_object('id', h.id, 'scope', h.scope, 'origin', h.origin, 'state', h.state, 'court', h.court,
        'accountable', h.accountable_assignment_id, 'ownerLost', h.owner_lost, 'nominee', h.nominee_assignment_id, 'closed', h.closed_at is not null,
        'bounces', h.bounces, 'version', h.version, 'offeredAt', h.offered_at, 'acceptedAt', h.accepted_at, 'firstContactAt', h.first_contact_at,
        'heldAt', h.held_at, 'endedAt', h.ended_at,
        'history', (select coalesce(json_agg(json_build_object('act', t.act, 'from', t.from_state, 'to', t.to_state, 'at', t.effective_at) order by t.recorded_at, t.id), '[]')
          from handover_transition t where t.handover_id = h.id),
        'alerts', (select coalesce(json_agg(json_build_object('rung', l.rung, 'epoch', l.epoch, 'due', l.due_at,
            'told', (select count(*) from alert_recipient m where m.alert_id = l.id))), '[]') from alert l where l.handover_id = h.id))), '[]')
      from handover h where h.case_id = c.id),
    'broken', (select coalesce(json_agg(b.what), '[]') from (
      select 'two wait in ' || h.scope as what from handover h where h.case_id = c.id and h.state in ${OPEN} group by h.scope having count(*) > 1
      union all select 'an alert outlives its reason: ' || l.rung from alert l join handover h on h.id = l.handover_id
        where h.case_id = c.id and l.resolved_at is null and l.rung <> 'BOUNCED' and (h.closed_at is not null or l.epoch < h.epoch)
      union all select 'an ended one has a timer' from handover h where h.case_id = c.id and h.closed_at is not null and h.next_timer_at is not null
      union all select 'accountable after acceptance is not the new owner' from handover h where h.case_id = c.id and h.accepted_by_assignment_id is not null
        and h.accountable_assignment_id <> h.accepted_by_assignment_id) b)) as seen
  from coordination_case c where c.id = $1`;

/** Behind every lock. */
export async function look(admin: pg.Client, caseId: string): Promise<Seen> {
  const { rows } = await admin.query<{ seen: Seen }>({ name: 'seen', text: SEEN, values: [caseId] });
  return rows[0]!.seen;
}

const OF_CASE = ['participation', 'case_access', 'consent', 'consent_recipient', 'disclosure', 'disclosure_recipient', 'handover', 'handover_content', 'handover_question', 'handover_transition', 'alert', 'timeline_event', 'notice', 'frozen_copy', 'care_team_invitation', 'join_request', 'coordinator_request']; // prettier-ignore

/** Every row of the case, and how much was written anywhere else an act writes: equal before and after something of which nothing may be left. */
export async function fingerprint(admin: pg.Client, caseId: string): Promise<string> {
  const hash = (table: string, where: string): string =>
    `select '${table}' as what, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as is from ${table} t where ${where}`;
  const parts = [
    hash('coordination_case', 't.id = $1'),
    ...OF_CASE.map((table) => hash(table, 't.case_id = $1')),
    hash('alert_recipient', 't.alert_id in (select id from alert where case_id = $1)'),
    `select 'log', count(*)::text from audit_event where case_id = $1 and action not like '%.read'`,
    `select 'keys', count(*)::text from idempotency_key`,
    `select 'mails', count(*)::text from pgboss.job`,
  ];
  const { rows } = await admin.query<Record<string, string>>(parts.join(' union all '), [caseId]);
  return JSON.stringify(rows);
}

/** Whose words each of them can read, with row security alone in the way: handover ids per assignment. */
export class Reader {
  private readonly client: pg.Client;

  constructor(database: TestDatabase) {
    this.client = new pg.Client({ connectionString: database.urls.app });
  }
  open(): Promise<unknown> {
    return this.client.connect();
  }
  close(): Promise<void> {
    return this.client.end();
  }

  async readable(caseId: string, assignmentIds: readonly string[]): Promise<string[][]> {
    const each = assignmentIds.map(
      (id) => `set local app.actor_id = '${id}'; select coalesce(array_agg(handover_id order by handover_id), '{}') as ids from handover_content where case_id = '${caseId}';`,
    ); // prettier-ignore
    const answers = (await this.client.query(`begin read only; ${each.join(' ')} commit`)) as unknown as pg.QueryResult<{ ids: string[] }>[];
    return answers.filter(({ command }) => command === 'SELECT').map(({ rows }) => rows[0]!.ids);
  }
}
