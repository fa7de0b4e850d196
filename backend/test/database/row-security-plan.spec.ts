import type { Client } from 'pg';
import { withClient } from '../../src/platform/database/provision.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { PlannedCase } from '../support/planned.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

/** Refused by a policy, a grant or a trigger, or by a key or a check that the row breaks. */
const REFUSED = /^(42501|23503|23505|23514)$/;

/** A plan is written by many hands. Reading another's words opens neither their pen nor their name, whatever the code in front asks for. */
describe('row security in a plan and around it', () => {
  let running: RunningApp, town: Town, eva: TownCase, olle: TownCase, plan: PlannedCase, other: PlannedCase;
  let theirs: string, draft: string, own: string, activity: string, action: string, message: string, proposal: string, representative: string;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town, { coordinator: 'lena.region' });
    olle = await makeCase(running, town, { person: 'olle', owner: 'sofia.kommun', team: ['sofia.kommun', 'ahmed.af'] });
    plan = await PlannedCase.of(running, town, eva);
    other = await PlannedCase.of(running, town, olle);
    theirs = await plan.item('NEED', { by: 'karin.fk', sharedWith: ['ahmed.af', 'lena.region'] });
    draft = await plan.item('GOAL', { by: 'karin.fk' });
    own = await plan.item('GOAL', { by: null });
    activity = await plan.activity({ owner: 'karin.fk', sharedWith: ['ahmed.af', 'lena.region'] });
    action = await plan.activity({ owner: 'karin.fk', provider: 'OWN_ACTION', sharedWith: ['ahmed.af', 'lena.region'] });
    const one = async (sql: string, values: unknown[]): Promise<string> =>
      (await behindTheLocks<{ id: string }>(running.database, `${sql} returning id`, values))[0]!.id;
    const { caseId, personId } = eva;
    message = await one(`insert into person_message (case_id, person_id, kind, made_by_person_id, responsible_assignment_id, due_at) values ($1, $2, 'CALL_ME', $2, $3, now())`, [caseId, personId, id('karin.fk')]);
    await one(`insert into person_rating (case_id, person_id, value, rated_on, made_by_person_id) values ($1, $2, 3, '2026-11-20', $2)`, [caseId, personId]);
    proposal = await one(
      `insert into consent_proposal (case_id, disclosing_organisation_id, proposed_by_assignment_id, purpose, information_categories, recipients, valid_to, text_version)
       values ($1, $2, $3, 'x', '{PLAN}', $4, '2027-11-01', '1')`,
      [caseId, town.organisation.af, id('ahmed.af'), [town.organisation.fk]],
    );
    representative = await one(
      `insert into person_representative (case_id, person_id, representative_person_id, kind, basis, valid_from, valid_to, registered_by_assignment_id, ended_at)
       values ($1, $2, $3, 'OMBUD', 'x', '2026-01-01', '2030-01-01', $4, now())`,
      [caseId, personId, olle.personId, id('ahmed.af')],
    );
    const version = await one(
      `insert into plan_version (plan_id, case_id, number, type, reason, organisation_id, facts, published_by_assignment_id) values ($1, $2, 1, 'REHAB_TEAM_PLAN', 'x', $3, '{}', $4)`,
      [plan.planId, caseId, town.organisation.region, id('lena.region')],
    );
    await behindTheLocks(running.database, `insert into plan_version_item (version_id, item_id, case_id, organisation_id, kind, position, item_version, content) values ($1, $2, $3, $4, 'ACTIVITY', 1, 1, '{"text":"x"}')`, [version, action, caseId, town.organisation.fk]);
  }, 60_000); // prettier-ignore
  afterAll(() => running?.close());

  const id = (hint: string): string => town.staff[hint]!.assignmentId;

  /** Runs as the app's role with the actor given, and leaves nothing behind. */
  const as = <T>(actor: string, work: (client: Client) => Promise<T>): Promise<T> =>
    withClient(running.database.urls.app, async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.actor_id', $1, true)`, [actor]);
      return work(client);
    });
  const outcome = (actor: string, sql: string, values: unknown[]): Promise<number | string> =>
    as(actor, (client) => client.query(sql, values)).then(
      ({ rowCount }) => rowCount ?? 0,
      ({ code }: { code: string }) => (REFUSED.test(code) ? 0 : code),
    );
  const refused = async (actor: string, sql: string, values: unknown[] = []): Promise<void> =>
    expect([sql, await outcome(actor, sql, values)]).toEqual([sql, 0]);
  const done = async (actor: string, sql: string, values: unknown[] = []): Promise<void> =>
    expect([sql, await outcome(actor, sql, values)]).toEqual([sql, 1]);

  it('makes nobody else the author of an item, the person least of all', async () => {
    const ahmed = id('ahmed.af');
    const change = (set: string): string => `update plan_item set ${set} where id = $1`;
    await refused(ahmed, change(`organisation_id = null, author_assignment_id = null, author_person_id = '${eva.personId}'`), [theirs]);
    await refused(ahmed, change(`organisation_id = '${town.organisation.af}', author_assignment_id = '${ahmed}'`), [theirs]);
    await refused(ahmed, change(`recorded_form = 'PHONE'`), [theirs]);
    await refused(ahmed, change(`content = '{"text":"y"}', changed_by_assignment_id = '${id('karin.fk')}'`), [theirs]);
    await done(ahmed, change(`content = '{"text":"y"}', changed_by_assignment_id = '${ahmed}'`), [theirs]);
  });

  it('leaves the person’s words to the person, and readers to the organisation whose words they are', async () => {
    const ahmed = id('ahmed.af');
    await refused(ahmed, `update plan_item set content = '{"text":"y"}' where id = $1`, [own]);
    await refused(ahmed, `update plan_item set removed_at = now() where id = $1`, [own]);
    await done(eva.personId, `update plan_item set content = '{"text":"y"}' where id = $1`, [own]);
    await refused(ahmed, `update plan_item set audience = audience || $2::uuid where id = $1`, [theirs, town.organisation.kommun]);
    await refused(ahmed, `update plan_item set removed_at = now() where id = $1`, [theirs]);
    await done(id('karin.fk'), `update plan_item set audience = audience || $2::uuid where id = $1`, [theirs, town.organisation.kommun]);
    await refused(ahmed, `update plan_item set shared_at = now(), audience = $2 where id = $1`, [draft, [town.organisation.af]]);
  });

  it('takes nobody for the person’s representative but who is', async () => {
    const write = `update plan_item set made_by_person_id = $2 where id = $1`;
    const say = `insert into plan_item (plan_id, case_id, kind, author_person_id, made_by_person_id, content, shared_at) values ($1, $2, 'NEED', $3, $4, '{"text":"x"}', now())`;
    const agree = `insert into plan_agreement (version_id, case_id, person_id, made_by_person_id, stance) select id, case_id, $2, $3, 'AGREES' from plan_version where plan_id = $1 and number = 1`;
    const acts = async (allowed: typeof done): Promise<void> => {
      await allowed(eva.personId, write, [own, olle.personId]);
      await allowed(eva.personId, say, [plan.planId, eva.caseId, eva.personId, olle.personId]);
      await allowed(eva.personId, agree, [plan.planId, eva.personId, olle.personId]);
    };
    await acts(refused);
    const right = (ended: boolean): Promise<unknown> =>
      behindTheLocks(running.database, `update person_representative set ended_at = case when $2 then now() end where id = $1`, [representative, ended]);
    await right(false);
    await acts(done);
    await refused(id('ahmed.af'), write, [own, olle.personId]);
    await refused(id('karin.fk'), write, [theirs, olle.personId]);
    await right(true);
  }); // prettier-ignore

  it('puts nothing into another case’s plan', async () => {
    const write = `insert into plan_item (plan_id, case_id, kind, organisation_id, author_assignment_id, content, parent_id) values ($1, $2, 'NEED', $3, $4, '{"text":"x"}', $5)`;
    const by = [town.organisation.af, id('ahmed.af')];
    await refused(id('ahmed.af'), write, [other.planId, eva.caseId, ...by, null]);
    const elsewhere = await other.item('GOAL', { by: 'sofia.kommun', sharedWith: ['ahmed.af'] });
    await refused(id('ahmed.af'), write, [plan.planId, eva.caseId, ...by, elsewhere]);
    await done(id('ahmed.af'), write, [plan.planId, eva.caseId, ...by, null]);
  });

  it('gives no activity to anybody of another organisation, and the person nothing but how it goes', async () => {
    const insert = `insert into plan_activity (id, plan_id, case_id, provider, state, owner_organisation_id, owner_assignment_id, due_on) values ($1, $2, $3, 'INTERVENTION', 'PLANNED', $4, $5, '2026-12-18')`;
    const mine = await plan.item('ACTIVITY', { by: 'ahmed.af' });
    await refused(id('ahmed.af'), insert, [mine, plan.planId, eva.caseId, town.organisation.fk, id('karin.fk')]);
    await refused(id('ahmed.af'), insert, [theirs, plan.planId, eva.caseId, town.organisation.af, id('ahmed.af')]);
    await done(id('ahmed.af'), insert, [mine, plan.planId, eva.caseId, town.organisation.af, id('ahmed.af')]);
    await behindTheLocks(running.database, `insert into participation (case_id, assignment_id, organisation_id, role, mandate) values ($1, $2, $3, 'x', 'MAY_DECIDE') on conflict do nothing`, [eva.caseId, id('david.fk'), town.organisation.fk]);
    const toDavid = 'update plan_activity set owner_assignment_id = $2 where id = $1';
    await refused(id('ahmed.af'), toDavid, [activity, id('david.fk')]);
    await done(id('karin.fk'), toDavid, [activity, id('david.fk')]);
    await done(eva.personId, `update plan_activity set state = 'COMPLETED', completed_at = now() where id = $1`, [action]);
    await refused(eva.personId, `update plan_activity set due_on = '2030-01-01' where id = $1`, [action]);
    await refused(eva.personId, `update plan_activity set owner_assignment_id = $2 where id = $1`, [action, id('david.fk')]);
  }); // prettier-ignore

  it('lets the coordinator alone publish, word for word what is shared, once', async () => {
    const publish = `insert into plan_version (plan_id, case_id, number, type, reason, organisation_id, facts, published_by_assignment_id) values ($1, $2, 2, 'REHAB_TEAM_PLAN', 'x', $3, '{}', $4) returning id`;
    await refused(id('ahmed.af'), publish, [plan.planId, eva.caseId, town.organisation.af, id('ahmed.af')]);
    await refused(id('ahmed.af'), `update care_plan set follow_up_on = '2030-01-01' where id = $1`, [plan.planId]);
    await done(id('lena.region'), publish, [plan.planId, eva.caseId, town.organisation.region, id('lena.region')]);
    const keep = `insert into plan_version_item (version_id, item_id, case_id, organisation_id, audience, kind, position, item_version, content)
      select $1, i.id, i.case_id, i.organisation_id, i.audience || $3::uuid[], i.kind, 1, i.version, i.content || $4 from plan_item i where i.id = $2`;
    const [before] = await behindTheLocks<{ id: string }>(running.database, 'select id from plan_version where plan_id = $1', [plan.planId]);
    await refused(id('lena.region'), keep, [before!.id, theirs, [], '{}']);
    const withNew = (audience: string[], more: string): Promise<number | string> =>
      as(id('lena.region'), async (client) => {
        const { rows } = await client.query<{ id: string }>(publish, [plan.planId, eva.caseId, town.organisation.region, id('lena.region')]);
        return (await client.query(keep, [rows[0]!.id, theirs, audience, more])).rowCount ?? 0;
      }).catch(({ code }: { code: string }) => code);
    expect(await withNew([], '{"frozen":{}}')).toBe(1);
    expect(await withNew([], '{"text":"other words"}')).toBe('42501');
    expect(await withNew([town.organisation.kommun], '{}')).toBe('42501');
  }); // prettier-ignore

  it('shows the person nothing that organisations say to each other of the plan', async () => {
    const [{ version }] = (await behindTheLocks<{ version: string }>(running.database, 'select id as version from plan_version where plan_id = $1', [plan.planId])) as [{ version: string }];
    const kinds = ['DISSENT', 'FOLLOW_UP', 'NEED'];
    for (const kind of kinds) {
      const item = await plan.item(kind, { by: 'karin.fk', sharedWith: ['lena.region'] });
      await behindTheLocks(running.database, `insert into plan_version_item (version_id, item_id, case_id, organisation_id, audience, kind, position, item_version, content) select $1, id, case_id, organisation_id, audience, kind, 1, 1, content from plan_item where id = $2`, [version, item]);
    }
    const read = async (actor: string): Promise<string[]> =>
      (await as(actor, (client) => client.query<{ kind: string }>('select kind from plan_version_item where kind = any ($1) order by kind', [kinds]))).rows.map(({ kind }) => kind);
    expect([await read(eva.personId), await read(id('lena.region')), await read(id('ahmed.af'))]).toEqual([['NEED'], kinds, []]);
  }); // prettier-ignore

  it('answers, rates, asks and consents in nobody else’s name', async () => {
    const answer = `update person_message set state = 'ANSWERED', answer = 'x', answered_at = now(), answered_by_assignment_id = $2 where id = $1`;
    await refused(id('ahmed.af'), answer, [message, id('karin.fk')]);
    await refused(eva.personId, answer, [message, id('karin.fk')]);
    await done(id('ahmed.af'), answer, [message, id('ahmed.af')]);
    const withdraw = `update person_message set state = 'WITHDRAWN', withdrawn_at = now() where id = $1`;
    await refused(id('ahmed.af'), withdraw, [message]);
    await done(eva.personId, withdraw, [message]);
    await refused(id('ahmed.af'), 'update person_message set responsible_assignment_id = $2 where id = $1', [message, id('sofia.kommun')]);
    await refused(id('ahmed.af'), 'update person_rating set value = 9');
    await refused(id('ahmed.af'), `insert into person_rating (case_id, person_id, value, recorded_by_assignment_id, recorded_form) values ($1, $2, 9, $3, 'PHONE')`, [eva.caseId, olle.personId, id('ahmed.af')]);
    await done(eva.personId, 'update person_rating set value = 9');
    const ask = `insert into team_question (case_id, asker_assignment_id, asker_organisation_id, receiver_assignment_id, receiver_organisation_id, text, answer, answered_at) values ($1, $2, $3, $4, $5, 'x', $6, $7)`;
    const parties = [eva.caseId, id('ahmed.af'), town.organisation.af, id('karin.fk'), town.organisation.fk];
    await refused(id('ahmed.af'), ask, [...parties, 'yes', '2026-11-20']);
    await done(id('ahmed.af'), ask, [...parties, null, null]);
    const settle = (state: string): string => `update consent_proposal set state = '${state}', answered_at = now() where id = $1`;
    await refused(id('ahmed.af'), settle('DECLINED'), [proposal]);
    await refused(eva.personId, settle('WITHDRAWN'), [proposal]);
    await done(id('ahmed.af'), settle('WITHDRAWN'), [proposal]);
    await done(eva.personId, settle('DECLINED'), [proposal]);
    await refused(id('ahmed.af'), 'update person_representative set ended_at = null where id = $1', [representative]);
  }); // prettier-ignore
});
