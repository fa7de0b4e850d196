import type { StalledBoardView } from '../../src/stalled/stalled.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { makeHandover } from '../support/handover.ts';
import { type Answer, type Client, type Json, signIn } from '../support/sign-in.ts';
import { runClock } from '../support/stalled.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const NOW = new Date('2026-11-25T08:00:00Z');
const version = { headers: { 'if-match': '"1"' } };

/** Every act of a supervisor on a handover, well formed: what refuses it is who asks. */
const acts = (id: string, town: Town): Record<string, (client: Client) => Promise<Answer>> => ({
  nominees: (client) => client.get(`stalled-handovers/${id}/nominees`),
  nomination: (client) => client.put(`stalled-handovers/${id}/nomination`, { assignmentId: town.staff['ahmed.af']!.assignmentId }, version),
  nudge: (client) => client.put(`stalled-handovers/${id}/nudge`),
  escalation: (client) => client.put(`stalled-handovers/${id}/escalation`, { code: 'NO_ANSWER' }),
  pause: (client) => client.put(`stalled-handovers/${id}/pause`, { until: '2026-12-01' }),
});

describe.each([
  ['both locks', {}],
  ['row security alone', { gateOpen: true }],
  ['policies alone', { rowSecurityOff: true }],
])('the board of a link is for its supervisors, held by %s', (_, locks: { gateOpen?: boolean; rowSecurityOff?: boolean }) => {
  let running: RunningApp, town: Town, eva: TownCase, id: string, draft: string;
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    running = await startApp({ gateOpen: locks.gateOpen });
    town = await makeTown(running);
    await running.clock.moveTo(NOW);
    // In the team row security lets her read the handover: there the policy alone keeps her off its board.
    const team = ['karin.fk', 'ahmed.af', ...(locks.gateOpen ? [] : ['anna.chef.kommun'])];
    eva = await makeCase(running, town, { person: 'eva', team });
    id = await makeHandover(running, town, eva.caseId);
    draft = await makeHandover(running, town, eva.caseId, { scope: 'COORDINATOR_ROLE', state: 'DRAFT' });
    await runClock(running, id, new Date('2026-11-18T08:00:00Z'));
    if (locks.rowSecurityOff) await switchOffRowSecurity(running.database);
    for (const hint of ['karin.fk', 'sara.af', 'maria.chef.fk', 'per.chef.af', 'anna.chef.kommun', 'admin.drift', 'forbund.ledare'])
      clients.set(hint, await signIn(running.url, hint));
  }, 60_000);
  afterAll(() => running?.close());

  const client = (hint: string): Client => clients.get(hint)!;

  it.each(['karin.fk', 'sara.af', 'admin.drift', 'forbund.ledare'])('%s has no board (403)', async (hint) => {
    expect((await client(hint).get('stalled-handovers')).status).toBe(403);
    expect((await client(hint).get('link-measures')).status).toBe(403);
    expect((await client(hint).post('stalled-handovers/nudges', { ids: [id] })).status).toBe(403);
    for (const [name, act] of Object.entries(acts(id, town))) expect([name, (await act(client(hint))).status]).toEqual([name, 403]);
  });

  it('a supervisor of neither side finds nothing there, in the team or not', async () => {
    const anna = client('anna.chef.kommun');
    expect((await anna.get<Json>('stalled-handovers')).body).toMatchObject({ items: [], pairs: [], counters: { notAccepted: 0 } });
    expect((await anna.get<Json>('link-measures')).body).toEqual({ items: [] });
    for (const [name, act] of Object.entries(acts(id, town))) {
      // The team knows that there is a handover, so to name somebody for others is forbidden rather than not found.
      const expected = name === 'nomination' && !locks.gateOpen ? 403 : 404;
      expect([name, (await act(anna)).status]).toEqual([name, expected]);
    }
    const { body } = await anna.post<Json>('stalled-handovers/nudges', { ids: [id] });
    expect(body).toEqual({ nudged: [], skipped: [{ id, because: 'not_found' }] });
    expect(await behindTheLocks(running.database, `select 1 from handover_transition where act <> 'offer'`)).toEqual([]);
  });

  it('a draft is on nobody’s board', async () => {
    for (const hint of ['maria.chef.fk', 'per.chef.af']) {
      const { body } = await client(hint).get<StalledBoardView>('stalled-handovers');
      expect(body.items.map((row) => row.id)).toEqual([id]);
      for (const [name, act] of Object.entries(acts(draft, town))) expect([name, (await act(client(hint))).status]).toEqual([name, 404]);
    }
  });

  it('both sides act, and the receiving side alone names somebody', async () => {
    const statuses = async (hint: string): Promise<number[]> => {
      const answers: number[] = [];
      for (const act of Object.values(acts(id, town))) answers.push((await act(client(hint))).status);
      return answers;
    };
    if (!locks.gateOpen) expect(await statuses('maria.chef.fk')).toEqual([200, 403, 204, 204, 204]);
    expect((await client('per.chef.af').get<Json>(`stalled-handovers/${id}/nominees`)).body.items.length).toBeGreaterThan(1);
    expect((await acts(id, town)['nomination']!(client('per.chef.af'))).status).toBe(204);
  });
});
