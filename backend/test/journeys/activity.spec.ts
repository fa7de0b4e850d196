import type { MyDayView } from '../../src/my-day/my-day.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { activityOf, actOn, beginPlan, writeActivity } from '../support/plan-acts.ts';
import { type Client, signIn, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const MONDAY = new Date('2026-11-23T08:40:00Z');
const NO_CASES = 'truncate coordination_case cascade; delete from notice; delete from person_identifier; delete from person';

describe('work on an activity', () => {
  let running: RunningApp, town: Town, eva: TownCase, planId: string;
  let karin: Client, lena: Client, ahmed: Client, sara: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await running.clock.moveTo(MONDAY);
    [karin, lena, ahmed, sara] = await signInAll(running.url, ['karin.fk', 'lena.region', 'ahmed.af', 'sara.af']);
  }, 60_000);
  afterAll(() => running?.close());
  beforeEach(async () => {
    await behindTheLocks(running.database, NO_CASES);
    await running.clock.moveTo(MONDAY);
    eva = await makeCase(running, town, { team: ['karin.fk', 'lena.region', 'ahmed.af', 'sofia.kommun'] });
    planId = await beginPlan(karin, eva.caseId);
  });

  const rows = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const day = async (client: Client): Promise<MyDayView> => (await client.get<MyDayView>('my-day')).body;
  const news = async (client: Client): Promise<string[]> => (await day(client)).notices.map(({ kind }) => kind);
  const history = async (client: Client): Promise<string[]> =>
    (await client.get<{ items: { kind: string }[] }>(`cases/${eva.caseId}/timeline?kind=plan`)).body.items.map(({ kind }) => kind).toReversed();
  const askAf = (more: Record<string, unknown> = {}): Promise<string> =>
    writeActivity(lena, planId, { requestedOrganisationId: town.organisation.af, ...more });

  it('is asked for, refused with a reason, asked for anew and accepted; somebody answers for it all the way', async () => {
    const activity = await askAf();
    expect(await activityOf(ahmed, activity)).toMatchObject({ state: 'REQUESTED', owner: { givenName: 'Lena' }, actions: expect.arrayContaining(['activity.accept', 'activity.refuse']) });
    expect(await news(ahmed)).toEqual(['activity.requested']);
    expect((await day(ahmed)).activities).toMatchObject([{ id: activity, state: 'REQUESTED', text: 'Samtal hos kurator.', owner: { givenName: 'Lena' }, case: { id: eva.caseId } }]);

    const refused = await actOn(ahmed, activity, 'refusal', { code: 'NO_CAPACITY', text: 'Vi har ingen plats före jul.', suggestion: 'Fråga kommunen.' });
    expect([refused.status, refused.body]).toMatchObject([200, { state: 'DECLINED', declineCode: 'NO_CAPACITY', owner: { givenName: 'Lena' } }]);
    const declined = await activityOf(lena, activity);
    expect(declined.notes).toMatchObject([{ kind: 'DECLINED', code: 'NO_CAPACITY', text: 'Vi har ingen plats före jul.\n\nFråga kommunen.', by: { givenName: 'Ahmed' } }]);
    expect(await news(lena)).toEqual(['activity.declined']);
    expect((await day(lena)).activities).toMatchObject([{ id: activity, state: 'DECLINED' }]);

    const taken = await actOn(lena, activity, 'recall');
    expect(taken.body).toMatchObject({ state: 'PLANNED', requested: null, declineCode: null, owner: { givenName: 'Lena' } });
    const again = { text: 'Samtal hos kurator.', provider: 'INTERVENTION', dueOn: '2026-12-04', requestedOrganisationId: town.organisation.af };
    const asked = await lena.put(`activities/${activity}`, again, { headers: { 'if-match': `"${taken.body.version}"` } });
    expect(asked.status).toBe(200);
    const accepted = await actOn(ahmed, activity, 'acceptance', { dueOn: '2026-12-11' });
    expect(accepted.body).toMatchObject({ state: 'PLANNED', dueOn: '2026-12-11', requested: null, owner: { givenName: 'Ahmed', organisation: { id: town.organisation.af } } });
    expect(await news(lena)).toEqual(['activity.accepted', 'activity.declined']);
    expect(await history(lena)).toEqual(expect.arrayContaining(['activity.requested', 'activity.declined', 'activity.taken-back', 'activity.requested', 'activity.accepted']));
    expect(await rows(`select action from audit_event where subject_id = $1 and action like 'activity.%' and action <> 'activity.read' order by id`, [activity])).toEqual(
      ['activity.declined', 'activity.taken-back', 'activity.accepted'].map((action) => ({ action })),
    );
  }); // prettier-ignore

  it('is done in one click, undone in one, and goes on where it stood', async () => {
    const activity = await writeActivity(lena, planId);
    const [mine] = (await day(lena)).activities;
    expect(mine).toMatchObject({ id: activity, days: 11, actions: expect.arrayContaining(['activity.complete']) });
    const done = await lena.put(`activities/${activity}/completion`, {}, { headers: { 'if-match': `"${mine!.version}"` } });
    expect([done.status, done.body]).toMatchObject([200, { state: 'COMPLETED', completedAt: expect.any(String), completedByPerson: false, actions: expect.arrayContaining(['activity.reopen']) }]);
    expect((await day(lena)).activities).toEqual([]);
    const reopened = await actOn(lena, activity, 'reopening', {}, done.body.version);
    expect([reopened.status, reopened.body.state, reopened.body.completedAt]).toEqual([200, 'PLANNED', null]);

    await actOn(lena, activity, 'start');
    const blocked = await actOn(lena, activity, 'block', { category: 'INFORMATION', text: 'Utlåtandet saknas.' });
    expect(blocked.body).toMatchObject({ state: 'BLOCKED', blockedCategory: 'INFORMATION', notes: [{ kind: 'BLOCKED', text: 'Utlåtandet saknas.' }] });
    expect((await activityOf(ahmed, activity)).notes).toMatchObject([{ text: 'Utlåtandet saknas.' }]);
    expect((await actOn(lena, activity, 'resumption')).body).toMatchObject({ state: 'IN_PROGRESS', blockedCategory: null });
    await actOn(lena, activity, 'completion');
    expect((await actOn(lena, activity, 'reopening')).body.state).toBe('IN_PROGRESS');
    expect((await actOn(lena, activity, 'cancellation', { code: 'NOT_NEEDED' })).body).toMatchObject({ state: 'CANCELLED', cancelCode: 'NOT_NEEDED' });
    expect((await actOn(lena, activity, 'reopening')).body.state).toBe('PLANNED');
  }); // prettier-ignore

  it('a deputy works with it, and decides nothing about it', async () => {
    await rows(
      `insert into participation (case_id, assignment_id, organisation_id, role, mandate) values ($1, $2, $3, 'handläggare', 'MAY_DECIDE')`,
      [eva.caseId, id('johan.region'), town.organisation.region],
    );
    const activity = await writeActivity(lena, planId, { deputyId: id('johan.region') });
    const [johan] = await signInAll(running.url, ['johan.region']);
    const note = await johan.post(`activities/${activity}/notes`, { text: 'Tre samtal är gjorda.' });
    expect(note.status).toBe(201);
    expect((await activityOf(lena, activity)).notes).toMatchObject([{ kind: 'PROGRESS', text: 'Tre samtal är gjorda.', by: { givenName: 'Johan' } }]);
    expect(
      await rows(
        `select d.from_organisation_id as from, d.content ->> 'text' as text, count(*)::int as to from disclosure d join disclosure_recipient r on r.disclosure_id = d.id where d.subject_kind = 'ACTIVITY_NOTE' group by 1, 2`,
      ),
    ).toEqual([{ from: town.organisation.region, text: 'Tre samtal är gjorda.', to: 3 }]);
    expect((await actOn(johan, activity, 'cancellation', { code: 'REPLACED' })).body).toMatchObject({ status: 403, because: 'not_owner' });
    expect((await actOn(johan, activity, 'completion')).body).toMatchObject({ state: 'COMPLETED' });
    expect(await news(lena)).toEqual(['activity.completed']);
  });

  it('refuses: strangers 404, others 403, stale 412, missing 428, the wrong state 409, unknown properties 400', async () => {
    const activity = await writeActivity(lena, planId);
    expect((await sara.put(`activities/${activity}/completion`, {}, { headers: { 'if-match': '"1"' } })).status).toBe(404);
    expect((await actOn(karin, activity, 'completion')).body).toMatchObject({
      status: 403,
      type: 'urn:samspel:policy.forbidden',
      because: 'not_owner',
    });
    expect((await actOn(ahmed, activity, 'acceptance')).body).toMatchObject({ status: 403, because: 'not_asked' });
    const { version } = await activityOf(lena, activity);
    expect((await actOn(lena, activity, 'completion', {}, version - 1)).body).toMatchObject({ status: 412, currentEtag: `"${version}"` });
    expect((await lena.put(`activities/${activity}/completion`, {})).status).toBe(428);
    expect((await actOn(lena, activity, 'resumption')).body).toMatchObject({ status: 409, type: 'urn:samspel:activity.state', state: 'PLANNED' });
    expect((await actOn(lena, activity, 'block', { category: 'TIME', state: 'COMPLETED' })).status).toBe(400);
    expect((await actOn(lena, activity, 'block', { category: 'LATER' })).status).toBe(422);
    const asked = await askAf();
    expect((await actOn(ahmed, asked, 'acceptance', { startOn: '2026-12-05' })).status).toBe(422);
  });

  it('one of two who answer the same question is first, the other learns that', async () => {
    const activity = await askAf();
    const { version } = await activityOf(ahmed, activity);
    const answers = await Promise.all([
      actOn(ahmed, activity, 'acceptance', {}, version),
      actOn(ahmed, activity, 'refusal', { code: 'NO_CAPACITY' }, version),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('words go to nobody whom no consent covers, and nothing else happens either', async () => {
    const activity = await writeActivity(lena, planId);
    await rows('delete from consent_recipient where consent_id = $1 and organisation_id = $2', [eva.consents.region, town.organisation.af]);
    const refused = await actOn(lena, activity, 'block', { category: 'TIME', text: 'Hemligt.' });
    expect(refused.body).toMatchObject({ status: 409, type: 'urn:samspel:consent.missing', organisations: [town.organisation.af] });
    expect((await activityOf(lena, activity)).state).toBe('PLANNED');
    expect((await actOn(lena, activity, 'block', { category: 'TIME' })).body.state).toBe('BLOCKED');
  });

  it('keeps whoever answers for it in the team, and whoever closes says what becomes of it', async () => {
    const activity = await writeActivity(lena, planId);
    const people = (await lena.get<{ items: { id: string; staff: { assignmentId: string } }[] }>(`cases/${eva.caseId}/care-team/participants`)).body;
    const list = (Array.isArray(people) ? people : people.items) as { id: string; staff: { assignmentId: string } }[];
    const lenas = list.find(({ staff }) => staff.assignmentId === id('lena.region'))!;
    expect((await lena.put(`participants/${lenas.id}/departure`)).body).toMatchObject({ status: 409, type: 'urn:samspel:participant.accountable' });

    const close = async (more: object = {}) => {
      const { version } = (await karin.get(`cases/${eva.caseId}`)).body;
      return karin.put(`cases/${eva.caseId}/closure`, { reason: 'GOALS_REACHED', remainingWork: '', personInformed: true, ...more }, { headers: { 'if-match': `"${version}"` } });
    };
    expect((await close()).body).toMatchObject({ status: 409, type: 'urn:samspel:plan.activities_open' });
    expect((await close({ openActivities: 'CONTINUE_WITH_OWNER' })).status).toBe(204);
    expect(await activityOf(lena, activity)).toMatchObject({ state: 'CANCELLED', cancelCode: 'CONTINUES_WITH_OWNER', actions: [] });
    expect(await history(lena)).toContain('activity.cancelled');
    expect((await actOn(lena, activity, 'reopening')).body).toMatchObject({ status: 409, type: 'urn:samspel:case.closed' });
  }); // prettier-ignore

  it('what was done can be left and closed', async () => {
    const activity = await writeActivity(lena, planId);
    await actOn(lena, activity, 'completion');
    const { version } = (await karin.get(`cases/${eva.caseId}`)).body;
    const close = { reason: 'GOALS_REACHED', remainingWork: '', personInformed: true };
    expect((await karin.put(`cases/${eva.caseId}/closure`, close, { headers: { 'if-match': `"${version}"` } })).status).toBe(204);
    expect((await activityOf(lena, activity)).state).toBe('COMPLETED');
  });

  it.each([
    { by: 'through Lena', take: (consent: string) => lena.put(`consents/${consent}/withdrawal`) },
    { by: 'by Eva herself', take: async (consent: string) => (await signIn(running.url, 'eva', 'citizen')).put(`me/consents/${consent}/withdrawal`) },
  ])('ends with the consent it stood on, taken back $by: what AF answered for is cancelled, what AF was asked for goes back', async ({ take }) => {
    const theirs = await writeActivity(ahmed, planId);
    const asked = await askAf();
    for (const place of ['fk', 'region', 'kommun'] as const) {
      await rows('delete from consent_recipient where consent_id = $1 and organisation_id = $2', [eva.consents[place], town.organisation.af]);
    }
    await rows(`insert into consent_recipient (consent_id, case_id, organisation_id) values ($1, $2, $3)`, [eva.consents.region, eva.caseId, town.organisation.af]);
    expect((await take(eva.consents.region!)).status).toBe(204);
    expect(await rows(`select id, state, cancel_code, decline_code, next_timer from plan_activity order by state`)).toEqual([
      { id: theirs, state: 'CANCELLED', cancel_code: 'CONSENT_WITHDRAWN', decline_code: null, next_timer: null },
      { id: asked, state: 'DECLINED', cancel_code: null, decline_code: 'PERSON_DECLINES', next_timer: 'OVERDUE_OWNER' },
    ]);
    expect(await rows(`select kind, params ->> 'reference' is not null as told from notice where recipient_assignment_id = $1 and kind like 'activity.%'`, [id('lena.region')])).toEqual([{ kind: 'activity.declined', told: true }]);
    expect(await rows(`select kind from notice where recipient_assignment_id = $1 and kind like 'activity.%'`, [id('karin.fk')])).toEqual([{ kind: 'activity.cancelled' }]);
    expect(await rows(`select 1 from timeline_event where kind = 'activity.cancelled' and $1 = any (audience)`, [town.organisation.af])).toEqual([]);
  }); // prettier-ignore
});
