import type { CaseloadOfferView, CaseloadView } from '../../src/caseload/caseload.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { makeHandover } from '../support/handover.ts';
import { type Answer, type Client, type Json, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const NOW = new Date('2026-11-25T08:00:00Z');
const ANSWER_BY = '2026-12-01';

describe('a caseload', () => {
  let running: RunningApp, town: Town, eva: TownCase, olle: TownCase;
  let maria: Client, karin: Client, david: Client;
  const who = (hint: string): string => town.staff[hint]!.assignmentId;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await running.clock.moveTo(NOW);
    eva = await makeCase(running, town, { person: 'eva' });
    // Karin answers for Olle’s next step alone, and nothing covers it any more.
    olle = await makeCase(running, town, { person: 'olle', coordinator: 'david.fk', team: ['ahmed.af'], consents: false });
    maria = await signIn(running.url, 'maria.chef.fk');
    karin = await signIn(running.url, 'karin.fk');
    david = await signIn(running.url, 'david.fk');
  }, 60_000);
  afterAll(() => running?.close());

  const read = async (client: Client): Promise<CaseloadView> => (await client.get<CaseloadView>(`caseloads/${who('karin.fk')}`)).body;
  const to = (made: TownCase, hint: string, scope = 'CASE_OWNERSHIP'): object => ({ caseId: made.caseId, scope, nomineeId: who(hint) });
  const offer = (client: Client, receivers: object[], key: string = crypto.randomUUID()): Promise<Answer<CaseloadOfferView>> =>
    client.post('caseload-handovers', { assignmentId: who('karin.fk'), receivers, answerBy: ANSWER_BY }, { headers: { 'idempotency-key': key } });

  it('is references and codes, for oneself and one’s supervisor', async () => {
    for (const client of [maria, karin]) {
      const { staff, items, receivers } = await read(client);
      expect(staff.assignmentId).toBe(who('karin.fk'));
      expect(items.map(({ caseId, scope, covered, pendingHandoverId }) => [caseId, scope, covered, pendingHandoverId])).toEqual([
        [eva.caseId, 'CASE_OWNERSHIP', true, null],
        [eva.caseId, 'COORDINATOR_ROLE', true, null],
        [olle.caseId, 'CASE_OWNERSHIP', false, null],
      ]);
      expect(receivers.map(({ staff: each }) => each.assignmentId).toSorted()).toEqual([who('david.fk'), who('maria.chef.fk')].toSorted());
      expect(JSON.stringify(items)).not.toMatch(/Eva|Olle|Flera behöver/);
    }
  });

  it('is nothing to anybody else (404)', async () => {
    const others = ['david.fk', 'per.chef.af', 'ahmed.af'] as const;
    for (const hint of others) {
      const client = await signIn(running.url, hint);
      expect((await client.get(`caseloads/${who('karin.fk')}`)).status).toBe(404);
      expect((await offer(client, [to(eva, 'david.fk')])).status).toBe(404);
    }
    expect((await maria.get(`caseloads/${crypto.randomUUID()}`)).status).toBe(404);
    for (const hint of ['admin.drift', 'forbund.ledare']) {
      const client = await signIn(running.url, hint);
      expect((await client.get(`caseloads/${who('karin.fk')}`)).status).toBe(403);
      expect((await offer(client, [to(eva, 'david.fk')])).status).toBe(403);
    }
  });

  it.each([
    ['2026-11-24', 'passed'],
    ['2026-12-26', 'too_late'],
  ])('is not offered to be answered by %s', async (answerBy, code) => {
    const { status, body } = await maria.post<Json>('caseload-handovers', {
      assignmentId: who('karin.fk'),
      receivers: [to(eva, 'david.fk')],
      answerBy,
    });
    expect([status, body.errors]).toEqual([422, [{ pointer: '/answerBy', code }]]);
  });

  it('is offered case by case to colleagues by name, and what cannot be is said with why', async () => {
    const key = crypto.randomUUID();
    const receivers = [
      to(eva, 'david.fk'),
      to(eva, 'ahmed.af', 'COORDINATOR_ROLE'),
      to(olle, 'david.fk'),
      to(olle, 'maria.chef.fk', 'COORDINATOR_ROLE'),
      to(eva, 'maria.chef.fk'),
    ];
    const { status, body } = await offer(maria, receivers, key);
    expect([status, body]).toEqual([
      201,
      {
        offered: 1,
        refused: [
          { caseId: eva.caseId, scope: 'COORDINATOR_ROLE', activityId: null, because: 'nominee_unavailable' },
          { caseId: olle.caseId, scope: 'CASE_OWNERSHIP', activityId: null, because: 'consent_missing' },
          { caseId: olle.caseId, scope: 'COORDINATOR_ROLE', activityId: null, because: 'not_in_caseload' },
          { caseId: eva.caseId, scope: 'CASE_OWNERSHIP', activityId: null, because: 'handover_pending' },
        ],
      },
    ]);
    const made = await behindTheLocks(
      running.database,
      `select state, court, origin, accountable_assignment_id as accountable, nominee_assignment_id as nominee, initiated_by_assignment_id as by, owner_due_at as due, next_timer
       from handover where case_id = $1`,
      [eva.caseId],
    );
    expect(made).toEqual([
      {
        ...{
          state: 'RECEIVED',
          court: 'RECEIVER',
          origin: 'CASELOAD',
          accountable: who('karin.fk'),
          nominee: who('david.fk'),
          by: who('maria.chef.fk'),
        },
        // Three working days from Wednesday; asked for by the end of the next Tuesday, which is later.
        ...{ due: expect.any(Date), next_timer: 'HALF_TIME' },
      },
    ]);
    expect(Math.abs(Number(made[0]!['due']) - Date.parse('2026-11-30T08:00:00Z'))).toBeLessThan(60_000);
    const again = await offer(maria, receivers, key);
    expect(again).toMatchObject({ status: 201, body: { offered: 1 } });
    expect(again.body.refused).toHaveLength(4);
    expect(await behindTheLocks(running.database, 'select 1 from handover')).toHaveLength(1);
  });

  it('is Karin’s until David has accepted, who is told and can', async () => {
    const [made] = await behindTheLocks<{ id: string; version: number }>(running.database, 'select id, version from handover');
    const told = await behindTheLocks(running.database, `select recipient_assignment_id as id from notice where kind = 'handover.offered'`);
    expect(told).toEqual([{ id: who('david.fk') }]);
    const [{ owner }] = (await behindTheLocks(running.database, 'select owner_assignment_id as owner from coordination_case where id = $1', [
      eva.caseId,
    ])) as [Json];
    expect(owner).toBe(who('karin.fk'));
    const answer = { understood: true, possible: true, how: 'Jag tar över.', mandate: 'MAY_DECIDE', firstContactOn: '2026-11-26' };
    const accepted = await david.put(`handovers/${made!.id}/acceptance`, answer, { headers: { 'if-match': `"${made!.version}"` } });
    expect(accepted.status).toBe(200);
    expect((await read(maria)).items.map(({ caseId, scope }) => [caseId, scope])).toEqual([
      [eva.caseId, 'COORDINATOR_ROLE'],
      [olle.caseId, 'CASE_OWNERSHIP'],
    ]);
  });

  it('shows what waits for an answer already', async () => {
    const id = await makeHandover(running, town, eva.caseId, { scope: 'COORDINATOR_ROLE' });
    expect((await read(karin)).items[0]).toMatchObject({ scope: 'COORDINATOR_ROLE', pendingHandoverId: id });
    expect((await offer(karin, [to(eva, 'david.fk', 'COORDINATOR_ROLE')])).body).toEqual({ offered: 0, refused: [{ caseId: eva.caseId, scope: 'COORDINATOR_ROLE', activityId: null, because: 'handover_pending' }] }); // prettier-ignore
  });

  it('is what the administrator is sent to when an assignment cannot end, by number alone', async () => {
    const admin = await signIn(running.url, 'admin.drift');
    const { status, body } = await admin.put<Json>(`assignments/${who('karin.fk')}/end`, { lastDay: '2026-11-25' });
    expect([status, body.type, body.count]).toEqual([409, 'urn:samspel:assignment.accountable', 2]);
    expect(body.detail).toContain('Ärendemängd');
    expect(JSON.stringify(body)).not.toContain(eva.caseId);
  });
});
