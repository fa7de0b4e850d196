import { jest } from '@jest/globals';
import { CASE_SCOPES, HANDOVER_STATES } from '@samspel/shared/handover/handover.ts';
import { type RunningApp, startApp } from '../../../test/support/app.ts';
import { behindTheLocks } from '../../../test/support/database.ts';
import { dayIn } from '../../platform/clock/clock.ts';
import { TownSeed } from '../town-seed.ts';
import { EVA_EVENTS } from './eva-events.ts';
import { momentAt } from './town-calendar.ts';

/** The nineteen days of the story when the town is built in the mock-ups' week, as the source's own example calendar has them. */
const MOCKED_UP = [
  '2026-01-12', '2026-01-12', '2026-01-19', '2026-02-09', '2026-02-12', '2026-02-16', '2026-02-23', '2026-03-09', '2026-04-06', '2026-04-08',
  '2026-05-04', '2026-06-01', '2026-06-22', '2026-08-03', '2026-09-08', '2026-09-28', '2026-10-28', '2026-11-16', '2026-11-20',
]; // prettier-ignore

/** Moves, alerts and mails that lie in the future, and timers that should have run. */
const AHEAD_OF_ITS_TIME = `
  select 'move' as what, effective_at as at from handover_transition where effective_at > app.domain_now()
  union all select 'alert', raised_at from alert where raised_at > app.domain_now() or raised_at < due_at - interval '1 second' or raised_at > due_at + interval '3 seconds'
  union all select 'mail', sent_at from demo_mail where sent_at > app.domain_now()
  union all select 'timer', at from (select next_timer_at from handover union all select next_timer_at from plan_activity union all select next_timer_at from person_message) t (at)
    where at <= app.domain_now() - interval '10 seconds'
  union all select 'words', changed_at from plan_item where greatest(changed_at, shared_at) > app.domain_now()
  union all select 'version', published_at from plan_version where published_at > app.domain_now()
  union all select 'message', made_at from person_message where greatest(made_at, answered_at) > app.domain_now()
  union all select 'rating', rated_on::timestamptz from person_rating where rated_on > app.domain_today()`;
/** What is late in the plans, and who has been told. */
const LATE = `
  select p.given_name as name, array_agg(l.rung) as rungs from plan_activity t join coordination_case c on c.id = t.case_id join person p on p.id = c.person_id
    join alert l on l.activity_id = t.id and l.resolved_at is null group by 1 order by 1`;
/** In Eva's latest version: items, and those that have other words today. */
const EVAS_VERSION = `
  select v.number, count(*)::int as items, count(*) filter (where i.content <> k.content - 'frozen')::int as changed
  from plan_version v join plan_version_item k on k.version_id = v.id join plan_item i on i.id = k.item_id
  where v.number = 3 group by 1`;
const EVERY_STATE =
  "select state, array_agg(distinct scope order by scope) as scopes from handover where scope <> 'ACTIVITY' group by state order by state";
/** The one from Försäkringskassan that nobody has received: more than a working day late, so that their supervisor has been alerted. */
const LONGEST = `
  select h.state, h.received_by_assignment_id as received, h.owner_due_at < app.domain_now() - interval '1 day' as late,
    (select array_agg(s.given_name || ' ' || s.family_name) from alert l join alert_recipient r on r.alert_id = l.id and r.acknowledged_at is null
       join assignment a on a.id = r.assignment_id join staff_member s on s.id = a.staff_member_id
     where l.handover_id = h.id and l.rung = 'SUPERVISOR' and l.resolved_at is null) as alerted, h.fired as rungs
  from handover h join coordination_case c on c.id = h.case_id join person p on p.id = c.person_id
  where p.given_name = 'Annika' and h.scope = 'CASE_OWNERSHIP' and h.stalled_from < app.domain_now()`;
const ANNIKAS_RUNGS = ['RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR'];
const ON_BOARDS = `
  select fp.kind as "from", tp.kind as "to", app.stall_kind(h.state, h.owner_lost) as kind, count(*)::int as count
  from handover h join organisation f on f.id = h.from_organisation_id join principal fp on fp.id = f.principal_id
    join organisation t on t.id = h.to_organisation_id join principal tp on tp.id = t.principal_id
  where h.stalled_from <= app.domain_now() and 'AF' in (fp.kind, tp.kind) group by 1, 2, 3 order by 1, 2, 3`;
