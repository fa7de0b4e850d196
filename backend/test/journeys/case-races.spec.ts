import type { CaseView } from '../../src/case/view/case-view.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { withClient } from '../../src/platform/database/provision.ts';
import { behindTheLocks, type TestDatabase } from '../support/database.ts';
import { type Client, signIn, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town } from '../support/town.ts';

const NO_CASES = 'truncate coordination_case cascade; delete from person_registration; delete from person_identifier; delete from person';
const version = (number: number) => ({ headers: { 'if-match': `"${number}"` } });

describe('two at once', () => {
  let running: RunningApp;
  let town: Town;
  let karin: Client;
  let lena: Client;
  let ahmed: Client;
  let caseId: string;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    [karin, lena, ahmed] = await signInAll(running.url, ['karin.fk', 'lena.region', 'ahmed.af']);
  });
  beforeEach(async () => {
    ({ caseId } = await makeCase(running, town, { coordinator: 'lena.region', team: ['ahmed.af'] }));
  });
  afterEach(() => behindTheLocks(running.database, NO_CASES));
  afterAll(() => running?.close());

  const read = async () => (await karin.get<CaseView>(`cases/${caseId}`)).body;

  it('twenty edits of the next step on one version: one stands, nineteen are told which version is now', async () => {
    const edits = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? karin : lena).put(`cases/${caseId}/next-step`, { text: `Steg ${index}` }, version(1))),
    );
    expect(edits.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(edits.filter(({ status, body }) => status === 412 && body.currentEtag === '"2"')).toHaveLength(19);
    const winner = edits.findIndex(({ status }) => status === 204);
    expect(await read()).toMatchObject({ version: 2, nextStep: { text: `Steg ${winner}` }, timeline: { items: [{ text: `Steg ${winner}` }] } });
  });

  it('twenty people who try again until they are heard lose nothing', async () => {
    const heard = async (client: Client, text: string): Promise<void> => {
      for (let tries = 0, stands = 1; tries < 200; tries++) {
        const { status, body } = await client.put(`cases/${caseId}/next-step`, { text }, version(stands));
        if (status === 204) return;
        expect(status).toBe(412);
        stands = Number(JSON.parse(body.currentEtag));
      }
      throw new Error('was never heard');
    };
    const texts = Array.from({ length: 20 }, (_, index) => `Steg ${index}`);
    await Promise.all(texts.map((text, index) => heard(index % 2 ? karin : lena, text)));
    const { version: stands, timeline, nextStep } = await read();
    expect(stands).toBe(21);
    expect(timeline.items.map((item) => item.text).sort()).toEqual([...texts].sort());
    expect(timeline.items[0]!.text).toBe(nextStep!.text);
  });

  it('a yes and a withdrawal: one of them stands, and there is one coordinator', async () => {
    for (let round = 0; round < 10; round++) {
      await karin.put(`cases/${caseId}/coordinator-request`, { assignmentId: town.staff['ahmed.af']!.assignmentId, message: '' });
      const { id } = (await read()).coordinatorRequest!;
      const [yes, back] = await Promise.all([ahmed.put(`coordinator-requests/${id}/acceptance`), karin.put(`coordinator-requests/${id}/withdrawal`)]);
      expect([yes.status, back.status].sort()).toEqual([204, 409]);
      const { holder } = await read();
      expect(holder.coordinator.name).toBe(yes.status === 204 ? 'Ahmed Haddad' : 'Lena Forsman');
      await behindTheLocks(running.database, 'update coordination_case set coordinator_assignment_id = $1', [
        town.staff['lena.region']!.assignmentId,
      ]);
    }
  });

  it('fifty yeses of one person are one yes, and two questions at once are one question', async () => {
    const ask = (hint: string) => karin.put(`cases/${caseId}/coordinator-request`, { assignmentId: town.staff[hint]!.assignmentId, message: '' });
    const asked = await Promise.all([ask('ahmed.af'), ask('karin.fk')]);
    expect(asked.map(({ status }) => status).sort()).toEqual([204, 409]);
    const { id, asked: who } = (await read()).coordinatorRequest!;
    const client = who.name === 'Ahmed Haddad' ? ahmed : karin;
    const yeses = await Promise.all(Array.from({ length: 50 }, () => client.put(`coordinator-requests/${id}/acceptance`)));
    expect(new Set(yeses.map(({ status }) => status))).toEqual(new Set([204]));
    const [count] = await behindTheLocks<{ told: number }>(
      running.database,
      `select count(*)::int as told from timeline_event where kind = 'coordinator.accepted'`,
    );
    expect(count!.told).toBe(1);
  });

  it('opening while the case closes: no question is left behind, and the newcomer opens a case of their own', async () => {
    const sara = await signIn(running.url, 'sara.af');
    const outcome = await withClient(running.database.adminUrl, async (closing) => {
      await closing.query('begin');
      await closing.query('select 1 from coordination_case where id = $1 for update', [caseId]);
      const opening = sara.post('cases', {
        personalNumber: '198008262381',
        givenName: 'Eva',
        familyName: 'Lind',
        reason: 'Eva behöver flera.',
        consentToAsk: { form: 'ORAL', askedOn: running.clock.today(), saidYes: true },
      });
      await until(async () => (await waiting(running.database)) > 0);
      await closing.query(
        `update coordination_case set status = 'CLOSED', closed_at = app.domain_now(), closed_by_assignment_id = owner_assignment_id, closing_reason = 'MOVED' where id = $1`,
        [caseId],
      );
      await closing.query('commit');
      return opening;
    });
    expect(outcome.status).toBe(201);
    expect(await behindTheLocks(running.database, 'select 1 from join_request')).toEqual([]);
    expect(await behindTheLocks(running.database, `select 1 from audit_event where action = 'case.asked-to-join'`)).toEqual([]);
  });

  it('closing while others write: the case closes once and nothing follows', async () => {
    const close = () => karin.put(`cases/${caseId}/closure`, { reason: 'GOALS_REACHED', remainingWork: '', personInformed: true }, version(1));
    const answers = await Promise.all([
      close(),
      close(),
      ...Array.from({ length: 8 }, (_, index) =>
        lena.put(`cases/${caseId}/ambition`, { level: index % 2 ? 'JOINT_ACTION' : 'COORDINATED_ACTIVITIES' }),
      ),
    ]);
    const closed = answers.slice(0, 2).filter(({ status }) => status === 204).length;
    const [rows] = await behindTheLocks<{ closings: number; owned: boolean; late: number }>(
      running.database,
      `select count(*) filter (where kind = 'case.closed')::int as closings, (select owner_assignment_id is not null from coordination_case) as owned,
         count(*) filter (where id > (select id from timeline_event where kind = 'case.closed'))::int as late from timeline_event`,
    );
    expect(rows).toEqual({ closings: closed, owned: true, late: 0 });
    expect(answers.slice(2).every(({ status }) => status === 204 || status === 409)).toBe(true);
  });
});

/** How many statements wait for a lock that somebody else holds. */
async function waiting(database: TestDatabase): Promise<number> {
  const [row] = await behindTheLocks<{ count: number }>(
    database,
    `select count(*)::int as count from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
    [database.name],
  );
  return row!.count;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 5_000; !(await holds());) if (Date.now() > deadline) throw new Error('never came to wait');
}
