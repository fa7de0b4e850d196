import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { asked, attempt, beginPlan, planHistory, read, write } from '../support/plan.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

describe('writing an activity', () => {
  let running: RunningApp, town: Town, eva: TownCase, planId: string;
  let karin: Client, lena: Client, ahmed: Client, johan: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town, { team: ['karin.fk', 'lena.region', 'johan.region', 'ahmed.af', 'sofia.kommun'] });
    [karin, lena, ahmed, johan] = await signInAll(running.url, ['karin.fk', 'lena.region', 'ahmed.af', 'johan.region']);
    planId = await beginPlan(karin, eva.caseId);
  });
  afterAll(() => running?.close());

  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const edit = (client: Client, activity: string, version: number, change: object) =>
    client.put(`activities/${activity}`, { text: 'Samtal hos kurator.', provider: 'INTERVENTION', dueOn: '2026-12-18', ...change }, asked(version));
  const clock = async (activity: string) =>
    (
      await behindTheLocks<{ timer: string | null; at: Date | null; epoch: number }>(
        running.database,
        'select next_timer as timer, next_timer_at as at, epoch from plan_activity where id = $1',
        [activity],
      )
    )[0]!;
  const noticesOf = async (hint: string): Promise<string[]> =>
    (
      await behindTheLocks<{ kind: string }>(running.database, 'select kind from notice where recipient_assignment_id = $1 order by created_at', [
        id(hint),
      ])
    ).map(({ kind }) => kind);

  it('has one who answers from the start: the writer, or a colleague', async () => {
    const mine = await write(lena, planId, 'activities', { share: true });
    expect(await read(ahmed, mine)).toMatchObject({
      state: 'PLANNED',
      owner: { givenName: 'Lena' },
      provider: 'INTERVENTION',
      overdueDays: 0,
      after: null,
    });
    const colleagues = await write(lena, planId, 'activities', { ownerId: id('johan.region'), deputyId: id('lena.region') });
    expect(await read(johan, colleagues)).toMatchObject({ owner: { givenName: 'Johan' }, deputy: { givenName: 'Lena' }, shared: false });
    expect((await attempt(lena, planId, 'activities', { ownerId: id('ahmed.af') })).body.errors).toEqual([
      { pointer: '/ownerId', code: 'notColleague' },
    ]);
    expect((await attempt(lena, planId, 'activities', { ownerId: id('ulla.region') })).body.errors).toEqual([
      { pointer: '/ownerId', code: 'notColleague' },
    ]);
  });

  it('starts its clock when it is shared, and anew with a new day', async () => {
    const activity = await write(lena, planId, 'activities', { dueOn: '2026-12-01' });
    expect(await clock(activity)).toEqual({ timer: null, at: null, epoch: 1 });
    await lena.put(`plan-items/${activity}/sharing`, {}, asked(1));
    expect(await clock(activity)).toEqual({ timer: 'OVERDUE_OWNER', at: new Date('2026-12-01T23:00:00Z'), epoch: 1 });
    expect((await edit(lena, activity, 2, { dueOn: '2026-12-04' })).body.version).toBe(3);
    expect(await clock(activity)).toEqual({ timer: 'OVERDUE_OWNER', at: new Date('2026-12-04T23:00:00Z'), epoch: 2 });
    expect((await edit(lena, activity, 3, { dueOn: '2026-12-04', text: 'Andra ord' })).status).toBe(200);
    expect((await clock(activity)).epoch).toBe(2);
  });

  it('asks another organisation: whoever asks answers for it until then', async () => {
    const activity = await write(lena, planId, 'activities', { requestedOrganisationId: town.organisation.af, dueOn: '2026-12-10' });
    expect(await read(lena, activity)).toMatchObject({
      state: 'REQUESTED',
      requested: { organisation: { id: town.organisation.af }, staff: null, at: null },
    });
    expect(await noticesOf('ahmed.af')).toEqual([]);
    expect((await lena.put(`plan-items/${activity}/sharing`, {}, asked(1))).status).toBe(200);
    expect(await read(ahmed, activity)).toMatchObject({ state: 'REQUESTED', owner: { givenName: 'Lena' }, requested: { at: expect.any(String) } });
    expect(await noticesOf('ahmed.af')).toEqual(['activity.requested']);

    // Taken back, then asked of somebody else by name.
    expect((await edit(lena, activity, 2, {})).body.version).toBe(3);
    expect(await read(ahmed, activity)).toMatchObject({ state: 'PLANNED', requested: null });
    const toKommun = { requestedOrganisationId: town.organisation.kommun, requestedStaffId: id('sofia.kommun') };
    expect((await edit(lena, activity, 3, toKommun)).status).toBe(200);
    expect(await read(lena, activity)).toMatchObject({ state: 'REQUESTED', requested: { staff: { givenName: 'Sofia' } } });
    expect(await noticesOf('sofia.kommun')).toEqual(['activity.requested']);
    expect(await noticesOf('ahmed.af')).toEqual(['activity.requested']);
    expect(await planHistory(ahmed, eva.caseId)).toEqual(expect.arrayContaining(['activity.requested', 'activity.taken-back']));
  });

  it('does not ask whoever no consent lets it reach', async () => {
    await behindTheLocks(running.database, 'delete from consent_recipient where consent_id = $1 and organisation_id = $2', [
      eva.consents.fk,
      town.organisation.af,
    ]);
    const { status, body } = await attempt(karin, planId, 'activities', { requestedOrganisationId: town.organisation.af, share: true });
    expect([status, body.type, body.organisations]).toEqual([409, 'urn:samspel:consent.missing', [town.organisation.af]]);
  });

  it.each<[string, (town: Town) => object, string, string]>([
    ['its own organisation asked', (t) => ({ requestedOrganisationId: t.organisation.region }), '/requestedOrganisationId', 'ownOrganisation'],
    ['one outside the team asked', (t) => ({ requestedOrganisationId: t.organisation.work }), '/requestedOrganisationId', 'notInTeam'],
    [
      'somebody of another organisation named',
      (t) => ({ requestedOrganisationId: t.organisation.af, requestedStaffId: t.staff['karin.fk']!.assignmentId }),
      '/requestedStaffId',
      'notInTeam',
    ],
    [
      'another asked for the person’s own action',
      (t) => ({ provider: 'OWN_ACTION', requestedOrganisationId: t.organisation.af }),
      '/requestedOrganisationId',
      'onlyInterventions',
    ],
    ['a contact for an intervention', () => ({ performerContactId: crypto.randomUUID() }), '/performerContactId', 'onlyOtherMeasures'],
    [
      'a contact that is not there',
      () => ({ provider: 'OTHER_MEASURE', performerContactId: crypto.randomUUID() }),
      '/performerContactId',
      'notInCase',
    ],
    ['a start after its day', () => ({ startOn: '2026-12-19' }), '/startOn', 'afterDue'],
    ['a goal that is none', () => ({ goalId: crypto.randomUUID() }), '/goalId', 'notInPlan'],
    ['an order after nothing', () => ({ afterId: crypto.randomUUID() }), '/afterId', 'notInPlan'],
    ['the owner as deputy', (t) => ({ deputyId: t.staff['lena.region']!.assignmentId }), '/deputyId', 'sameAsOwner'],
  ])('refuses %s', async (_, words, pointer, code) => {
    const { status, body } = await attempt(lena, planId, 'activities', words(town));
    expect([status, body.errors]).toEqual([422, [{ pointer, code }]]);
  });

  it('refuses another organisation’s draft as goal or as what comes first, as if there were none', async () => {
    const goal = await write(karin, planId, 'goals');
    const first = await write(karin, planId, 'activities');
    expect((await attempt(lena, planId, 'activities', { goalId: goal })).body.errors[0].code).toBe('notInPlan');
    expect((await attempt(lena, planId, 'activities', { afterId: first })).body.errors[0].code).toBe('notInPlan');
  });

  it('stands in an order that never goes round', async () => {
    const one = await write(lena, planId, 'activities', { text: 'Ett', share: true });
    const two = await write(lena, planId, 'activities', { text: 'Två', afterId: one, share: true });
    expect(await read(lena, two)).toMatchObject({ after: { id: one, text: 'Ett' }, waitsForOther: true });
    expect((await edit(lena, one, 2, { afterId: two })).body.errors).toEqual([{ pointer: '/afterId', code: 'circle' }]);
    expect((await edit(lena, one, 2, { afterId: one })).body.errors).toEqual([{ pointer: '/afterId', code: 'circle' }]);
  });

  it('is changed by whoever answers for it, and by nobody when it is over', async () => {
    const activity = await write(lena, planId, 'activities', { share: true });
    const { status, body } = await edit(ahmed, activity, 2, { text: 'x' });
    expect([status, body.because]).toEqual([403, 'not_owner_organisation']);
    expect((await read(ahmed, activity)).actions).not.toContain('activity.edit');
    expect((await edit(johan, activity, 2, { text: 'En kollegas ord', ownerId: id('lena.region') })).status).toBe(200);
    await behindTheLocks(
      running.database,
      `update plan_activity set state = 'COMPLETED', completed_at = now(), next_timer = null, next_timer_at = null where id = $1`,
      [activity],
    );
    expect((await edit(lena, activity, 3, {})).body.because).toBe('activity_over');
  });

  it('shows how late it is', async () => {
    const activity = await write(lena, planId, 'activities', { dueOn: '2026-11-01', share: true });
    const days = Math.round((Date.parse(running.clock.today()) - Date.parse('2026-11-01')) / 86_400_000);
    expect(await read(lena, activity)).toMatchObject({ overdueDays: days });
  });
});
