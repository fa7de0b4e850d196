import type { Client } from 'pg';
import { withClient } from '../../src/platform/database/provision.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { makeHandover } from '../support/handover.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const REFUSED = /^(42501|23503|23505|23514)$/;
const TABLES = ['handover', 'handover_transition', 'handover_content', 'handover_question'];

/** Karin (fk) hands Eva's case over to the unit of Ahmed and Sara (af). Supervisors see that, and never what it says. */
describe('row security of a handover', () => {
  let running: RunningApp, town: Town, eva: TownCase, offered: string;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town, { person: 'eva' });
  }, 60_000);
  beforeEach(async () => {
    await behindTheLocks(running.database, 'truncate handover cascade');
    offered = await makeHandover(running, town, eva.caseId);
    await behindTheLocks(running.database, `insert into handover_question (handover_id, case_id, question, asked_by_assignment_id) values ($1, $2, 'x', $3)`, [offered, eva.caseId, id('sara.af')]); // prettier-ignore
  });
  afterAll(() => running?.close());

  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const as = <T>(hint: string, work: (client: Client) => Promise<T>): Promise<T> =>
    withClient(running.database.urls.app, async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.actor_id', $1, true)`, [id(hint)]);
      return work(client);
    });
  const seen = (hint: string, tables = TABLES): Promise<number[]> =>
    as(hint, async (client) => {
      const counts: number[] = [];
      for (const table of tables) counts.push((await client.query(`select 1 from ${table}`)).rowCount ?? 0);
      return counts;
    });
  const outcome = (hint: string, sql: string, values: unknown[] = []): Promise<string | number> =>
    as(hint, (client) => client.query(sql, values)).then(
      ({ rowCount }) => rowCount ?? 0,
      ({ code }: { code: string }) => (REFUSED.test(code) ? 'refused' : code),
    );
  const behind = (sql: string): Promise<unknown> => behindTheLocks(running.database, sql);

  it.each([
    ['karin.fk', 'who sent it', [1, 1, 1, 1]],
    ['sara.af', 'the intake it waits for', [1, 1, 1, 1]],
    ['ahmed.af', 'in the team, where it is going, but not asked', [1, 1, 0, 0]],
    ['lena.region', 'in the team, elsewhere', [1, 1, 0, 0]],
    ['per.chef.af', 'supervises the receiver', [1, 1, 0, 0]],
    ['maria.chef.fk', 'supervises the sender', [1, 1, 0, 0]],
    ['david.fk', 'a colleague outside the team', [0, 0, 0, 0]],
    ['anna.chef.kommun', 'supervises elsewhere', [0, 0, 0, 0]],
    ['fatima.kommun', 'nobody here', [0, 0, 0, 0]],
    ['admin.drift', 'administrates', [0, 0, 0, 0]],
  ])('%s (%s) sees handover, history, words and questions: %j', async (hint, _, expected) => {
    expect(await seen(hint)).toEqual(expected);
  });

  it('leaves supervisors without the case and the person, whose handover they see', async () => {
    for (const hint of ['per.chef.af', 'maria.chef.fk'])
      expect(await seen(hint, ['coordination_case', 'person', 'participation', 'consent', 'timeline_event'])).toEqual([0, 0, 0, 0, 0]);
  });

  it.each(['per.chef.af', 'maria.chef.fk', 'ahmed.af', 'lena.region', 'fatima.kommun'])('%s writes none of its words, not even blindly', async (hint) => {
    expect(await outcome(hint, `update handover_content set outcome = 'x'`)).toBe(0);
    expect(await outcome(hint, `update handover_content set preview = null where true`)).toBe(0);
    expect(await outcome(hint, `update handover_question set answer = 'x', answered_by_assignment_id = $1, answered_at = now()`, [id(hint)])).toBe(0);
    expect(await outcome(hint, `insert into handover_content (handover_id, case_id, organisation_id, author_assignment_id) values ($1, $2, $3, $4)`, [offered, eva.caseId, town.staff[hint]!.organisationId, id(hint)])).toBe('refused');
  }); // prettier-ignore

  it('shows who was named the words, closes them again when it is declined, and opens them to the new owner’s team', async () => {
    await behind(`update handover set nominee_assignment_id = '${id('ahmed.af')}'`);
    expect(await seen('ahmed.af')).toEqual([1, 1, 1, 1]);
    await behind(`update handover set state = 'DECLINED', decline_code = 'NO_CAPACITY', court = 'NOBODY', nominee_assignment_id = null, ended_at = now(), closed_at = now()`);
    expect([await seen('ahmed.af'), await seen('sara.af')]).toEqual([[1, 1, 0, 0], [0, 0, 0, 0]]);
    expect(await seen('karin.fk')).toEqual([1, 1, 1, 1]);
    await behind('truncate handover cascade');
    await makeHandover(running, town, eva.caseId, { state: 'ACCEPTED' });
    expect([await seen('ahmed.af'), await seen('sara.af'), await seen('lena.region')]).toEqual([[1, 1, 1, 0], [0, 0, 0, 0], [1, 1, 0, 0]]);
  }); // prettier-ignore

  it('keeps a draft in its own organisation', async () => {
    await behind('truncate handover cascade');
    await makeHandover(running, town, eva.caseId, { state: 'DRAFT' });
    const readers = ['karin.fk', 'ahmed.af', 'sara.af', 'maria.chef.fk', 'per.chef.af'];
    expect(await Promise.all(readers.map((hint) => seen(hint, ['handover', 'handover_content'])))).toEqual([[1, 1], [0, 0], [0, 0], [0, 0], [0, 0]]);
  }); // prettier-ignore

  it('lets nobody accept for somebody else, skip a state, or move it to another case or sender', async () => {
    const accept = `update handover set state = 'ACCEPTED', accepted_by_assignment_id = $1, accountable_assignment_id = $1, first_contact_on = current_date`;
    for (const hint of ['per.chef.af', 'sara.af', 'karin.fk']) expect(await outcome(hint, accept, [id('ahmed.af')])).toBe('refused');
    expect(await outcome('sara.af', `update handover set state = 'COMPLETED'`)).toBe('refused');
    expect(await outcome('karin.fk', `update handover set state = 'DRAFT'`)).toBe('refused');
    for (const column of ['case_id', 'from_assignment_id', 'from_organisation_id', 'scope', 'origin', 'initiated_by_assignment_id'])
      expect([column, await outcome('karin.fk', `update handover set ${column} = ${column}`)]).toEqual([column, 'refused']);
    expect(await outcome('fatima.kommun', `update handover set version = 9`)).toBe(0);
  });

  it('begins no handover in somebody else’s name, and writes no history for another', async () => {
    const begin = `insert into handover (case_id, case_reference, scope, from_assignment_id, from_unit_id, from_organisation_id, to_unit_id, to_organisation_id, accountable_assignment_id, template_id, limits_version)
      select $1, 'S-1', 'COORDINATOR_ROLE', f.id, f.unit_id, f.organisation_id, f.unit_id, f.organisation_id, f.id, t.id, 1 from assignment f, link_template t where f.id = $2 and t.from_kind is null`;
    expect(await outcome('ahmed.af', begin, [eva.caseId, id('karin.fk')])).toBe('refused');
    expect(await outcome('fatima.kommun', begin, [eva.caseId, id('fatima.kommun')])).toBe('refused');
    expect(await outcome('karin.fk', begin, [eva.caseId, id('karin.fk')])).toBe(1);
    const history = `insert into handover_transition (handover_id, case_id, act, from_state, to_state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id, actor_assignment_id, court)
      select $1, $2, 'nudge', 'OFFERED', 'OFFERED', 'CASE_OWNERSHIP', a.unit_id, a.unit_id, a.organisation_id, a.organisation_id, $3, 'RECEIVER' from assignment a where a.id = $3`;
    expect(await outcome('per.chef.af', history, [offered, eva.caseId, id('karin.fk')])).toBe('refused');
    expect(await outcome('fatima.kommun', history, [offered, eva.caseId, id('fatima.kommun')])).toBe('refused');
    expect(await outcome('per.chef.af', history, [offered, eva.caseId, id('per.chef.af')])).toBe(1);
    for (const sql of [`update handover_transition set act = 'x'`, 'delete from handover_transition', 'delete from handover', 'delete from alert'])
      expect([sql, await outcome('karin.fk', sql)]).toEqual([sql, 'refused']);
  }); // prettier-ignore

  it('shows an alert to whom it was sent, with the handover and nothing more, and raises none by hand that time raises', async () => {
    await behindTheLocks(running.database, `with a as (insert into alert (handover_id, case_id, rung, epoch, due_at) values ($1, $2, 'LIMIT', 1, now()) returning id)
      insert into alert_recipient (alert_id, assignment_id) select id, unnest($3::uuid[]) from a`, [offered, eva.caseId, [id('david.fk'), id('per.chef.af')]]);
    expect(await seen('david.fk', ['alert', 'alert_recipient', ...TABLES])).toEqual([1, 1, 1, 1, 0, 0]);
    expect(await seen('fatima.kommun', ['alert', 'alert_recipient'])).toEqual([0, 0]);
    expect(await outcome('david.fk', 'update alert_recipient set acknowledged_at = now()')).toBe(1);
    expect(await outcome('david.fk', `insert into alert (handover_id, case_id, rung, epoch, due_at) values ($1, $2, 'JOINT_REVIEW', 1, now())`, [offered, eva.caseId])).toBe('refused');
    expect(await outcome('david.fk', `insert into alert_recipient (alert_id, assignment_id) select id, $1 from alert`, [id('fatima.kommun')])).toBe('refused');
  }); // prettier-ignore
});
