import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { asked, beginPlan, planHistory, write } from '../support/plan.ts';
import { type Answer, type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const LOCKS = ['both locks', 'only row security (the gate held open)', 'only the gate (row security off)'] as const;

const goal = { text: 'Andras ord', goalKind: 'MAIN' };
const followUp = { heldOn: '2026-11-20', wanted: 'x', became: 'x', why: '', conclusion: '', now: '' };
const activity = { text: 'Andras ord', provider: 'INTERVENTION', dueOn: '2026-12-18' };

/** An item is its organisation's until that has shared it, also within one team (OSL 8:1–2). */
describe.each(LOCKS)('a draft of the plan, with %s', (locks) => {
  let running: RunningApp, town: Town, eva: TownCase, planId: string;
  let karin: Client, maria: Client, lena: Client;
  const drafts: Record<'goal' | 'part' | 'followUp' | 'activity', string> = { goal: '', part: '', followUp: '', activity: '' };

  beforeAll(async () => {
    running = await startApp({ gateOpen: locks.includes('held open') });
    town = await makeTown(running);
    eva = await makeCase(running, town, { team: ['karin.fk', 'maria.chef.fk', 'lena.region'] });
    [karin, maria, lena] = await signInAll(running.url, ['karin.fk', 'maria.chef.fk', 'lena.region']);
    planId = await beginPlan(karin, eva.caseId);
    drafts.goal = await write(karin, planId, 'goals', { text: 'Utkasttext' });
    drafts.part = await write(karin, planId, 'parts', { text: 'Utkasttext' });
    drafts.followUp = await write(karin, planId, 'follow-ups', { wanted: 'Utkasttext' });
    drafts.activity = await write(karin, planId, 'activities', { text: 'Utkasttext', goalId: drafts.goal });
    await write(karin, planId, 'parts', { text: 'Delattext', share: true });
    if (locks.includes('row security off')) await switchOffRowSecurity(running.database);
  }, 60_000);
  afterAll(() => running?.close());

  const seen = async (client: Client): Promise<string[]> => {
    const paths = ['', '/plan', '/timeline'].map((part) => `cases/${eva.caseId}${part}`);
    const answers = await Promise.all([...paths, 'my-day'].map((path) => client.get(path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    return [...new Set(JSON.stringify(answers.map(({ body }) => body)).match(/(Utkast|Delat)text/g) ?? [])].toSorted();
  };

  it('is read by its organisation, and by nobody else', async () => {
    expect(await seen(karin)).toEqual(['Delattext', 'Utkasttext']);
    expect(await seen(maria)).toEqual(['Delattext', 'Utkasttext']);
    expect(await seen(lena)).toEqual(['Delattext']);
    for (const id of Object.values(drafts)) expect((await lena.get(`plan-items/${id}`)).status).toBe(404);
    expect(await planHistory(lena, eva.caseId)).toEqual(['plan.shared', 'plan.begun']);
  });

  it.each<[string, () => Promise<Answer>]>([
    ['edited as a goal', () => lena.put(`goals/${drafts.goal}`, goal, asked(1))],
    ['told about as a goal', () => lena.post(`goals/${drafts.goal}/attainments`, { status: 'ACHIEVED' })],
    ['edited as a part', () => lena.put(`plan-parts/${drafts.part}`, { text: 'Andras ord' }, asked(1))],
    ['edited as a follow-up', () => lena.put(`follow-ups/${drafts.followUp}`, followUp, asked(1))],
    ['edited as an activity', () => lena.put(`activities/${drafts.activity}`, activity, asked(1))],
    ['shared', () => lena.put(`plan-items/${drafts.goal}/sharing`, {}, asked(1))],
    ['removed', () => lena.put(`plan-items/${drafts.part}/removal`, {}, asked(1))],
    ['restored', () => lena.put(`plan-items/${drafts.part}/restoration`, {}, asked(1))],
    ['sat at', () => lena.put(`plan-items/${drafts.part}/presence`)],
  ])('is not %s by another organisation', async (_, act) => {
    expect((await act()).status).toBe(404);
  });

  it('is not shared by another organisation sharing everything of its own', async () => {
    await lena.put(`plans/${planId}/sharing`);
    expect(await seen(lena)).toEqual(['Delattext']);
  });

  it('stands as it stood', async () => {
    const rows = await behindTheLocks<{ version: number; shared: boolean; removed: boolean; words: string }>(
      running.database,
      `select version, shared_at is not null as shared, removed_at is not null as removed, coalesce(content ->> 'text', content ->> 'wanted') as words from plan_item where id = any ($1)`,
      [Object.values(drafts)],
    );
    expect(rows).toEqual(rows.map(() => ({ version: 1, shared: false, removed: false, words: 'Utkasttext' })));
    expect(rows).toHaveLength(4);
  });
});
