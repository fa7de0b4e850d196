import { type RunningApp, startApp } from '../../test/support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../../test/support/database.ts';
import { eventually } from '../../test/support/eventually.ts';
import { type Client, signIn } from '../../test/support/sign-in.ts';
import { localTime, makeTimedHandovers, setClock } from '../../test/support/timed-handover.ts';
import { makeTown, type Town } from '../../test/support/town.ts';
import type { AlertList } from './alert.dto.ts';
import { type SweepLoop, startSweepLoop } from './sweep-loop.ts';

const UNKNOWN = '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42';

describe.each([
  ['as it is', {}],
  ['with lock 1 held open', { gateOpen: true }],
  ['with row security off', { rowSecurityOff: true }],
])('alerts in the app, %s', (_, { gateOpen = false, rowSecurityOff = false }: { gateOpen?: boolean; rowSecurityOff?: boolean }) => {
  let running: RunningApp, town: Town, loop: SweepLoop, per: Client;
  const said: string[] = [];
  beforeAll(async () => {
    running = await startApp({ gateOpen });
    town = await makeTown(running);
    if (rowSecurityOff) await switchOffRowSecurity(running.database);
    await setClock(running.database, localTime('2026-12-01T10:30'));
    await running.clock.load();
    await makeTimedHandovers(running.database, town, [{ state: 'OFFERED', since: localTime('2026-11-25T10:00') }, { state: 'RECEIVED', since: localTime('2026-11-25T10:15') }]);
    loop = startSweepLoop({ databaseUrl: running.database.urls.worker, say: (line) => said.push(line) });
    per = await signIn(running.url, 'per.chef.af');
  }); // prettier-ignore
  afterAll(async () => {
    await loop?.stop();
    await running?.close();
  });

  const list = async (client: Client, query = ''): Promise<AlertList> => (await client.get<AlertList>(`alerts${query}`)).body;

  it('are there within seconds, newest first, as metadata alone', async () => {
    const { items, open } = await eventually(async () => {
      const found = await list(per);
      return found.items.length === 2 && found.open === 2 && found;
    }, 5_000);
    expect(open).toBe(2);
    expect(items[0]!.raisedAt >= items[1]!.raisedAt).toBe(true);
    expect(items.map(({ rung, epoch, acknowledgedAt, resolvedAt }) => [rung, epoch, acknowledgedAt, resolvedAt])).toEqual(Array(2).fill(['SUPERVISOR', 1, null, null]));
    const { handover } = items.find((each) => each.handover?.state === 'OFFERED')!;
    expect(handover).toMatchObject({ scope: 'CASE_OWNERSHIP', caseId: null, court: 'RECEIVER', ownerLost: false, nominee: null, accountable: { name: 'Karin Berg' } });
    expect(handover!.clock).toMatchObject({ stage: 'OWNER', day: 4, ofDays: 3, overdue: true, nextTimer: 'BOTH_SUPERVISORS', nextTimerAt: localTime('2026-12-03T10:00').toISOString() });
    expect(JSON.stringify(items)).not.toMatch(/Testsson/);
    expect(said).toEqual([]);
  }); // prettier-ignore

  it('come in pages', async () => {
    const first = await list(per, '?limit=1');
    const second = await list(per, `?limit=1&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor, second.open]).toEqual([1, 1, undefined, 2]);
    expect(first.items[0]!.id).not.toBe(second.items[0]!.id);
  });

  it('are each one’s own: others neither see nor acknowledge them', async () => {
    const [theirs] = (await list(per)).items;
    for (const hint of ['maria.chef.fk', 'david.fk', 'sofia.kommun', 'anna.chef.kommun']) {
      const client = await signIn(running.url, hint);
      expect((await list(client, '?state=all')).items.map(({ id }) => id)).not.toContain(theirs!.id);
      expect((await client.put(`alerts/${theirs!.id}/acknowledgement`)).status).toBe(404);
    }
    expect((await per.put(`alerts/${UNKNOWN}/acknowledgement`)).status).toBe(404);
    expect((await per.put('alerts/x/acknowledgement')).status).toBe(404);
    for (const hint of ['admin.drift', 'forbund.ledare']) expect((await (await signIn(running.url, hint)).get('alerts')).status).toBe(403);
    expect((await (await signIn(running.url, 'eva', 'citizen')).get('alerts')).status).toBeGreaterThan(400);
    const karin = await list(await signIn(running.url, 'karin.fk'));
    expect(new Set(karin.items.map(({ rung }) => rung))).toEqual(new Set(['RECEIPT', 'LIMIT']));
  }); // prettier-ignore

  it('leave when they are acknowledged, as often as that is said, and the handover waits on', async () => {
    const [first] = (await list(per)).items;
    expect((await per.put(`alerts/${first!.id}/acknowledgement`)).status).toBe(204);
    expect((await per.put(`alerts/${first!.id}/acknowledgement`)).status).toBe(204);
    const { items, open } = await list(per);
    expect([items.length, open]).toEqual([1, 1]);
    expect((await per.get('/api/v1/alerts/count')).body).toEqual({ open: 1 });
    const seen = (await list(per, '?state=all')).items.find(({ id }) => id === first!.id)!;
    expect([seen.acknowledgedAt !== null, seen.resolvedAt]).toEqual([true, null]);
    const logged = await behindTheLocks(running.database, `select action from audit_event where subject_id = $1`, [first!.id]);
    expect(logged).toEqual([{ action: 'alert.acknowledged' }]);
  });

  it('leave when the reason has ended', async () => {
    await behindTheLocks(
      running.database,
      `update handover set state = 'REVOKED', ended_at = app.domain_now(), closed_at = app.domain_now(), next_timer = null, next_timer_at = null`,
    );
    expect(await list(per)).toEqual({ items: [], open: 0 });
    expect((await list(per, '?state=all')).items.map(({ resolvedAt }) => resolvedAt !== null)).toEqual([true, true]);
  });
});

describe('whoever is alerted for want of somebody else', () => {
  it('sees the alert although nothing else shows them the handover', async () => {
    const running = await startApp();
    try {
      const town = await makeTown(running);
      await behindTheLocks(running.database, `update organisation set contact_assignment_id = $1 where id = $2`, [town.staff['ahmed.af']!.assignmentId, town.organisation.af]);
      await behindTheLocks(running.database, `update staff_member set disabled_at = now() where id = any ($1)`, [['per.chef.af', 'sara.af'].map((hint) => town.staff[hint]!.staffMemberId)]);
      await setClock(running.database, localTime('2026-12-01T10:30'));
      await running.clock.load();
      await makeTimedHandovers(running.database, town, [{ state: 'OFFERED', since: localTime('2026-11-25T10:00') }]);
      const loop = startSweepLoop({ databaseUrl: running.database.urls.worker, say: () => undefined });
      const ahmed = await signIn(running.url, 'ahmed.af');
      const { items } = await eventually(async () => {
        const { body } = await ahmed.get<AlertList>('alerts');
        return body.items.length > 0 && body;
      });
      await loop.stop();
      expect(items.map(({ rung }) => rung).toSorted()).toEqual(['HALF_TIME', 'LIMIT', 'RECEIPT', 'SUPERVISOR']);
      expect(items[0]!.handover!.accountable.name).toBe('Karin Berg');
    } finally {
      await running.close();
    }
  }); // prettier-ignore
});
