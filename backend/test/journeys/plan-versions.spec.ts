import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { MyPlanView } from '../../src/citizen/citizen.dto.ts';
import type { PlanVersionListView, PlanVersionView, PublicationPreviewView } from '../../src/plan/publication/publication.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { PlannedCase } from '../support/planned.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

/** Reads everything of Lena's that is shared. */
const ALL = ['karin.fk', 'ahmed.af', 'sofia.kommun'];

describe('a published plan', () => {
  let running: RunningApp;
  let town: Town;
  let made: TownCase;
  let plan: PlannedCase;
  let eva: Client;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    for (const hint of ['karin.fk', 'ahmed.af', 'lena.region', 'johan.region', 'sofia.kommun']) clients[hint] = await signIn(running.url, hint);
  });
  afterAll(() => running.close());

  beforeEach(async () => {
    await behindTheLocks(running.database, 'delete from person_identifier');
    made = await makeCase(running, town, { coordinator: 'lena.region' });
    plan = await PlannedCase.of(running, town, made);
    eva = await signIn(running.url, 'eva', 'citizen');
  });

  const as = (hint: string): Client => clients[hint]!;
  const publish = (hint = 'lena.region', reason = 'Första versionen.'): Promise<Answer> =>
    as(hint).post(`plans/${plan.planId}/publication`, { reason });
  const published = async (): Promise<void> => expect(await publish()).toMatchObject({ status: 201 });
  const preview = (hint = 'lena.region'): Promise<Answer<PublicationPreviewView>> => as(hint).get(`plans/${plan.planId}/publication-preview`);
  const mine = async (): Promise<MyPlanView> => (await eva.get<MyPlanView>('me/plan')).body;
  const versions = async (hint = 'lena.region'): Promise<PlanVersionListView['items']> =>
    (await as(hint).get<PlanVersionListView>(`plans/${plan.planId}/versions`)).body.items;
  const version = (number: number, hint = 'lena.region'): Promise<Answer<PlanVersionView>> => as(hint).get(`plans/${plan.planId}/versions/${number}`);
  const changes = (from: number, to: number, hint = 'lena.region'): Promise<Answer> =>
    as(hint).get(`plans/${plan.planId}/version-changes?from=${from}&to=${to}`);

  describe('versions', () => {
    it('say word for word what was, and never change', async () => {
      const goal = await plan.item('GOAL', { content: { text: 'Arbeta halvtid', plain: 'Jobba' }, sharedWith: ALL });
      await published();
      const before = (await version(1)).body;
      expect(before).toMatchObject({
        number: 1,
        reason: 'Första versionen.',
        by: { givenName: 'Lena' },
        coordinator: town.staff['lena.region']!.name,
        items: [
          {
            itemId: goal,
            kind: 'GOAL',
            goalKind: 'MAIN',
            fields: [{ name: 'text', value: 'Arbeta halvtid' }, { name: 'plain', value: 'Jobba' }, {}],
          },
        ],
      });
      await plan.rewrite(goal, { text: 'Något annat' });
      expect((await version(1)).body).toEqual(before);
      const app = running.database.urls.app;
      for (const change of [
        `update plan_version set reason = 'x'`,
        `update plan_version_item set content = '{}'`,
        'delete from plan_version_item',
        'delete from plan_agreement',
      ]) {
        await expect(asRole(app, change)).rejects.toMatchObject({ code: '42501' });
      }
    });

    it('differ by what was added, removed and changed, between any two and the working copy', async () => {
      const goal = await plan.item('GOAL', { content: { text: 'Ett', plain: 'Ett' }, sharedWith: ALL });
      const need = await plan.item('NEED', { sharedWith: ALL });
      await plan.item('STRENGTH', { sharedWith: ALL });
      await published();
      await plan.rewrite(goal, { text: 'Två', plain: 'Ett' });
      await behindTheLocks(running.database, 'update plan_item set removed_at = now() where id = $1', [need]);
      const sign = await plan.item('EARLY_SIGN', { sharedWith: ALL });
      const expected = {
        added: [{ itemId: sign }],
        removed: [{ itemId: need }],
        changed: [{ item: { itemId: goal }, fields: [{ name: 'text', before: 'Ett', after: 'Två' }] }],
        unchanged: 1,
        facts: [],
      };
      expect((await changes(1, 0)).body).toMatchObject(expected);
      expect((await preview()).body.changes).toBe(3);
      await published();
      expect((await changes(1, 2)).body).toMatchObject(expected);
      expect((await changes(2, 0)).body).toMatchObject({ added: [], removed: [], changed: [], unchanged: 3 });
      await plan.set({ follow_up_on: '2027-03-01' });
      expect((await changes(2, 0)).body.facts).toEqual([{ name: 'followUpOn', before: '', after: '2027-03-01' }]);
      expect((await changes(1, 9)).status).toBe(404);
      expect((await changes(-1, 0)).status).toBe(422);
    });

    it('hold for each organisation only the items it reads', async () => {
      await plan.item('GOAL', { content: { text: 'För alla' }, sharedWith: ALL });
      await plan.item('NEED', { content: { text: 'KANARIE' }, sharedWith: ['karin.fk'] });
      await published();
      expect((await version(1, 'karin.fk')).body.items).toHaveLength(2);
      expect((await version(1, 'ahmed.af')).body.items.map(({ kind }) => kind)).toEqual(['GOAL']);
      expect(JSON.stringify((await changes(1, 0, 'ahmed.af')).body)).not.toContain('KANARIE');
      expect((await version(1, 'johan.region')).status).toBe(404);
      expect((await version(2)).status).toBe(404);
      expect((await as('lena.region').get(`plans/${plan.planId}/versions/x`)).status).toBe(404);
    });
  });

  describe('agreeing', () => {
    const agree = (hint: string, number = 1, stance = 'AGREES'): Promise<Answer> =>
      as(hint).put(`plans/${plan.planId}/versions/${number}/agreement`, { stance });

    it('is once per party, and of the latest version only', async () => {
      await plan.item('GOAL', { sharedWith: ALL });
      await published();
      for (const hint of ['karin.fk', 'karin.fk', 'ahmed.af']) expect((await agree(hint)).status).toBe(204);
      expect((await eva.put('me/plan/agreement', { number: 1 })).status).toBe(204);
      expect((await eva.put('me/plan/agreement', { number: 1 })).status).toBe(204);
      expect(await mine()).toMatchObject({ plan: { agreed: true, agreedAt: expect.any(String) } });
      const [{ agreements }] = (await versions()) as [PlanVersionListView['items'][number]];
      expect(agreements).toMatchObject([
        { organisation: { name: 'Försäkringskassan' }, staff: { givenName: 'Karin' }, person: false, stance: 'AGREES' },
        { organisation: { name: 'Arbetsförmedlingen' }, person: false },
        { organisation: null, staff: null, person: true },
      ]);
      expect((await agree('johan.region')).status).toBe(404);
      expect((await agree('karin.fk', 2)).status).toBe(404);
      expect((await eva.put('me/plan/agreement', { number: 2 })).status).toBe(404);
      await published();
      expect(await agree('karin.fk', 1)).toMatchObject({ status: 409, body: { type: 'urn:samspel:plan.newer_version' } });
      expect((await eva.put('me/plan/agreement', { number: 1 })).status).toBe(409);
      expect((await mine()).plan).toMatchObject({ number: 2, agreed: false });
    });
  });

  describe('what the person does themself', () => {
    it('is done and taken back by them, and nobody’s work but their own', async () => {
      const own = await plan.activity({ provider: 'OWN_ACTION', content: { text: 'Promenad' }, sharedWith: ALL });
      const staffs = await plan.activity({ sharedWith: ALL });
      const act = (id: string, move: string): Promise<Answer> => eva.put(`me/activities/${id}/${move}`, {});
      expect((await act(own, 'completion')).status).toBe(404);
      await published();
      expect((await act(own, 'completion')).status).toBe(204);
      expect((await act(own, 'completion')).status).toBe(204);
      expect((await mine()).plan!.otherActivities[0]).toMatchObject({ state: 'DONE', actions: ['me.reopen'] });
      const [row] = await behindTheLocks(running.database, 'select version from plan_item where id = $1', [own]);
      expect(row).toEqual({ version: 2 });
      const told = await behindTheLocks(running.database, `select recipient_assignment_id as who from notice where kind = 'activity.completed'`);
      expect(told).toEqual([{ who: town.staff['lena.region']!.assignmentId }]);
      expect((await act(own, 'reopening')).status).toBe(204);
      expect((await mine()).plan!.otherActivities[0]).toMatchObject({ state: 'PLANNED', actions: ['me.complete'] });
      expect((await act(staffs, 'completion')).status).toBe(404);
      expect((await act(randomUUID(), 'completion')).status).toBe(404);
      await behindTheLocks(
        running.database,
        `update plan_activity set state = 'COMPLETED', completed_at = now(), completed_by_assignment_id = $2, next_timer = null, next_timer_at = null where id = $1`,
        [own, town.staff['lena.region']!.assignmentId],
      );
      expect(await act(own, 'reopening')).toMatchObject({ status: 409, body: { type: 'urn:samspel:activity.reported_by_staff' } });
    });
  });
});

async function asRole(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}
