import type { HandoverUnitsView } from '../../src/handover/handover-units.dto.ts';
import type { CaseHandoversView } from '../../src/handover/handover.dto.ts';
import { revokeForActivity } from '../../src/handover/revoking-moot.ts';
import type { Actor } from '../../src/access/actor.ts';
import { watchOwners } from '../../src/alert/owner-loss.ts';
import { Database, type Tx } from '../../src/platform/database/database.ts';
import { Outbox } from '../../src/platform/outbox/outbox.ts';
import pg from 'pg';
import { makeActivity } from '../support/activity.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { act, ANSWERS, done, draft, offer, read, WORDS } from '../support/handover-acts.ts';
import { type Answer, type Client, type Json, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const NO_CASES = 'truncate coordination_case cascade; delete from person_identifier; delete from person';
const TEXT = 'Arbetsträning två dagar i veckan';

describe('handing over one activity', () => {
  let running: RunningApp, town: Town, eva: TownCase, activityId: string;
  let karin: Client, david: Client, sara: Client, lena: Client, maria: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await running.clock.moveTo(new Date('2026-11-23T08:40:00Z'));
    [karin, david, sara, lena, maria] = await signInAll(running.url, ['karin.fk', 'david.fk', 'sara.af', 'lena.region', 'maria.chef.fk']);
  }, 60_000);
  afterAll(() => running?.close());
  beforeEach(async () => {
    await rows(NO_CASES);
    await rows('update assignment set valid_to = null where valid_to is not null');
    eva = await makeCase(running, town, { owner: 'lena.region', team: ['karin.fk', 'lena.region'], alsoTo: ['af'] });
    activityId = await makeActivity(running, town, eva.caseId, { owner: 'karin.fk', text: TEXT });
  });

  const rows = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const wish = (more: object = {}) => ({ scope: 'ACTIVITY' as const, activityId, toUnitId: town.unit.af, answerBy: '2026-11-27', ...more });
  const accept = (client: Client, handoverId: string, version?: number): Promise<Answer> =>
    act(client, handoverId, 'acceptance', { ...ANSWERS, firstContactOn: '2026-11-25' }, version);
  const activity = async (): Promise<Json> =>
    (
      await rows<Json>(
        `select t.state, t.owner_assignment_id as owner, t.owner_organisation_id as organisation, t.requested_organisation_id as requested, i.version, i.audience
         from plan_activity t join plan_item i on i.id = t.id where t.id = $1`,
        [activityId],
      )
    )[0]!;
  const as = <T>(hint: string, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> => {
    const { assignmentId, organisationId } = town.staff[hint]!;
    const actor = { kind: 'STAFF', id: assignmentId, organisationId } as Actor;
    return running.app.get(Database).transaction(actor, (tx) => work(tx, actor));
  };
  const began = (body: object): Promise<Answer<Json>> => karin.post<Json>(`cases/${eva.caseId}/handovers`, { scope: 'ACTIVITY', ...WORDS, toUnitId: town.unit.af, answerBy: '2026-11-27', ...body }); // prettier-ignore

  it('is called off by itself when a colleague gets the activity by an edit', async () => {
    await rows(NO_CASES);
    eva = await makeCase(running, town, { owner: 'lena.region', team: ['karin.fk', 'david.fk', 'lena.region'], alsoTo: ['af'] });
    activityId = await makeActivity(running, town, eva.caseId, { owner: 'karin.fk', text: TEXT });
    const handoverId = await offer(karin, eva.caseId, wish());
    const body = { text: TEXT, provider: 'INTERVENTION', ownerId: id('david.fk'), dueOn: '2026-12-18' };
    const edited = await karin.put(`activities/${activityId}`, body, { headers: { 'if-match': '"1"' } });
    expect(edited.status).toBe(200);
    expect((await activity()).owner).toBe(id('david.fk'));
    expect((await read(karin, handoverId)).state).toBe('REVOKED');
  });

  it('a new organisation joins, owns it, reads it and leaves the case with its owner', async () => {
    const handoverId = await offer(karin, eva.caseId, wish());
    expect((await read(sara, handoverId)).activity).toEqual({ id: activityId, text: null });
    expect((await read(karin, handoverId)).activity).toEqual({ id: activityId, text: TEXT });
    // Not shared with the region yet, whose people see that there is a handover and not what of.
    expect((await lena.get<CaseHandoversView>(`cases/${eva.caseId}/handovers`)).body.items).toMatchObject([
      { id: handoverId, scope: 'ACTIVITY', activity: { id: activityId, text: null } },
    ]);
    expect((await lena.get(`cases/${eva.caseId}`)).body.holder.handovers).toEqual([]);
    const before = await activity();
    const accepted = await done(accept(sara, handoverId));
    expect(accepted.body).toMatchObject({
      state: 'ACCEPTED',
      activity: { id: activityId, text: TEXT },
      accountable: { assignmentId: id('sara.af') },
    });
    expect(await activity()).toEqual({ state: 'PLANNED', owner: id('sara.af'), organisation: town.organisation.af, requested: null, version: (before['version'] as number) + 1, audience: [town.organisation.af] }); // prettier-ignore
    expect(await rows('select owner_assignment_id as owner, coordinator_assignment_id as leads from coordination_case')).toEqual([
      { owner: id('lena.region'), leads: id('lena.region') },
    ]);
    expect(await rows('select assignment_id as id from participation where organisation_id = $1 and until_at is null', [town.organisation.af])).toEqual([{ id: id('sara.af') }]); // prettier-ignore
    const shared = await rows<Json>(
      `select d.subject_kind as kind, d.subject_id = $1 as it, d.information_category as category, d.disclosed_by_assignment_id as by, d.content->>'text' as text
       from disclosure d join disclosure_recipient r on r.disclosure_id = d.id where r.organisation_id = $2 order by d.subject_kind, d.subject_version`,
      [activityId, town.organisation.af],
    );
    const by = id('karin.fk');
    expect(shared).toEqual([
      { kind: 'HANDOVER', it: false, category: 'CONTACT', by, text: null },
      { kind: 'HANDOVER', it: false, category: 'SITUATION', by, text: null },
      { kind: 'PLAN_ITEM', it: true, category: 'PLAN', by, text: TEXT },
    ]);
    await done(act(sara, handoverId, 'first-contact', { on: '2026-11-23', present: ['PERSON'] }));
    await done(act(sara, handoverId, 'completion', { outcome: 'Träningen har börjat.' }));
    expect((await done(act(karin, handoverId, 'acknowledgement'))).status).toBeLessThan(300);
  });

  it('another organisation’s words go no further with it than that one has let them', async () => {
    await rows(`update plan_item set organisation_id = $2, author_assignment_id = $3, audience = $4 where id = $1`, [activityId, town.organisation.region, id('lena.region'), [town.organisation.fk]]);
    const units = (await karin.get<HandoverUnitsView>(`cases/${eva.caseId}/handover-units?scope=ACTIVITY&activityId=${activityId}`)).body.items;
    expect(units.find(({ unit }) => unit.id === town.unit.af)).toMatchObject({ canReceive: false, because: 'consent_missing' });
    expect(units.find(({ unit }) => unit.id === town.unit.fk)).toMatchObject({ canReceive: true });
    const waiting = await draft(karin, eva.caseId, wish());
    expect((await act(karin, waiting, 'offer')).body).toMatchObject({ status: 409, type: 'urn:samspel:handover.words_of_another' });
    await rows(`update plan_item set audience = $2 where id = $1`, [activityId, [town.organisation.fk, town.organisation.af]]);
    await done(act(karin, waiting, 'offer'));
    // Taken from its readers while the question waited.
    await rows(`update plan_item set audience = $2 where id = $1`, [activityId, [town.organisation.fk]]);
    expect((await accept(sara, waiting)).body).toMatchObject({ status: 409, type: 'urn:samspel:handover.not_holder' });
    expect(await activity()).toMatchObject({ owner: id('karin.fk'), audience: [town.organisation.fk] });
    expect(await rows(`select 1 from disclosure where subject_kind = 'PLAN_ITEM'`)).toEqual([]);
  }); // prettier-ignore

  it('a colleague takes over without any consent between organisations, and nothing is shared', async () => {
    const handoverId = await offer(karin, eva.caseId, wish({ toUnitId: town.unit.fk, nomineeId: id('david.fk') }));
    await done(accept(david, handoverId));
    expect(await activity()).toMatchObject({ owner: id('david.fk'), organisation: town.organisation.fk, audience: [] });
    expect(await rows(`select 1 from disclosure`)).toEqual([]);
  });

  it('a no leaves it with the sender, and counts for this activity alone', async () => {
    const other = await makeActivity(running, town, eva.caseId, { owner: 'karin.fk', text: 'Något annat' });
    const handoverId = await offer(karin, eva.caseId, wish());
    const beside = await offer(karin, eva.caseId, wish({ activityId: other }));
    await done(act(sara, handoverId, 'refusal', { code: 'NO_CAPACITY' }));
    expect(await activity()).toMatchObject({ owner: id('karin.fk'), state: 'PLANNED', version: 1 });
    expect(await read(karin, beside)).toMatchObject({ state: 'OFFERED', bounces: 0 });
    const again = await offer(karin, eva.caseId, wish());
    expect((await read(karin, again)).bounces).toBe(1);
    await done(act(karin, beside, 'revocation'));
    expect((await read(karin, await offer(karin, eva.caseId, wish({ activityId: other })))).bounces).toBe(0);
    // The measures follow each baton by itself too.
    const journeys = await as('maria.chef.fk', (tx) =>
      tx.query<{ bounces: number }[]>(
        `select bounces from app.link_journeys('2026-11-01', '2026-12-01', app.domain_now()) where bounces is not null order by 1`,
      ),
    );
    expect(journeys.map(({ bounces }) => bounces)).toEqual([0, 1]);
  });

  it('one waits at a time and one draft is begun, for each activity', async () => {
    const other = await makeActivity(running, town, eva.caseId, { owner: 'karin.fk' });
    const first = await draft(karin, eva.caseId, wish());
    await draft(karin, eva.caseId, wish({ activityId: other }));
    expect(await began({ activityId })).toMatchObject({ status: 409, body: { type: 'urn:samspel:handover.draft_exists', id: first } });
    await done(act(karin, first, 'offer'));
    const second = await draft(karin, eva.caseId, wish());
    expect((await act(karin, second, 'offer')).body).toMatchObject({ type: 'urn:samspel:handover.pending' });
  });

  it.each<[string, (other: string) => object, number, object]>([
    ['no activity', () => ({}), 422, { errors: [{ pointer: '/activityId', code: 'required' }] }],
    ['an activity for the case itself', (other) => ({ scope: 'COORDINATOR_ROLE', activityId: other }), 422, { errors: [{ pointer: '/activityId', code: 'notOfThisScope' }] }],
    ['one of no plan here', () => ({ activityId: '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42' }), 422, { errors: [{ pointer: '/activityId', code: 'unknown' }] }],
    ['one the actor does not read', (other) => ({ activityId: other }), 422, { errors: [{ pointer: '/activityId', code: 'unknown' }] }],
  ])('is not begun with %s', async (_, body, status, answer) => {
    const other = await makeActivity(running, town, eva.caseId, { owner: 'lena.region' });
    expect(await began(body(other))).toMatchObject({ status, body: answer });
  }); // prettier-ignore

  it('is its owner’s to hand over, while it is open and shared', async () => {
    const theirs = await makeActivity(running, town, eva.caseId, { owner: 'lena.region', audience: ['fk'] });
    expect((await began({ activityId: theirs })).body).toMatchObject({ status: 403, because: 'not_accountable' });
    const query = (which: string): Promise<Answer<HandoverUnitsView>> =>
      karin.get(`cases/${eva.caseId}/handover-units?scope=ACTIVITY&activityId=${which}`);
    expect((await query(theirs)).status).toBe(403);
    for (const wrong of [{ state: 'COMPLETED' as const }, { shared: false }]) {
      const not = await makeActivity(running, town, eva.caseId, { owner: 'karin.fk', ...wrong });
      expect((await began({ activityId: not })).body).toMatchObject({ type: 'urn:samspel:handover.activity_not_open' });
    }
    const { body } = await query(activityId);
    expect(body.activity).toEqual({ id: activityId, text: TEXT });
    expect(body.items.find(({ unit }) => unit.id === town.unit.af)).toMatchObject({ covered: true, canReceive: true });
  });

  it('is not sent where the consent leaves the plan out', async () => {
    const handoverId = await draft(karin, eva.caseId, wish());
    await rows(`update consent set information_categories = '{CONTACT,SITUATION}' where id = $1`, [eva.consents.fk]);
    const { body } = await karin.get<HandoverUnitsView>(`cases/${eva.caseId}/handover-units?scope=ACTIVITY&activityId=${activityId}`);
    expect(body.items.find(({ unit }) => unit.id === town.unit.af)).toMatchObject({ covered: false, because: 'consent_missing' });
    expect((await act(karin, handoverId, 'offer')).body).toMatchObject({
      type: 'urn:samspel:consent.missing',
      organisations: [town.organisation.af],
    });
    expect(await rows('select 1 from disclosure')).toEqual([]);
  });

  it('stops when the person takes the consent back', async () => {
    const handoverId = await offer(karin, eva.caseId, wish());
    await done(karin.put(`consents/${eva.consents.fk}/withdrawal`));
    expect(await rows('select state from handover where id = $1', [handoverId])).toEqual([{ state: 'STOPPED_BY_PERSON' }]);
    expect((await accept(sara, handoverId, 2)).status).toBeGreaterThanOrEqual(400);
    expect(await activity()).toMatchObject({ organisation: town.organisation.fk });
  });

  it('two who accept at once: one owns it, the other is told', async () => {
    await rows(`update assignment set functions = '{intake}' where id = $1`, [id('ahmed.af')]);
    const [ahmed] = await signInAll(running.url, ['ahmed.af']);
    const handoverId = await offer(karin, eva.caseId, wish());
    const answers = await Promise.all([sara, ahmed].map((client) => accept(client, handoverId, 2)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const winner = id(answers[0]!.status === 200 ? 'sara.af' : 'ahmed.af');
    expect(await activity()).toMatchObject({ owner: winner });
    expect(await rows('select assignment_id as id from participation where organisation_id = $1', [town.organisation.af])).toEqual([{ id: winner }]);
  });

  it('is found by itself when its owner has left: the supervisor answers until a colleague has said yes', async () => {
    const workers = new pg.Pool({ connectionString: running.database.urls.worker, max: 1 });
    await rows(`update assignment set valid_to = '2026-11-22' where id = $1`, [id('karin.fk')]);
    await watchOwners(workers, new Outbox());
    await workers.end();
    const [search] = await rows<{ id: string }>('select id from handover');
    const view = await read(maria, search!.id);
    // Whoever stands in knows that there is an activity, and neither the case nor its words.
    expect(view).toMatchObject({ scope: 'ACTIVITY', origin: 'OWNER_LOST', ownerLost: true, caseId: null, content: null, activity: { id: activityId, text: null } });
    expect(view.accountable.assignmentId).toBe(id('maria.chef.fk'));
    expect((await maria.get<Json>('alerts')).body['items']).toMatchObject([{ rung: 'OWNER_LOST', handover: { id: search!.id, scope: 'ACTIVITY' } }]);
    expect((await rows('select owner_lost_at is not null as lost from plan_activity'))[0]).toEqual({ lost: true });
    await done(act(maria, search!.id, 'nomination', { assignmentId: id('david.fk') }));
    await done(accept(david, search!.id));
    expect(await activity()).toMatchObject({ owner: id('david.fk'), audience: [] });
    expect(await rows('select owner_lost_at from plan_activity')).toEqual([{ owner_lost_at: null }]);
    expect(await rows(`select resolution from alert where rung = 'OWNER_LOST'`)).toEqual([{ resolution: 'OWNER_EXISTS' }]);
  }); // prettier-ignore

  it('what was asked of somebody else goes on as planned when it is taken over', async () => {
    activityId = await makeActivity(running, town, eva.caseId, { owner: 'karin.fk', asked: 'region', audience: ['region'] });
    const handoverId = await offer(karin, eva.caseId, wish());
    await done(accept(sara, handoverId));
    expect(await activity()).toMatchObject({ state: 'PLANNED', owner: id('sara.af'), requested: null });
  });

  it.each([
    ['finished', `update plan_activity set state = 'COMPLETED', completed_at = app.domain_now() where id = $1`],
    ['removed', 'update plan_item set removed_at = app.domain_now() where id = $1'],
  ])('ends by itself with the activity: %s', async (_, change) => {
    const handoverId = await offer(karin, eva.caseId, wish({ toUnitId: town.unit.fk, nomineeId: id('david.fk') }));
    const revoke = (): Promise<void> => as('karin.fk', (tx, actor) => revokeForActivity(tx, actor, activityId));
    await revoke();
    expect((await read(karin, handoverId)).state).toBe('OFFERED');
    await rows(change, [activityId]);
    expect((await accept(david, handoverId, 2)).body).toMatchObject({ type: 'urn:samspel:handover.not_holder' });
    await revoke();
    expect(await read(karin, handoverId)).toMatchObject({ state: 'REVOKED', court: 'NOBODY', clock: { stage: null } });
    expect(
      await rows(`select act, reason_code as code from handover_transition where handover_id = $1 order by id desc limit 1`, [handoverId]),
    ).toEqual([{ act: 'revoke', code: 'ACTIVITY_OVER' }]);
    expect(await rows(`select recipient_assignment_id as id from notice where kind = 'handover.revoked'`)).toEqual([{ id: id('david.fk') }]);
    await revoke();
    expect(await rows(`select 1 from timeline_event where kind = 'handover.revoked'`)).toHaveLength(1);
    expect((await accept(david, handoverId, 2)).status).toBe(409);
  });

  it('is one of what somebody answers for, and its supervisor plans it', async () => {
    const { body } = await maria.get<Json>(`caseloads/${id('karin.fk')}`);
    expect(body['items']).toEqual([{ caseId: eva.caseId, reference: expect.any(String), scope: 'ACTIVITY', activityId, dueOn: '2026-12-18', covered: true, pendingHandoverId: null }]); // prettier-ignore
    const receivers = [{ caseId: eva.caseId, scope: 'ACTIVITY', activityId, nomineeId: id('david.fk') }, { caseId: eva.caseId, scope: 'ACTIVITY', nomineeId: id('david.fk') }]; // prettier-ignore
    const sent = await maria.post<Json>('caseload-handovers', { assignmentId: id('karin.fk'), receivers, answerBy: '2026-12-01' });
    expect(sent.body).toEqual({ offered: 1, refused: [{ caseId: eva.caseId, scope: 'ACTIVITY', activityId: null, because: 'not_in_caseload' }] });
    const [made] = await rows<{ id: string }>('select id from handover');
    await done(accept(david, made!.id));
    expect(await activity()).toMatchObject({ owner: id('david.fk') });
  });

  it('its words stay with those who read them, also when row security is off', async () => {
    const handoverId = await offer(karin, eva.caseId, wish());
    await switchOffRowSecurity(running.database);
    for (const client of [sara, lena, maria]) expect((await read(client, handoverId)).activity).toEqual({ id: activityId, text: null });
    expect((await read(karin, handoverId)).activity?.text).toBe(TEXT);
    const theirs = await makeActivity(running, town, eva.caseId, { owner: 'lena.region' });
    expect(await began({ activityId: theirs })).toMatchObject({ status: 422 });
  });
});
