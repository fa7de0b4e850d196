import type { MyDayView } from '../../src/my-day/my-day.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const NO_CASES = 'truncate coordination_case cascade; delete from notice; delete from person_identifier; delete from person';

describe('my day', () => {
  let running: RunningApp;
  let town: Town;
  let karin: Client;
  let lena: Client;
  let sara: Client;
  let eva: TownCase;
  let olle: TownCase;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    [karin, lena, sara] = await signInAll(running.url, ['karin.fk', 'lena.region', 'sara.af']);
  });
  beforeEach(async () => {
    eva = await makeCase(running, town, { team: ['lena.region'], alsoTo: ['af'] });
    olle = await makeCase(running, town, { person: 'olle', owner: 'lena.region', team: ['karin.fk'] });
  });
  afterEach(async () => {
    await running.clock.reset();
    await behindTheLocks(running.database, NO_CASES);
  });
  afterAll(() => running?.close());

  const day = async (client = karin) => (await client.get<MyDayView>('my-day')).body;
  const rows = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const step = (caseId: string, text: string, inDays: number) =>
    rows(
      `update coordination_case set next_step = $2, next_step_due = app.domain_today() + $3::int, next_step_set_at = app.domain_now() where id = $1`,
      [caseId, text, inDays],
    );

  it('says what day it is in Sweden: half past eleven UTC on a Sunday in November is Monday of the next week', async () => {
    await running.clock.moveTo(new Date('2026-11-22T23:30:00Z'));
    expect(await day()).toMatchObject({ today: '2026-11-23', week: 48, changedSince: '2026-11-20' });
    await running.clock.moveTo(new Date('2026-11-22T22:30:00Z'));
    expect(await day()).toMatchObject({ today: '2026-11-22', week: 47, changedSince: '2026-11-20' });
  });

  it('puts the owner’s own steps under overdue and upcoming, oldest first, and nobody else’s', async () => {
    await step(eva.caseId, 'Ring Gunilla.', -2);
    await step(olle.caseId, 'Lenas sak.', -5);
    expect(await day()).toMatchObject({
      overdue: [{ case: { id: eva.caseId, personName: 'Eva Lind' }, text: 'Ring Gunilla.', days: -2 }],
      upcoming: [],
      lead: { count: 1 },
      cases: { total: 2, withoutNextStep: 0, consentExpiring: 0 },
    });
    await step(eva.caseId, 'Ring Gunilla.', 0);
    expect(await day()).toMatchObject({ overdue: [], upcoming: [{ text: 'Ring Gunilla.', days: 0 }], lead: { count: 0 } });
    await step(eva.caseId, 'Ring Gunilla.', 14);
    expect((await day()).upcoming).toHaveLength(1);
    await step(eva.caseId, 'Ring Gunilla.', 15);
    expect((await day()).upcoming).toEqual([]);
  });

  it('counts cases without a next step and with a consent that ends within thirty days', async () => {
    await rows(`update consent set valid_to = app.domain_today() + 30 where case_id = $1`, [eva.caseId]);
    expect((await day()).cases).toEqual({ total: 2, withoutNextStep: 2, consentExpiring: 1 });
    await rows(`update consent set valid_to = app.domain_today() + 31 where case_id = $1`, [eva.caseId]);
    expect((await day()).cases.consentExpiring).toBe(0);
    await rows(
      `update coordination_case set status = 'CLOSED', closed_at = now(), closed_by_assignment_id = owner_assignment_id, closing_reason = 'MOVED' where id = $1`,
      [eva.caseId],
    );
    expect((await day()).cases.total).toBe(1);
  });

  it('shows what others did since the last working day, only what the reader may see', async () => {
    await lena.put(`cases/${eva.caseId}/person`, { language: 'en' });
    await lena.post(`cases/${eva.caseId}/notes`, { text: 'Regionens egen.', kind: 'ORGANISATION' });
    await karin.put(`cases/${eva.caseId}/ambition`, { level: 'JOINT_ACTION' });
    expect((await day()).changed).toMatchObject([
      { case: { id: eva.caseId, reference: expect.stringMatching(/^S-/) }, event: { kind: 'person.changed', actor: { name: 'Lena Forsman' } } },
    ]);
    await rows(`update timeline_event set recorded_at = ($1::date - interval '1 minute') at time zone 'Europe/Stockholm'`, [
      (await day()).changedSince,
    ]);
    expect((await day()).changed).toEqual([]);
    await rows(`update timeline_event set recorded_at = $1::date at time zone 'Europe/Stockholm'`, [(await day()).changedSince]);
    expect((await day()).changed).toHaveLength(1);
  });

  it('brings the question who coordinates to the one who was asked, and to nobody else', async () => {
    await karin.put(`cases/${eva.caseId}/coordinator-request`, {
      assignmentId: town.staff['lena.region']!.assignmentId,
      message: 'Du träffar Eva oftast.',
    });
    expect(await day(lena)).toMatchObject({
      requests: [{ kind: 'COORDINATOR_REQUEST', case: { personName: 'Eva Lind' }, from: { name: 'Karin Berg' }, text: 'Du träffar Eva oftast.' }],
      notices: [{ kind: 'coordinator.asked', caseId: eva.caseId }],
      lead: { count: 1 },
    });
    expect((await day()).requests).toEqual([]);
    const [asked] = (await day(lena)).requests;
    expect((await lena.put(`coordinator-requests/${asked!.id}/acceptance`)).status).toBe(204);
    expect(await day(lena)).toMatchObject({ requests: [], notices: [] });
  });

  it('shows the intake who asks and since when, but no name of the person', async () => {
    await karin.post(`cases/${eva.caseId}/invitations`, { unitId: town.unit.af, reason: 'Vi behöver er.' });
    const waiting = await day(sara);
    expect(waiting).toMatchObject({
      invitations: [{ unit: { name: 'Arbetsförmedlingen Sjöstad' }, invitedBy: { name: 'Karin Berg' } }],
      lead: { count: 1 },
      cases: { total: 0 },
    });
    expect(JSON.stringify(waiting)).not.toMatch(/Eva|Lind/);
    const ahmed = await signIn(running.url, 'ahmed.af');
    expect((await day(ahmed)).invitations).toEqual([]);
    // Expired consent: what can no longer be opened does not wait either.
    await rows('update consent set valid_to = app.domain_today() - 1 where case_id = $1', [eva.caseId]);
    expect(await day(sara)).toMatchObject({ invitations: [], lead: { count: 0 } });
  });

  it('keeps a notice until it has been read, and leads nowhere once the case is gone', async () => {
    await karin.put(`cases/${eva.caseId}/coordinator-request`, { assignmentId: town.staff['lena.region']!.assignmentId, message: '' });
    const [notice] = (await day(lena)).notices;
    await rows(`update participation set until_at = app.domain_now(), end_reason = 'LEFT' where case_id = $1 and assignment_id = $2`, [
      eva.caseId,
      town.staff['lena.region']!.assignmentId,
    ]);
    expect((await day(lena)).notices).toMatchObject([{ id: notice!.id, caseId: null }]);
    expect((await karin.put(`notices/${notice!.id}/reading`)).status).toBe(404);
    expect((await lena.put(`notices/${notice!.id}/reading`)).status).toBe(204);
    expect((await lena.put(`notices/${notice!.id}/reading`)).status).toBe(204);
    expect((await day(lena)).notices).toEqual([]);
  });

  it('leaves one log row a look', async () => {
    await day();
    const logged = await rows(
      `select count(*)::int as looks from audit_event where action = 'my-day.read' and actor_id = $1 and recorded_at > clock_timestamp() - interval '1 minute'`,
      [town.staff['karin.fk']!.assignmentId],
    );
    const before = (logged[0] as { looks: number }).looks;
    await day();
    expect(
      await rows(
        `select count(*)::int as looks from audit_event where action = 'my-day.read' and actor_id = $1 and recorded_at > clock_timestamp() - interval '1 minute'`,
        [town.staff['karin.fk']!.assignmentId],
      ),
    ).toEqual([{ looks: before + 1 }]);
  });

  it('logs the look in the case of everybody it names, and so does the list', async () => {
    await rows(
      `update coordination_case set next_step = 'Ringa', next_step_due = app.domain_today() - 1, next_step_set_at = app.domain_now() where id = $1`,
      [eva.caseId],
    );
    expect((await day()).overdue).toHaveLength(1);
    await karin.get('cases');
    const logged = await rows(
      `select distinct action from audit_event where case_id = $1 and action in ('my-day.read', 'case.list') order by action`,
      [eva.caseId],
    );
    expect(logged).toEqual([{ action: 'case.list' }, { action: 'my-day.read' }]);
  });
});
