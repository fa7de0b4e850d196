import type { CaseView } from '../../src/case/view/case-view.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

/** Not `truncate person cascade`: sessions refer to persons, and everybody would be signed out. */
const NO_CASES = 'truncate coordination_case cascade; delete from person_registration; delete from person_identifier; delete from person';
const version = (number: number) => ({ headers: { 'if-match': `"${number}"` } });

describe('leading a case', () => {
  let running: RunningApp;
  let town: Town;
  let karin: Client;
  let lena: Client;
  let ahmed: Client;
  let made: TownCase;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    [karin, lena, ahmed] = await signInAll(running.url, ['karin.fk', 'lena.region', 'ahmed.af']);
  });

  beforeEach(async () => {
    made = await makeCase(running, town, { coordinator: 'lena.region', team: ['ahmed.af'], alsoTo: ['kommun'] });
  });

  afterEach(() => behindTheLocks(running.database, NO_CASES));
  afterAll(() => running?.close());

  const idOf = (hint: string): string => town.staff[hint]!.assignmentId;
  const rows = <Row extends object>(sql: string, values: unknown[] = [made.caseId]): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const read = async (client = karin) => (await client.get<CaseView>(`cases/${made.caseId}`)).body;
  const kinds = async (client = karin) => (await read(client)).timeline.items.map((item) => item.kind);
  const blockedIn = (view: { blocked: { action: string; because: string }[] }) =>
    Object.fromEntries(view.blocked.map(({ action, because }) => [action, because]));

  it('keeps every level of ambition with who set it and when', async () => {
    const set = (client: Client, level: string) => client.put(`cases/${made.caseId}/ambition`, { level });
    expect((await set(karin, 'INFORMATION_EXCHANGE')).status).toBe(204);
    await set(lena, 'JOINT_ACTION');
    await set(lena, 'JOINT_ACTION');
    expect((await read()).ambition).toMatchObject({
      level: 'JOINT_ACTION',
      history: [
        { level: 'JOINT_ACTION', by: { name: 'Lena Forsman' } },
        { level: 'INFORMATION_EXCHANGE', by: { name: 'Karin Berg' } },
      ],
    });
    expect((await set(ahmed, 'INFORMATION_EXCHANGE')).body).toMatchObject({ status: 403, because: 'not_owner_or_coordinator' });
    expect((await set(karin, 'EVERYTHING')).status).toBe(422);
  });

  describe('who coordinates', () => {
    const ask = (assignmentId = idOf('ahmed.af'), client = karin) =>
      client.put(`cases/${made.caseId}/coordinator-request`, { assignmentId, message: 'Kan du leda?' });

    it('changes when the one who was asked says yes, not before', async () => {
      expect((await ask()).status).toBe(204);
      expect((await ask()).status).toBe(204);
      const waiting = await read(ahmed);
      expect(waiting.holder.coordinator.name).toBe('Lena Forsman');
      expect(waiting.coordinatorRequest).toMatchObject({
        message: 'Kan du leda?',
        asked: { name: 'Ahmed Haddad' },
        actions: ['coordinator-request.accept', 'coordinator-request.refuse'],
      });
      expect(waiting.todo.mine).toEqual([expect.objectContaining({ kind: 'COORDINATOR_REQUEST', params: { name: 'Karin Berg' } })]);
      const { id } = waiting.coordinatorRequest!;
      expect((await lena.put(`coordinator-requests/${id}/acceptance`)).body).toMatchObject({ status: 403, because: 'not_asked' });
      expect((await ahmed.put(`coordinator-requests/${id}/acceptance`)).status).toBe(204);
      expect((await ahmed.put(`coordinator-requests/${id}/acceptance`)).status).toBe(204);
      expect((await karin.put(`coordinator-requests/${id}/withdrawal`)).body).toMatchObject({
        status: 409,
        type: 'urn:samspel:coordinator-request.answered',
      });
      expect(await read(ahmed)).toMatchObject({ holder: { coordinator: { name: 'Ahmed Haddad' }, you: 'COORDINATOR' }, coordinatorRequest: null });
      expect(await kinds()).toEqual(['coordinator.accepted', 'coordinator.asked']);
      const told = await rows(`select recipient_assignment_id::text as to, kind from notice where case_id = $1 and kind = 'coordinator.answered'`);
      expect(told).toEqual(expect.arrayContaining(['karin.fk', 'lena.region'].map((hint) => ({ to: idOf(hint), kind: 'coordinator.answered' }))));
    });

    it('stays when they say no, and can then be asked of somebody else', async () => {
      await ask();
      const { id } = (await read()).coordinatorRequest!;
      expect((await ask(idOf('lena.region'))).body.type).toBe('urn:samspel:coordinator-request.pending');
      expect((await ahmed.put(`coordinator-requests/${id}/refusal`)).status).toBe(204);
      expect((await read()).holder.coordinator.name).toBe('Lena Forsman');
      expect((await ask(idOf('lena.region'))).body.type).toBe('urn:samspel:coordinator.already');
      expect((await ask()).status).toBe(204);
    });

    it('is the owner’s to ask, of somebody in the team', async () => {
      expect((await ask(idOf('ahmed.af'), lena)).body).toMatchObject({ status: 403, because: 'not_owner' });
      expect((await ask(idOf('sofia.kommun'))).status).toBe(422);
    });
  });

  describe('closing', () => {
    const CLOSE = { reason: 'GOALS_REACHED', remainingWork: 'Karin följer sjukpenningen.', personInformed: true };
    const close = async (client = karin, body: object = CLOSE) => client.put(`cases/${made.caseId}/closure`, body, version((await read()).version));

    it('is the owner’s, with the person told, and stops what waits', async () => {
      await karin.post(`cases/${made.caseId}/invitations`, { unitId: town.unit.kommun, reason: 'Vi behöver er.' });
      await karin.put(`cases/${made.caseId}/coordinator-request`, { assignmentId: idOf('ahmed.af'), message: '' });
      expect((await close(lena)).body).toMatchObject({ status: 403, because: 'not_owner' });
      expect((await close(karin, { ...CLOSE, personInformed: false })).status).toBe(422);
      expect((await close()).status).toBe(204);
      const after = await read(ahmed);
      expect(after).toMatchObject({
        status: 'CLOSED',
        closed: { by: { name: 'Karin Berg' }, reason: 'GOALS_REACHED', remainingWork: 'Karin följer sjukpenningen.' },
        coordinatorRequest: null,
        invitations: [],
        introduction: null,
        todo: { mine: [], others: [] },
        actions: [],
      });
      expect(after.timeline.items[0]).toMatchObject({ kind: 'case.closed', params: { reason: 'GOALS_REACHED', stopped: 'Socialtjänsten' } });
      expect(await rows(`select state, preview from care_team_invitation where case_id = $1`)).toEqual([{ state: 'STOPPED', preview: null }]);
      expect(await rows(`select count(*)::int as told from notice where case_id = $1 and kind = 'case.closed'`)).toEqual([{ told: 2 }]);
    });

    it('is done once, and nothing changes afterwards', async () => {
      await close();
      const { version: stands } = await read();
      for (const [path, body] of [
        ['closure', CLOSE],
        ['next-step', { text: 'x' }],
        ['ambition', { level: 'JOINT_ACTION' }],
        ['coordinator-request', { assignmentId: idOf('ahmed.af'), message: '' }],
        ['person', { language: 'en' }],
      ] as const) {
        expect([path, (await karin.put(`cases/${made.caseId}/${path}`, body, version(stands))).body.type]).toEqual([path, 'urn:samspel:case.closed']);
      }
      expect((await karin.get('cases')).body.items).toEqual([]);
      expect((await karin.get('cases?filter=closed')).body.items).toHaveLength(1);
    });

    it('is what an owner has left, beside a new consent, when the person has taken everything back', async () => {
      await behindTheLocks(running.database, `update consent set withdrawn_at = now(), withdrawn_via = 'PERSON'`);
      const view = await read();
      expect(view.actions).toEqual(['case.close', 'consent.record']);
      expect(new Set(Object.values(blockedIn(view)))).toEqual(new Set(['consent_missing']));
      expect(view.todo.mine).toEqual([expect.objectContaining({ kind: 'CONSENT_MISSING' })]);
      expect((await karin.put(`cases/${made.caseId}/next-step`, { text: 'x' }, version(view.version))).body).toMatchObject({
        status: 403,
        because: 'consent_missing',
      });
      expect((await karin.post(`cases/${made.caseId}/identifier-displays`)).body).toMatchObject({ status: 403, because: 'consent_missing' });
      expect((await close(karin, { ...CLOSE, reason: 'CONSENT_WITHDRAWN' })).status).toBe(204);
    });
  });
});
