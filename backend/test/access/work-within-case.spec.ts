import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { beginPlan, writeActivity } from '../support/plan-acts.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';
import type { CaseThings } from './case-acts.ts';
import { workActs } from './work-acts.ts';

const LOCKS = ['both locks', 'only row security (the gate held open)', 'only the gate (row security off)'] as const;
const version = { headers: { 'if-match': '"1"' } };

/** In one team, what has not been shared with my organisation is not there for me: neither the work nor a question between two others. */
describe.each(LOCKS)('work between organisations of one team, with %s', (locks) => {
  let running: RunningApp, town: Town, eva: TownCase, things: CaseThings;
  let karin: Client, lena: Client, ahmed: Client;

  beforeAll(async () => {
    running = await startApp({ gateOpen: locks.includes('held open') });
    town = await makeTown(running);
    eva = await makeCase(running, town, { team: ['karin.fk', 'lena.region', 'ahmed.af'] });
    [karin, lena, ahmed] = await signInAll(running.url, ['karin.fk', 'lena.region', 'ahmed.af']);
    // The region hears what fk says of the plan; af does not.
    const af = town.organisation.af;
    await behindTheLocks(running.database, 'delete from consent_recipient where consent_id = $1 and organisation_id = $2', [eva.consents.fk, af]);
    const planId = await beginPlan(karin, eva.caseId);
    const activityId = await writeActivity(karin, planId, { text: 'Insatstext', dueOn: running.clock.today() });
    const receiverId = town.staff['lena.region']!.assignmentId;
    const asked = await karin.post<{ id: string }>(`cases/${eva.caseId}/questions`, { receiverId, text: 'Frågetext' });
    expect(asked.status).toBe(201);
    things = { caseId: eva.caseId, activityId, questionId: asked.body.id } as CaseThings;
    if (locks.includes('row security off')) await switchOffRowSecurity(running.database);
  }, 60_000);
  afterAll(() => running?.close());

  const reads = async (client: Client): Promise<string[]> => {
    const paths = [
      ...['', '/plan', '/timeline', '/questions', '/journal-text'].map((part) => `cases/${eva.caseId}${part}`),
      'my-day',
      'alerts?state=all',
    ];
    const answers = await Promise.all(paths.map((path) => client.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    return [...new Set(JSON.stringify(answers.map(({ body }) => body)).match(/(Insats|Fråge)text/g) ?? [])].toSorted();
  };

  it('is read by those it was shared with', async () => {
    expect(await reads(karin)).toEqual(['Frågetext', 'Insatstext']);
    expect(await reads(lena)).toEqual(['Frågetext', 'Insatstext']);
    expect(await reads(ahmed)).toEqual([]);
  });

  it('is not there for the others, whatever they try', async () => {
    const acts = workActs(
      (route, path) => ({ route, run: (client, of) => client.get(path(of)) }),
      (route, path, body) => ({ route, run: (client, of) => client.post(path(of), body?.(of) ?? {}) }),
      (route, path, body) => ({ route, run: (client, of) => client.put(path(of), body?.(of) ?? {}, version) }),
    ).filter(({ route }) => !route.startsWith('cases/'));
    expect(acts).toHaveLength(12);
    for (const { route, run } of acts) expect([route, (await run(ahmed, things)).status]).toEqual([route, 404]);
  });
});
