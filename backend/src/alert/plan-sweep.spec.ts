import pg from 'pg';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { localTime, makeCases, setClock } from '../../test/support/timed-handover.ts';
import { makeTown, type Town } from '../../test/support/town.ts';
import { ANSWER_DAYS } from '@samspel/shared/citizen/voice.ts';
import { activityTimes } from '../plan/activity/activity.clock.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { sweepPlans } from './plan-sweep.ts';
import { reassignMessages } from './reassigning.ts';

describe('what is due in plans', () => {
  let database: TestDatabase, town: Town, pool: pg.Pool, caseId: string;
  beforeEach(async () => {
    database = await freshDatabase();
    town = await makeTown({ database });
    pool = new pg.Pool({ connectionString: database.urls.worker, max: 4 });
    pool.on('error', () => undefined);
    [caseId] = (await makeCases(database, town, 1, 'karin.fk', 'lena.region', ['ahmed.af', 'sofia.kommun'])) as [string];
  }, 30_000);
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  const sql = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks<Row>(database, text, values);
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  /** Ahmed's, shared with fk and the region and not with the kommun. */
  const activity = async (dueOn: string): Promise<string> => {
    const { nextTimer, nextTimerAt } = activityTimes(dueOn, 'PLANNED');
    const [made] = await sql<{ id: string }>(
      `with plan as (insert into care_plan (case_id, type, begun_by_assignment_id) values ($1, 'REHAB_TEAM_PLAN', $2) on conflict do nothing returning id),
       item as (insert into plan_item (plan_id, case_id, kind, organisation_id, author_assignment_id, content, audience, shared_at)
         select id, $1, 'ACTIVITY', $3, $2, '{"text": "Hemligt"}', $4, now() from plan returning id, plan_id)
       insert into plan_activity (id, plan_id, case_id, provider, state, owner_organisation_id, owner_assignment_id, due_on, next_timer, next_timer_at)
         select id, plan_id, $1, 'INTERVENTION', 'PLANNED', $3, $2, $5, $6, $7 from item returning id`,
      [caseId, id('ahmed.af'), town.organisation.af, [town.organisation.fk, town.organisation.region], dueOn, nextTimer, nextTimerAt],
    );
    return made!.id;
  };
  const message = async (kind: 'CALL_ME' | 'LOG_QUESTION', dueAt: Date, to = 'karin.fk'): Promise<string> => {
    const [made] = await sql<{ id: string }>(
      `insert into person_message (case_id, person_id, kind, organisation_id, made_by_person_id, responsible_assignment_id, due_at, next_timer, next_timer_at)
         select c.id, c.person_id, $2, $5, c.person_id, $3, $4, 'PERSON_WAITS', $4 from coordination_case c where c.id = $1 returning id`,
      [caseId, kind, id(to), dueAt, kind === 'LOG_QUESTION' ? town.organisation.af : null],
    );
    return made!.id;
  };
  const alerts = () =>
    sql<{ rung: string; epoch: number; due: Date; resolution: string | null; to: string[] }>(
      `select l.rung, l.epoch, l.due_at as due, l.resolution,
         array(select s.given_name from alert_recipient r join assignment a on a.id = r.assignment_id join staff_member s on s.id = a.staff_member_id
           where r.alert_id = l.id order by 1) as to from alert l order by l.due_at, l.recorded_at`,
    );
  const at = async (local: string) => {
    await setClock(database, localTime(local));
    await sweepPlans(pool, new Outbox());
    return (await alerts()).map(({ rung, epoch, due, to }) => [rung, epoch, due, to]);
  };
  const OWNER = ['OVERDUE_OWNER', 1, localTime('2026-11-26T00:00'), ['Ahmed']];
  const TEAM = ['OVERDUE_TEAM', 1, localTime('2026-12-01T00:00'), ['Ahmed', 'Karin', 'Lena']];

  it('is told the owner when the day is over, and everybody who reads it three working days later', async () => {
    await activity('2026-11-25');
    expect(await at('2026-11-25T23:59')).toEqual([]);
    expect(await at('2026-11-26T00:01')).toEqual([OWNER]);
    expect(await at('2026-11-30T23:59')).toEqual([OWNER]);
    expect(await at('2026-12-01T00:01')).toEqual([OWNER, TEAM]);
    expect(await sql('select fired, next_timer, next_timer_at from plan_activity')).toEqual([{ fired: ['OVERDUE_OWNER', 'OVERDUE_TEAM'], next_timer: null, next_timer_at: null }]);
    expect(await at('2027-01-14T10:00')).toHaveLength(2);
  }); // prettier-ignore

  it('is told once by two who look at the same moment, over a jump too, with one mail to each', async () => {
    await activity('2026-11-25');
    await setClock(database, localTime('2026-12-10T10:00'));
    const figures = await Promise.all([1, 2, 3, 4].map(() => sweepPlans(pool, new Outbox())));
    expect(figures.reduce((sum, each) => sum + each.alerts, 0)).toBe(2);
    expect(await at('2026-12-10T10:01')).toEqual([OWNER, TEAM]);
    const mails = await sql<{ data: Record<string, string> }>(`select data from pgboss.job where name = 'mail'`);
    expect(mails).toHaveLength(4);
    expect(JSON.stringify(mails)).not.toMatch(/Hemligt/);
  });

  it('begins anew with a new day, and the old alert is over', async () => {
    const made = await activity('2026-11-25');
    await at('2026-11-26T10:00');
    const { nextTimer, nextTimerAt } = activityTimes('2026-12-02', 'PLANNED');
    await sql(`update plan_activity set due_on = '2026-12-02', epoch = epoch + 1, fired = '{}', next_timer = $2, next_timer_at = $3 where id = $1`, [made, nextTimer, nextTimerAt]);
    expect((await alerts()).map(({ resolution }) => resolution)).toEqual(['MOVED_ON']);
    expect(await at('2026-12-03T10:00')).toEqual([OWNER, ['OVERDUE_OWNER', 2, localTime('2026-12-03T00:00'), ['Ahmed']]]);
    await sql(`update plan_activity set state = 'COMPLETED', completed_at = now(), next_timer = null, next_timer_at = null where id = $1`, [made]);
    expect((await alerts()).map(({ resolution }) => resolution)).toEqual(['MOVED_ON', 'ENDED']);
    expect(await at('2026-12-20T10:00')).toHaveLength(2);
  }); // prettier-ignore

  it('reaches the deputy of an owner who is away', async () => {
    await activity('2026-11-25');
    await sql(`insert into leave (assignment_id, first_day, last_day, deputy_assignment_id) values ($1, '2026-11-20', '2026-12-20', $2)`, [id('ahmed.af'), id('sara.af')]);
    expect(await at('2026-11-26T10:00')).toEqual([['OVERDUE_OWNER', 1, localTime('2026-11-26T00:00'), ['Sara']]]);
  }); // prettier-ignore

  it('waits for nobody who works in the case', async () => {
    await activity('2026-11-25');
    const act = new pg.Client({ connectionString: database.adminUrl });
    await act.connect();
    await act.query('begin');
    await act.query('select 1 from coordination_case where id = $1 for update', [caseId]);
    expect(await at('2026-11-26T10:00')).toEqual([]);
    await act.query('rollback');
    await act.end();
    expect(await at('2026-11-26T10:01')).toEqual([OWNER]);
  });

  it('the person’s wait is told whoever is to answer and the coordinator, then the supervisor', async () => {
    await message('CALL_ME', localTime('2026-11-25T10:00'));
    expect(await at('2026-11-25T10:01')).toEqual([['PERSON_WAITS', 1, localTime('2026-11-25T10:00'), ['Karin', 'Lena']]]);
    expect((await at('2026-11-26T10:01')).at(-1)).toEqual(['PERSON_WAITS_SUPERVISOR', 1, localTime('2026-11-26T10:00'), ['Maria']]);
    await sql(`update person_message set state = 'WITHDRAWN', withdrawn_at = now()`);
    expect((await alerts()).map(({ resolution }) => resolution)).toEqual(['ENDED', 'ENDED']);
    expect(ANSWER_DAYS.CALL_ME).toBe(2);
  });

  it('a question about looking is told the organisation that looked alone', async () => {
    await message('LOG_QUESTION', localTime('2026-11-25T10:00'), 'ahmed.af');
    expect((await at('2026-11-27T10:01')).map(([rung, , , to]) => [rung, to])).toEqual([['PERSON_WAITS', ['Ahmed']], ['PERSON_WAITS_SUPERVISOR', ['Per']]]);
  }); // prettier-ignore

  it('somebody who has left or is away is replaced, and told without the case', async () => {
    const made = await message('CALL_ME', localTime('2026-11-27T10:00'));
    const answers = async (): Promise<unknown> => (await sql('select responsible_assignment_id as id from person_message where id = $1', [made]))[0]!['id'];
    await setClock(database, localTime('2026-11-25T10:00'));
    expect(await reassignMessages(pool)).toBe(0);
    await sql(`insert into leave (assignment_id, first_day, last_day, deputy_assignment_id) values ($1, '2026-11-20', '2026-12-20', $2)`, [id('karin.fk'), id('david.fk')]);
    expect(await reassignMessages(pool)).toBe(1);
    expect(await answers()).toBe(id('david.fk'));
    expect(await reassignMessages(pool)).toBe(0);
    expect(await sql(`select recipient_assignment_id as to, case_id, kind, params ->> 'reference' is not null as told from notice`)).toEqual([{ to: id('david.fk'), case_id: null, kind: 'person.asked', told: true }]);
    expect((await at('2026-11-27T10:01')).map(([, , , to]) => to)).toEqual([['David', 'Lena']]);
  }); // prettier-ignore
});