/** What stands on the boards of Arbetsförmedlingen and those it works with, on any day of the year. */
const BOARDS = [
  { from: 'AF', to: 'AF', kind: 'NO_OWNER', count: 1 },
  { from: 'AF', to: 'FK', kind: 'SILENT', count: 1 },
  { from: 'AF', to: 'KOMMUN', kind: 'NOT_ACCEPTED', count: 1 },
  { from: 'FK', to: 'AF', kind: 'NOT_ACCEPTED', count: 3 },
  { from: 'KOMMUN', to: 'AF', kind: 'NOT_ACCEPTED', count: 1 },
  { from: 'KOMMUN', to: 'AF', kind: 'OPEN_LOOP', count: 1 },
];
/** Mails that would leave for a server although they belong to the past. */
const UNHEARD = `select data from pgboss.job where name = 'mail' and coalesce((data->>'notBefore')::timestamptz, '-infinity') <= app.domain_now()`;

/** Building the town takes seconds: two awkward days every time, the others in the deep run. */
const DAYS: [what: string, day: string, clock: string][] = [
  ['a Sunday night', '2026-11-29', '23.50'],
  ['New Year’s Day, just after midnight', '2027-01-01', '0.05'],
];
if (process.env['DEEP'] === '1') {
  DAYS.push(['a Friday before noon', '2026-11-27', '10.00'], ['a leap day', '2028-02-29', '9.00']);
  DAYS.push(['Easter Monday', '2027-03-29', '12.00'], ['Midsummer Eve', '2027-06-25', '7.00']);
}

describe('the town, built', () => {
  let running: RunningApp;
  afterEach(() => running.close());

  const buildOn = async (day: string, clock: string): Promise<void> => {
    running = await startApp();
    // What "real time" is for the seed: everything else in it is counted from there.
    jest.spyOn(running.clock, 'reset').mockImplementation(() => running.clock.moveTo(momentAt(day, clock)));
    await running.app.get(TownSeed).seedOnce(() => undefined);
  };
  const rows = (sql: string): Promise<object[]> => behindTheLocks(running.database, sql);
  const ahead = (): Promise<object[]> =>
    behindTheLocks(running.database, 'select kind, occurred_at from timeline_event where greatest(occurred_at, recorded_at) > app.domain_now()');

  it('on the mock-ups’ Monday, has the mock-ups’ days', async () => {
    await buildOn('2026-11-23', '8.40');
    const rows = await behindTheLocks<{ text: string; at: Date }>(
      running.database,
      `select text, occurred_at as at from timeline_event where kind = 'told'`,
    );
    expect(EVA_EVENTS.map(({ text }) => dayIn(rows.find((row) => row.text === text)!.at))).toEqual(MOCKED_UP);
    expect(await ahead()).toEqual([]);
  }, 60_000);

  it.each(DAYS)(
    'on %s, is whole and holds nothing from the future',
    async (_, day, clock) => {
      await buildOn(day, clock);
      expect(await ahead()).toEqual([]);
      expect(await behindTheLocks(running.database, `select status, count(*)::int as count from coordination_case group by 1 order by 1`)).toEqual([
        { status: 'CLOSED', count: 1 },
        { status: 'OPEN', count: 21 },
      ]);
      const [eva] = await behindTheLocks<{ overdue: boolean }>(
        running.database,
        `select c.next_step_due < app.domain_today() as overdue from coordination_case c join person p on p.id = c.person_id where p.given_name = 'Eva'`,
      );
      expect(eva).toEqual({ overdue: false });
      expect(await rows(AHEAD_OF_ITS_TIME)).toEqual([]);
      expect(await rows(EVERY_STATE)).toEqual([...HANDOVER_STATES].sort().map((state) => ({ state, scopes: [...CASE_SCOPES].sort() })));
      const [annika] = await rows(LONGEST);
      expect(annika).toEqual({ state: 'OFFERED', received: null, late: true, alerted: ['Per Lindqvist'], rungs: ANNIKAS_RUNGS });
      expect(await rows(ON_BOARDS)).toEqual(BOARDS);
      expect(await rows(UNHEARD)).toEqual([]);
      expect(await rows(LATE)).toEqual([{ name: 'Yusuf', rungs: ['OVERDUE_OWNER'] }]);
      expect(await rows(EVAS_VERSION)).toEqual([{ number: 3, items: 34, changed: 1 }]);
    },
    60_000,
  );
});
