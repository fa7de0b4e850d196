import { type Model, orgOf, TEAM } from './model.ts';
import { LEFT, type Scene } from './scene.ts';

interface Seen {
  state: string;
  owner: string;
  asked: string | null;
  deputy: string | null;
  completedBy: string | null;
  offered: string | null;
  dueOn: string;
  epoch: number;
  version: number;
  started: boolean;
  fired: string[];
  next: { rung: string; at: string } | null;
  notes: number;
  history: number;
  log: number;
  alerts: { rung: string; epoch: number; due: string; told: number; open: boolean }[];
  broken: string[];
}

const OPEN = `('REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED')`;

/** Behind every lock. `broken`: what may never be, whatever the model says. */
const SEEN = `
  select json_build_object('state', t.state, 'owner', t.owner_assignment_id, 'asked', t.requested_organisation_id, 'deputy', t.deputy_assignment_id,
    'completedBy', t.completed_by_assignment_id, 'dueOn', t.due_on, 'epoch', t.epoch, 'version', i.version, 'started', t.started_at is not null, 'fired', to_json(t.fired),
    'next', case when t.next_timer is not null then json_build_object('rung', t.next_timer, 'at', t.next_timer_at) end,
    'offered', (select h.to_organisation_id from handover h where h.activity_id = t.id and h.state in ('OFFERED', 'RECEIVED', 'NEEDS_INFO')),
    'notes', (select count(*) from activity_note n where n.activity_id = t.id),
    'history', (select count(*) from timeline_event e where e.case_id = t.case_id and e.kind like 'activity.%' and e.params ->> 'activityId' = t.id::text),
    'log', (select count(*) from audit_event e where e.subject_id = t.id and e.action not like '%.read'),
    'alerts', (select coalesce(json_agg(json_build_object('rung', a.rung, 'epoch', a.epoch, 'due', a.due_at, 'open', a.resolved_at is null,
        'told', (select count(*) from alert_recipient r where r.alert_id = a.id)) order by a.epoch, a.rung), '[]') from alert a where a.activity_id = t.id),
    'broken', (select coalesce(json_agg(b.what), '[]') from (
      select 'its owner is not in the team' as what where not exists (select 1 from participation p where p.case_id = t.case_id and p.assignment_id = t.owner_assignment_id
        and p.organisation_id = t.owner_organisation_id and p.until_at is null)
      union all select 'one that is over has a timer' where t.state not in ${OPEN} and t.next_timer_at is not null
      union all select 'its deputy is of another organisation' where exists (select 1 from assignment d where d.id = t.deputy_assignment_id and d.organisation_id <> t.owner_organisation_id)
      union all select 'its owner is its own deputy' where t.deputy_assignment_id = t.owner_assignment_id
      union all select 'an organisation is asked for its own' where t.requested_organisation_id = t.owner_organisation_id
      union all select 'it waits for an answer since no day' where t.state = 'REQUESTED' and t.requested_at is null
      union all select 'words went to somebody without a disclosure' where exists (select 1 from activity_note n where n.activity_id = t.id and n.text <> '' and n.audience <> '{}'
        and not exists (select 1 from disclosure d where d.subject_kind = 'ACTIVITY_NOTE' and d.subject_id = n.id))) b)) as seen
  from plan_activity t join plan_item i on i.id = t.id where t.id = $1`;

/** Everything in which the database is not as the model says, or not as it may ever be. */
export async function differences(scene: Scene, model: Model): Promise<string[]> {
  const { rows } = await scene.admin.query<{ seen: Seen }>({ name: 'activity', text: SEEN, values: [model.id] });
  const { broken, alerts, next, ...seen } = rows[0]!.seen;
  const id = (who: string | null): string | null => who && scene.idOf(who);
  const organisation = (org: string | null): string | null => org && scene.town.organisation[org as 'af'];
  const { state, dueOn, epoch, version, started, notes, history, log, fired } = model;
  const expected: Omit<Seen, 'broken' | 'alerts' | 'next'> = {
    ...{ state, owner: scene.idOf(model.owner), asked: organisation(model.asked), deputy: id(model.deputy) },
    ...{
      completedBy: id(model.completedBy),
      offered: organisation(model.offered && orgOf(model.offered)),
      dueOn,
      epoch,
      version,
      started,
      fired: [...fired],
      notes,
      history,
      log,
    },
  };
  const wrong = [...broken];
  for (const [name, value] of Object.entries(expected)) {
    const found = (seen as Record<string, unknown>)[name];
    if (JSON.stringify(found) !== JSON.stringify(value)) wrong.push(`${name} is ${words(scene, found)}, not ${words(scene, value)}`);
  }
  const timer = (rung: string, at: Date | string): string => `${rung} ${new Date(at).toISOString()}`;
  const [found, wanted] = [next && timer(next.rung, next.at), model.next && timer(model.next.rung, model.next.at)];
  if (found !== wanted) wrong.push(`its clock says ${found}, not ${wanted}`);
  const told = alerts.map(({ rung, epoch: of, due, told: to, open }) => `${of} ${timer(rung, due)} to ${to}${open ? '' : ', over'}`);
  const promised = [...model.alerts].map(([name, { due, told: to }]) => {
    const [rung = '', of] = name.split(' ');
    return `${of} ${timer(rung, due)} to ${to}${model.open && Number(of) === epoch ? '' : ', over'}`;
  });
  if (told.toSorted().join() !== promised.toSorted().join()) wrong.push(`alerts are ${told.join('; ')}, not ${promised.join('; ')}`);
  return wrong;
}

/** An id as whose it is. */
function words(scene: Scene, value: unknown): string {
  const who = TEAM.find((each) => scene.idOf(each) === value);
  return who ?? TEAM.map(orgOf).find((org) => scene.town.organisation[org as 'af'] === value) ?? JSON.stringify(value);
}

/** Every row of the case's plan, and how much was written anywhere else an act writes: equal before and after something of which nothing may be left. */
export async function fingerprint({ admin, caseId }: Scene): Promise<string> {
  const hash = (table: string): string =>
    `select '${table}' as what, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as is from ${table} t where t.case_id = $1`;
  const parts = [
    ...[...LEFT, 'alert', 'care_plan'].map(hash),
    `select 'case', md5(t::text) from coordination_case t where t.id = $1`,
    `select 'told', count(*)::text from alert_recipient r join alert a on a.id = r.alert_id where a.case_id = $1`,
    `select 'log', count(*)::text from audit_event where case_id = $1 and action not like '%.read'`,
    `select 'keys', count(*)::text from idempotency_key`,
    `select 'mails', count(*)::text from pgboss.job`,
  ];
  const { rows } = await admin.query(parts.join(' union all '), [caseId]);
  return JSON.stringify(rows);
}
