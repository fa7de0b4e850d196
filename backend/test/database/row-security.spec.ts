import type { Client } from 'pg';
import { withClient } from '../../src/platform/database/provision.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { fillEveryCaseTable } from '../support/full-case.ts';
import { makeTown, type Town } from '../support/town.ts';

/** Tables without case data. Every other table must be locked; a new table that is neither fails the first test. */
const WITHOUT_CASE_DATA = new Set([
  'assignment', 'demo_clock', 'demo_mail', 'deployment', 'digest_run', 'federation_area', 'idempotency_key', 'leave', 'link_template', 'migrations', 'organisation', 'person_lookup', 'principal',
  'session', 'sign_in', 'staff_member', 'unit',
]); // prettier-ignore

const STRANGERS = ['fatima.kommun', 'admin.drift', 'forbund.ledare', 'per.chef.af'];

describe('row security', () => {
  let running: RunningApp, town: Town, tables: string[];

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await fillEveryCaseTable(running, town);
    tables = await withClient(running.database.adminUrl, caseTables);
  }, 60_000);
  afterAll(() => running?.close());

  const asApp = <T>(actorId: string | null, work: (client: Client) => Promise<T>): Promise<T> =>
    withClient(running.database.urls.app, async (client) => {
      await client.query('begin');
      if (actorId) await client.query(`select set_config('app.actor_id', $1, true)`, [actorId]);
      return work(client);
    });

  it('is enabled and forced on every table with case data', async () => {
    const unlocked = await withClient(running.database.adminUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
         and not (relrowsecurity and relforcerowsecurity)`,
      );
      return rows.map((row) => row.name).filter((name) => !WITHOUT_CASE_DATA.has(name));
    });
    expect(unlocked).toEqual([]);
    expect(tables.length).toBeGreaterThanOrEqual(20);
  });

  it('has rows to hide in every one of them, so that the next tests can fail', async () => {
    const counts = await withClient(running.database.adminUrl, (client) => countAll(client, tables));
    expect(counts.filter(({ count }) => count === 0)).toEqual([]);
  });

  it('shows no row to nobody', async () => {
    expect((await asApp(null, (client) => countAll(client, tables))).filter(({ count }) => count > 0)).toEqual([]);
  });

  it.each(STRANGERS)('shows no row to %s, who is outside the team', async (hint) => {
    const counts = await asApp(town.staff[hint]!.assignmentId, (client) => countAll(client, tables));
    expect(counts.filter(({ count }) => count > 0)).toEqual([]);
  });

  it('shows a team member the case, so that the zeros above mean something', async () => {
    const counts = await asApp(town.staff['karin.fk']!.assignmentId, (client) =>
      countAll(client, ['coordination_case', 'participation', 'person', 'timeline_event', 'audit_event']),
    );
    expect(counts.every(({ count }) => count > 0)).toBe(true);
  });

  it('changes no row for a stranger', async () => {
    const stranger = town.staff['fatima.kommun']!.assignmentId;
    const changed = await asApp(stranger, async (client) => {
      const updates = [
        `update coordination_case set next_step = 'x'`, `update participation set role = 'x'`, `update case_note set text = 'x'`,
        `update consent set version = version + 1`, `update case_contact set name = 'x'`, `update join_request set version = 9`,
        `update coordinator_request set version = 9`, `update person set language = 'en'`, `update notice set read_at = created_at`,
        `delete from journal_mark`, `delete from draft`, `update handover set version = 9`, `update handover_content set outcome = 'x'`,
        `update handover_question set answer = 'x'`, `delete from handover_pause`, `update alert set resolved_at = now()`,
        `update alert_recipient set acknowledged_at = now()`, `update care_plan set version = 9`, `update plan_item set content = '{}'`,
        `update plan_activity set state = 'IN_PROGRESS'`, `delete from item_presence`,
      ]; // prettier-ignore
      const counts: number[] = [];
      for (const sql of updates) counts.push((await client.query(sql)).rowCount ?? 0);
      return counts;
    });
    expect(changed.every((count) => count === 0)).toBe(true);
  });

  it('cannot be switched off by the app role', async () => {
    const refusals = [
      'alter table case_note disable row level security',
      'drop policy author_edits on case_note',
      'set role samspel_owner',
      'set role samspel_definer',
      'truncate case_note',
    ];
    for (const sql of refusals) {
      await expect(asApp(null, (client) => client.query(sql))).rejects.toMatchObject({ code: '42501' });
    }
    // row_security = off turns silent filtering into an error, never into sight.
    const member = town.staff['karin.fk']!.assignmentId;
    await expect(asApp(member, (client) => client.query('set local row_security = off; select * from case_note'))).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('does not let the app write who has access, nor change the log', async () => {
    const member = town.staff['karin.fk']!.assignmentId;
    const refusals = [
      'update case_access set actor_id = actor_id', 'delete from case_access', 'insert into case_access select * from case_access',
      `update audit_event set action = 'x'`, 'delete from audit_event', 'truncate audit_event', `update timeline_event set text = 'x'`, 'delete from timeline_event',
      'delete from disclosure', `update disclosure set content = '{}'`,
    ]; // prettier-ignore
    for (const sql of refusals) {
      await expect(asApp(member, (client) => client.query(sql))).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('does not carry one actor over to the next use of a connection', async () => {
    await withClient(running.database.urls.app, async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.actor_id', $1, true)`, [town.staff['karin.fk']!.assignmentId]);
      expect((await client.query('select 1 from coordination_case')).rowCount).toBe(1);
      await client.query('commit');
      expect((await client.query('select 1 from coordination_case')).rowCount).toBe(0);
    });
  });
});

async function caseTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`,
  );
  return rows.map((row) => row.name).filter((name) => !WITHOUT_CASE_DATA.has(name));
}

async function countAll(client: Client, tables: string[]): Promise<{ table: string; count: number }[]> {
  const counts: { table: string; count: number }[] = [];
  for (const table of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`);
    counts.push({ table, count: Number(rows[0]!.count) });
  }
  return counts;
}
