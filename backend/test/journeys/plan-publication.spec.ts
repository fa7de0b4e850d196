import { randomUUID } from 'node:crypto';
import type { MyPlanView } from '../../src/citizen/citizen.dto.ts';
import type { PlanVersionListView, PublicationPreviewView } from '../../src/plan/publication/publication.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { PlannedCase } from '../support/planned.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

/** Reads everything of Lena's that is shared. */
const ALL = ['karin.fk', 'ahmed.af', 'sofia.kommun'];

describe('publishing a plan', () => {
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

  describe('to the person', () => {
    it('shows nothing before, and then exactly what the preview showed', async () => {
      const [contact] = await behindTheLocks<{ id: string }>(
        running.database,
        `insert into case_contact (case_id, kind, name, works_at, recorded_by_assignment_id) values ($1, 'OTHER', 'Träningshallen', 'Sjöstad', $2) returning id`,
        [made.caseId, town.staff['lena.region']!.assignmentId],
      );
      const goal = await plan.item('GOAL', { content: { text: 'Arbeta halvtid', ownWords: 'Orka jobba', plain: null }, sharedWith: ALL });
      await plan.item('WHAT_MATTERS', { by: null, content: { text: 'Mina barn' } });
      await plan.item('EARLY_SIGN', { content: { text: 'Sover dåligt', call: 'Lena' }, sharedWith: ALL });
      const walk = await plan.activity({
        parentId: goal,
        provider: 'OWN_ACTION',
        content: { text: 'Promenad', plain: 'Du går ut.' },
        sharedWith: ALL,
      });
      await plan.activity({ parentId: goal, afterId: walk, content: { text: 'Konditionsträning' }, startOn: '2026-12-01', sharedWith: ALL });
      await plan.activity({ provider: 'OTHER_MEASURE', performerId: contact!.id, content: { text: 'Gruppträning' }, sharedWith: ALL });
      await plan.activity({
        state: 'REQUESTED',
        asked: 'ahmed.af',
        content: { text: 'Kartläggning', plain: 'Du får hjälp att hitta jobb.' },
        sharedWith: ALL,
      });
      await plan.set({ follow_up_on: '2027-02-01', follow_up_caller_assignment_id: town.staff['karin.fk']!.assignmentId });
      expect(await mine()).toMatchObject({ id: null, plan: null, myWords: { text: 'Mina barn' } });

      const before = await preview();
      expect(before).toMatchObject({ status: 200, body: { next: 1, missing: [], changes: 7 } });
      expect(before.body.missingPlain.map(({ text }) => text)).toEqual(['Arbeta halvtid', 'Konditionsträning', 'Gruppträning']);
      await published();
      const shown = await mine();
      expect(shown.id).toBe(plan.planId);
      const when = { publishedAt: '' };
      expect(JSON.stringify({ ...shown.plan, ...when })).toBe(JSON.stringify({ ...before.body.person, ...when }));

      expect(shown.plan).toMatchObject({
        whatMatters: { text: 'Mina barn' },
        goals: [
          {
            words: 'Orka jobba',
            activities: [
              { words: 'Du går ut.', doneBy: 'ME', who: null, actions: ['me.complete'] },
              { words: 'Konditionsträning', doneBy: 'STAFF', who: { givenName: 'Lena' }, after: { words: 'Du går ut.' } },
            ],
          },
        ],
        otherActivities: [
          { doneBy: 'OTHER', who: { name: 'Träningshallen', worksAt: 'Sjöstad' } },
          { state: 'WAITING', who: null, asked: { name: 'Arbetsförmedlingen' }, holds: { givenName: 'Lena' } },
        ],
        mine: [walk],
        earlySigns: [{ text: 'Sover dåligt', call: 'Lena' }],
        followUp: { on: '2027-02-01', caller: { givenName: 'Karin' } },
      });
    });

    it('tells the person and the timeline, and writes in the log', async () => {
      await plan.item('GOAL', { content: { text: 'Ett mål', plain: 'Mål' }, sharedWith: ALL });
      await published();
      const notices = await behindTheLocks(running.database, 'select kind, params from notice where recipient_person_id = $1', [made.personId]);
      expect(notices).toEqual([{ kind: 'plan.published', params: { number: '1' } }]);
      const events = await behindTheLocks(running.database, 'select kind, params, shown_to_person from timeline_event where case_id = $1', [
        made.caseId,
      ]);
      expect(events).toEqual([{ kind: 'plan.published', params: { number: '1' }, shown_to_person: true }]);
      const logged = await behindTheLocks(running.database, `select action from audit_event where case_id = $1 and action = 'plan.published'`, [
        made.caseId,
      ]);
      expect(logged).toHaveLength(1);
    });

    it('never shows drafts, what only staff say to each other, or what is shared and not published', async () => {
      const goal = await plan.item('GOAL', { content: { text: 'Målet', plain: 'Målet', conflict: 'KANARIE-KONFLIKT' }, sharedWith: ALL });
      const walk = await plan.activity({ content: { text: 'Gå ut', plain: 'Gå ut' }, sharedWith: ALL });
      await plan.item('NEED', { content: { text: 'KANARIE-UTKAST' } });
      await plan.item('DISSENT', { content: { text: 'KANARIE-AVVIKANDE' }, sharedWith: ALL });
      await plan.item('FOLLOW_UP', {
        content: { heldOn: '2026-11-02', wanted: 'KANARIE-VILLE', became: 'b', why: 'w', conclusion: 'c', now: 'n' },
        sharedWith: ALL,
      });
      await published();
      await plan.item('STRENGTH', { content: { text: 'KANARIE-OPUBLICERAD' }, sharedWith: ALL });
      await plan.rewrite(goal, { text: 'KANARIE-ÄNDRAT', plain: 'KANARIE-ÄNDRAT' });
      await behindTheLocks(
        running.database,
        `insert into activity_note (activity_id, case_id, organisation_id, audience, kind, text, by_assignment_id) values ($1, $2, $3, $4, 'PROGRESS', 'KANARIE-NOT', $5)`,
        [walk, made.caseId, town.organisation.region, [town.organisation.fk], town.staff['lena.region']!.assignmentId],
      );
      const said = JSON.stringify((await eva.get('me/plan')).body);
      expect(said).toContain('Målet');
      expect(said).not.toContain('KANARIE');
    });

    it('keeps the published words while state and owner are live', async () => {
      const walk = await plan.activity({ content: { text: 'Gå ut', plain: 'Gå ut' }, sharedWith: ALL });
      await published();
      await plan.rewrite(walk, { text: 'Spring', plain: 'Spring' });
      await behindTheLocks(running.database, `update plan_activity set state = 'IN_PROGRESS', due_on = '2026-12-24' where id = $1`, [walk]);
      expect((await mine()).plan!.otherActivities).toMatchObject([{ words: 'Gå ut', state: 'GOING', dueOn: '2026-12-24' }]);
    });

    it('shows the person’s own goals and words as they stand, without anybody publishing them', async () => {
      const own = await plan.item('GOAL', { by: null, content: { text: 'Cykla till havet' } });
      expect((await mine()).myGoals).toEqual([{ itemId: own, text: 'Cykla till havet' }]);
      await published();
      await plan.rewrite(own, { text: 'Cykla runt sjön' });
      expect((await mine()).plan!.goals).toMatchObject([{ id: own, words: 'Cykla runt sjön', mine: true }]);
      await behindTheLocks(running.database, 'update plan_item set removed_at = now() where id = $1', [own]);
      expect((await mine()).plan!.goals).toEqual([]);
    });
  });

  describe('a SIP', () => {
    beforeEach(() => plan.set({ type: 'SIP' }));
    type Refusal = Answer<{ missing: { item: string; code: string }[] }>;
    const codes = ({ body }: Refusal): string[] => body.missing.map(({ item, code }) => `${item}:${code}`);

    it('is refused until the four items are there, with what is missing', async () => {
      const refused = await publish();
      expect(refused).toMatchObject({ status: 409, body: { type: 'urn:samspel:plan.incomplete' } });
      expect(codes(refused)).toEqual([
        'INTERVENTIONS:NO_INTERVENTION',
        'WHO_ANSWERS:NO_KOMMUN_INTERVENTION',
        'WHO_ANSWERS:NO_REGION_INTERVENTION',
        'OTHER_MEASURES:NO_OTHER_MEASURE_ANSWER',
        'RESPONSIBLE_AUTHORITY:NO_RESPONSIBLE_AUTHORITY',
      ]);
      await plan.activity({ sharedWith: ALL });
      const waiting = await plan.activity({ state: 'REQUESTED', asked: 'sofia.kommun', sharedWith: ALL });
      await plan.set({ no_other_measures: true });
      const again = await publish();
      expect(codes(again)).toEqual(['WHO_ANSWERS:INTERVENTION_WAITS', 'RESPONSIBLE_AUTHORITY:NO_RESPONSIBLE_AUTHORITY']);
      expect(again.body.missing[0].itemId).toBe(waiting);
      expect((await preview()).body.missing).toEqual(again.body.missing);

      await plan.activity({ owner: 'sofia.kommun', sharedWith: ['lena.region'] });
      const [principal] = await behindTheLocks<{ id: string }>(running.database, `select principal_id as id from organisation where id = $1`, [
        town.organisation.region,
      ]);
      await plan.set({ responsible_principal_id: principal!.id, responsible_principal_kind: 'REGION' });
      await published();
      expect(await behindTheLocks(running.database, 'select number from plan_version where plan_id = $1', [plan.planId])).toEqual([{ number: 1 }]);
      expect((await mine()).plan).toMatchObject({ type: 'SIP', responsibleAuthority: 'Region Sjölandet (huvudman)' });
    });
  });

  describe('by whom', () => {
    it.each([
      ['the owner', 'karin.fk', 403],
      ['another participant', 'ahmed.af', 403],
      ['a colleague outside the team', 'johan.region', 404],
    ])('%s is refused', async (_, hint, status) => {
      await plan.item('GOAL', { sharedWith: ALL });
      const unknown = await as('johan.region').post(`plans/${randomUUID()}/publication`, { reason: 'x' });
      const refused = await publish(hint);
      expect(refused).toMatchObject(status === 403 ? { status, body: { because: 'not_coordinator' } } : { status });
      if (status === 404) expect({ ...refused.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
      expect((await preview(hint)).status).toBe(status);
      expect(await versions()).toEqual([]);
    });

    it('nobody once the case is closed, and nobody without a consent', async () => {
      await behindTheLocks(running.database, 'update consent set withdrawn_at = now(), withdrawn_via = $2 where case_id = $1', [
        made.caseId,
        'PERSON',
      ]).catch(() =>
        behindTheLocks(running.database, `update consent set valid_from = '2026-01-01', valid_to = '2026-01-02' where case_id = $1`, [made.caseId]),
      );
      expect(await publish()).toMatchObject({ status: 403, body: { because: 'consent_missing' } });
    });

    it('without a reason, with an unknown property, or without a key it is refused', async () => {
      const path = `plans/${plan.planId}/publication`;
      expect((await as('lena.region').post(path, { reason: '' })).status).toBe(422);
      expect((await as('lena.region').post(path, { reason: 'x', number: 7 })).status).toBe(400);
      expect((await as('lena.region').post(path, { reason: 'x' }, { headers: { 'idempotency-key': '' } })).status).toBe(400);
    });

    it('one key is one version', async () => {
      await plan.item('GOAL', { sharedWith: ALL });
      const headers = { 'idempotency-key': randomUUID() };
      const [first, second] = [
        await as('lena.region').post(`plans/${plan.planId}/publication`, { reason: 'x' }, { headers }),
        await as('lena.region').post(`plans/${plan.planId}/publication`, { reason: 'x' }, { headers }),
      ];
      expect(second.body).toEqual(first.body);
      expect(await versions()).toHaveLength(1);
    });

    it('two at once become two numbers, never a hole', async () => {
      await plan.item('GOAL', { sharedWith: ALL });
      const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => publish('lena.region', `Nr ${index}`)));
      const made = answers.filter(({ status }) => status === 201).length;
      expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
      expect(made).toBeGreaterThanOrEqual(1);
      expect((await versions()).map(({ number }) => number)).toEqual(Array.from({ length: made }, (_, index) => made - index));
    });
  });
});
