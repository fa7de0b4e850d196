import pg from 'pg';
import type { AlertList } from '../../src/alert/alert.dto.ts';
import { alertMails } from '../../src/alert/alert-mails.ts';
import { sweepPlans } from '../../src/alert/plan-sweep.ts';
import { reassignMessages } from '../../src/alert/reassigning.ts';
import type { MyDayView } from '../../src/my-day/my-day.dto.ts';
import { type MailJob, Outbox } from '../../src/platform/outbox/outbox.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { activityOf, actOn, beginPlan, writeActivity } from '../support/plan-acts.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { localTime } from '../support/timed-handover.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const NO_CASES = 'truncate coordination_case cascade; delete from notice; delete from leave; delete from person_identifier; delete from person';
const SECRET = 'Samtal om hemligheten.';

describe('what is late in a plan', () => {
  let running: RunningApp, town: Town, eva: TownCase, planId: string, worker: pg.Pool;
  let karin: Client, david: Client, lena: Client, johan: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    worker = new pg.Pool({ connectionString: running.database.urls.worker, max: 2 });
    worker.on('error', () => undefined);
    [karin, david, lena, johan] = await signInAll(running.url, ['karin.fk', 'david.fk', 'lena.region', 'johan.region']);
  }, 60_000);
  afterAll(async () => {
    await worker?.end();
    await running?.close();
  });
  beforeEach(async () => {
    await behindTheLocks(running.database, NO_CASES);
    await running.clock.moveTo(localTime('2026-11-23T09:40'));
    eva = await makeCase(running, town, { team: ['karin.fk', 'lena.region'] });
    planId = await beginPlan(karin, eva.caseId);
  });

  const rows = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const alerts = async (client: Client, state = 'open') => (await client.get<AlertList>(`alerts?state=${state}`)).body;
  const day = async (client: Client): Promise<MyDayView> => (await client.get<MyDayView>('my-day')).body;
  const at = async (local: string): Promise<void> => {
    await running.clock.moveTo(localTime(local));
    await reassignMessages(worker);
    await sweepPlans(worker, new Outbox());
  };
  const away = (who: string, deputy: string): Promise<unknown> =>
    rows(`insert into leave (assignment_id, first_day, last_day, deputy_assignment_id) values ($1, '2026-11-20', '2026-12-20', $2)`, [
      id(who),
      id(deputy),
    ]);

  it('is an alert to its owner, one of their day, and over when it is done', async () => {
    const activity = await writeActivity(lena, planId, { text: SECRET, dueOn: '2026-11-25' });
    await at('2026-11-25T23:50');
    expect((await alerts(lena)).items).toEqual([]);
    await at('2026-11-26T00:01');
    const { items } = await alerts(lena);
    expect(items).toMatchObject([
      { rung: 'OVERDUE_OWNER', epoch: 1, handover: null, message: null, activity: { id: activity, caseId: eva.caseId, dueOn: '2026-11-25', owner: { givenName: 'Lena' } } },
    ]);
    expect(JSON.stringify(items)).not.toContain('hemligheten');
    expect(await day(lena)).toMatchObject({ alerts: { open: 1, items: [{ activity: { id: activity } }] }, activities: [{ id: activity, days: -1 }], lead: { count: 2 } });
    expect(await activityOf(lena, activity)).toMatchObject({ overdueDays: 1 });
    expect((await alerts(karin)).items).toEqual([]);
    await at('2026-12-01T00:01');
    expect((await alerts(karin)).items).toMatchObject([{ rung: 'OVERDUE_TEAM', activity: { id: activity } }]);

    const [mail] = await rows<{ data: MailJob }>(`select data from pgboss.job where name = 'mail' and data ->> 'assignmentId' = $1 order by created_on limit 1`, [id('lena.region')]);
    await rows(`update staff_member set email = 'lena@samspel.example' where given_name = 'Lena'`);
    const written = await alertMails('https://samspel.example')['alert']!(worker, mail!.data);
    expect(written).toMatchObject({ subject: 'Samspel: en insats är försenad', text: expect.stringContaining('https://samspel.example/larm') });
    expect(JSON.stringify(written)).not.toMatch(/hemligheten|Eva|S-\d/);

    await actOn(lena, activity, 'completion');
    expect((await alerts(lena)).open).toBe(0);
    expect((await alerts(lena, 'all')).items.map(({ resolvedAt }) => resolvedAt !== null)).toEqual([true, true]);
    await actOn(lena, activity, 'reopening');
    await at('2026-12-01T00:02');
    expect((await alerts(lena)).items.map(({ rung, epoch }) => [rung, epoch]).toSorted()).toEqual([['OVERDUE_OWNER', 2], ['OVERDUE_TEAM', 2]]);
  }); // prettier-ignore

  it('begins anew with a new due day, and stops when it is called off', async () => {
    const activity = await writeActivity(lena, planId, { dueOn: '2026-11-25' });
    await at('2026-11-26T08:00');
    const { version } = await activityOf(lena, activity);
    const edit = { text: 'Samtal.', provider: 'INTERVENTION', dueOn: '2026-12-02' };
    expect((await lena.put(`activities/${activity}`, edit, { headers: { 'if-match': `"${version}"` } })).status).toBe(200);
    expect((await alerts(lena)).open).toBe(0);
    await at('2026-12-02T23:00');
    expect((await alerts(lena)).open).toBe(0);
    await at('2026-12-03T00:01');
    expect((await alerts(lena)).items).toMatchObject([{ rung: 'OVERDUE_OWNER', epoch: 2, activity: { dueOn: '2026-12-02' } }]);
    expect((await actOn(lena, activity, 'cancellation', { code: 'NOT_NEEDED' })).status).toBe(200);
    await at('2026-12-09T08:00');
    expect(await rows('select rung, epoch from alert order by epoch')).toEqual([{ rung: 'OVERDUE_OWNER', epoch: 1 }, { rung: 'OVERDUE_OWNER', epoch: 2 }]);
  }); // prettier-ignore

  it('a draft is nobody’s to be late with', async () => {
    await writeActivity(lena, planId, { dueOn: '2026-11-25', share: false });
    await at('2026-12-09T08:00');
    expect(await rows('select 1 from alert')).toEqual([]);
    expect((await day(lena)).activities).toEqual([]);
  });

  it('reaches a deputy outside the team as reference, day and owner, without the case', async () => {
    await away('lena.region', 'johan.region');
    await writeActivity(lena, planId, { text: SECRET, dueOn: '2026-11-25' });
    await at('2026-11-26T00:01');
    const { items } = await alerts(johan);
    expect(items).toMatchObject([{ rung: 'OVERDUE_OWNER', activity: { caseId: null, reference: expect.stringMatching(/^S-/), owner: { givenName: 'Lena' } } }]);
    expect(JSON.stringify(items)).not.toMatch(/hemligheten|Eva/);
    expect(await rows('select count(*)::int as looks from audit_event where action = $1 and actor_id = $2 and case_id = $3', ['alert.read', id('johan.region'), eva.caseId])).toEqual([{ looks: 1 }]);
  }); // prettier-ignore

  it('the person’s wait stands on the day of whoever is to answer, and moves to the deputy', async () => {
    const [message] = await rows<{ id: string }>(
      `insert into person_message (case_id, person_id, kind, made_by_person_id, responsible_assignment_id, due_at, next_timer, next_timer_at)
         values ($1, $2, 'CALL_ME', $2, $3, $4, 'PERSON_WAITS', $4) returning id`,
      [eva.caseId, eva.personId, id('karin.fk'), localTime('2026-11-25T09:40')],
    );
    expect((await day(karin)).messages).toMatchObject([{ id: message!.id, kind: 'CALL_ME', inTeam: true, late: false, case: { id: eva.caseId, personName: 'Eva Lind' } }]);
    expect((await karin.get(`cases/${eva.caseId}`)).body.todo.mine).toContainEqual(expect.objectContaining({ kind: 'PERSON_WAITS', subjectId: message!.id }));
    await away('karin.fk', 'david.fk');
    await at('2026-11-25T09:41');
    expect((await day(karin)).messages).toEqual([]);
    expect(await day(david)).toMatchObject({ messages: [{ id: message!.id, inTeam: false, late: true, case: { personName: 'Eva Lind' } }], notices: [{ kind: 'person.asked', caseId: null }] });
    expect((await alerts(david)).items).toMatchObject([{ rung: 'PERSON_WAITS', handover: null, activity: null, message: { id: message!.id, kind: 'CALL_ME', caseId: null, responsible: { givenName: 'David' } } }]);
    expect((await david.get(`cases/${eva.caseId}`)).status).toBe(404);
  }); // prettier-ignore
});
