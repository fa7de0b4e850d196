import { withClient } from '../../src/platform/database/provision.ts';
import { RouteRegistry } from '../../src/access/route-registry.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { type Answer, Client, signIn } from '../support/sign-in.ts';
import { fullPlan, newPlanIds } from '../support/full-plan.ts';
import { makeHandover } from '../support/handover.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';
import { caseActs, type CaseThings, subResourceRoutes } from './case-acts.ts';

const UNKNOWN = '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42';

/** Both locks, then each alone: lock 1 held open (the gate says yes to everything), lock 2 switched off in the database. */
const LOCKS = ['both locks', 'only row security (the gate held open)', 'only the gate (row security off)'] as const;

describe.each(LOCKS)('whoever is outside the team, with %s', (locks) => {
  let running: RunningApp, town: Town, eva: TownCase, things: CaseThings;
  const outsiders: [name: string, client: Client][] = [];

  beforeAll(async () => {
    running = await startApp({ gateOpen: locks.includes('held open') });
    town = await makeTown(running);
    eva = await makeCase(running, town, { person: 'eva', team: ['karin.fk', 'lena.region', 'sofia.kommun'], alsoTo: ['work', 'af'] });
    const other = await makeCase(running, town, { person: 'olle', owner: 'johan.region', team: ['johan.region', 'nils.kommun'] });
    things = await arrange(running, town, eva);
    if (locks.includes('row security off')) await switchOffRowSecurity(running.database);
    for (const hint of ['david.fk', 'johan.region', 'maria.chef.fk', 'per.chef.af', 'sara.af'])
      outsiders.push([hint, await signIn(running.url, hint)]);
    expect(other.caseId).not.toBe(eva.caseId);
  }, 60_000);
  afterAll(() => running?.close());

  const same = (a: Answer, b: Answer): void => {
    const { instance: _a, ...left } = a.body as Record<string, unknown>;
    const { instance: _b, ...right } = b.body as Record<string, unknown>;
    expect({ status: a.status, body: left, type: a.headers.get('content-type') }).toEqual({
      status: b.status,
      body: right,
      type: b.headers.get('content-type'),
    });
  };

  it('reaches none of the case’s routes: the answer equals that for an unknown id', async () => {
    for (const [who, client] of outsiders) {
      for (const act of caseActs) {
        const real = await act.run(client, things);
        const unknown = await act.run(client, everythingUnknown());
        expect([who, act.route, real.status]).toEqual([who, act.route, 404]);
        same(real, unknown);
      }
    }
  }, 120_000);

  it('changes nothing by trying', async () => {
    const facts = await behindTheLocks<{ n: string }>(
      running.database,
      `select (select version from coordination_case where id = $1) || '/' || (select count(*) from case_note where case_id = $1) || '/' || (select count(*) from consent where case_id = $1 and withdrawn_at is null)
        || '/' || (select version || state || (select count(*) from handover_transition) from handover where case_id = $1)
        || '/' || (select count(*) from participation where case_id = $1 and until_at is null) || '/' || (select count(*) from care_team_invitation where case_id = $1 and state = 'PENDING') as n`,
      [eva.caseId],
    );
    expect(facts[0]!.n).toBe('1/1/3/1OFFERED1/3/1');
  });

  it('sees no trace of it in lists', async () => {
    for (const [, client] of outsiders) {
      for (const path of ['cases', 'my-day', 'invitations', 'handovers', 'frozen-copies']) {
        const { body } = await client.get(path);
        expect(JSON.stringify(body)).not.toMatch(new RegExp(`${eva.caseId}|${eva.personId}|Eva`));
      }
    }
  });

  it('is not the team: its members do reach the case', async () => {
    const karin = await signIn(running.url, 'karin.fk');
    expect((await karin.get(`cases/${eva.caseId}`)).status).toBe(200);
    expect((await karin.get('cases')).body.items).toHaveLength(1);
  });

  it('includes another citizen: Bengt and Olle see nothing of Eva’s', async () => {
    for (const hint of ['bengt', 'olle']) {
      const client = await signIn(running.url, hint, 'citizen');
      const plan = await client.get('me/plan');
      expect(plan.status).toBe(200);
      expect(JSON.stringify(plan.body)).not.toMatch(new RegExp(`${eva.caseId}|Eva|Karin`));
      expect((await client.put(`me/consents/${things.consentId}/withdrawal`)).status).toBe(404);
      const consents = await client.get<{ items: { id: string }[] }>('me/consents');
      expect(consents.body.items.map(({ id }) => id)).not.toContain(things.consentId);
    }
  });
});

describe('the list of acts', () => {
  it('has every route that leads into a case', async () => {
    const running = await startApp();
    try {
      const routes = running.app
        .get(RouteRegistry)
        .routes()
        .map(({ method, path }) => `${method} ${path}`);
      const into = routes.filter((route) => /^\w+ cases\/:/.test(route) || subResourceRoutes.test(route));
      expect(caseActs.map(({ route }) => route).toSorted()).toEqual(into.toSorted());
    } finally {
      await running.close();
    }
  }, 30_000);
});

function everythingUnknown(): CaseThings {
  return {
    caseId: UNKNOWN,
    noteId: UNKNOWN,
    consentId: UNKNOWN,
    participantId: UNKNOWN,
    contactId: UNKNOWN,
    invitationId: UNKNOWN,
    joinRequestId: UNKNOWN,
    coordinatorRequestId: UNKNOWN,
    handoverId: UNKNOWN,
    planId: UNKNOWN,
    goalId: UNKNOWN,
    partId: UNKNOWN,
    followUpId: UNKNOWN,
    activityId: UNKNOWN,
    personMessageId: UNKNOWN,
    representativeId: UNKNOWN,
    proposalId: UNKNOWN,
    questionId: UNKNOWN,
    ...others,
  };
}

/** Ids outside the case that acts mention; the same in both attempts. */
const others = { unitId: UNKNOWN, organisationId: UNKNOWN, assignmentId: UNKNOWN };

async function arrange(running: RunningApp, town: Town, eva: TownCase): Promise<CaseThings> {
  const { caseId, personId, consents } = eva;
  const plan = newPlanIds();
  const karin = town.staff['karin.fk']!;
  const lena = town.staff['lena.region']!;
  // Between organisations none of whose supervisors or intake is among the outsiders.
  const handoverId = await makeHandover(running, town, caseId, { from: 'lena.region', to: 'sofia.kommun' });
  return withClient(running.database.adminUrl, async (client) => {
    const one = async (sql: string, values: unknown[]): Promise<string> =>
      (await client.query<{ id: string }>(`${sql} returning id`, values)).rows[0]!.id;
    for (const [sql, values] of fullPlan(town, eva, plan)) await client.query(sql, values);
    const participants = await client.query<{ id: string }>('select id from participation where case_id = $1 and assignment_id = $2', [
      caseId,
      karin.assignmentId,
    ]);
    return {
      ...others,
      ...plan,
      caseId,
      handoverId,
      consentId: consents.fk!,
      participantId: participants.rows[0]!.id,
      noteId: await one(`insert into case_note (case_id, organisation_id, author_assignment_id, kind, text) values ($1, $2, $3, 'ORGANISATION', 'x')`, [caseId, karin.organisationId, karin.assignmentId]),
      contactId: await one(`insert into case_contact (case_id, kind, name, recorded_by_assignment_id) values ($1, 'EMPLOYER', 'Gunilla Rask', $2)`, [caseId, karin.assignmentId]),
      invitationId: await one(`insert into care_team_invitation (case_id, organisation_id, unit_id, preview, invited_by_assignment_id) values ($1, $2, $3, '{}', $4)`, [caseId, town.organisation.work, town.unit.work, karin.assignmentId]),
      joinRequestId: await one(`insert into join_request (case_id, organisation_id, requested_by_assignment_id, reason, asked_form, asked_on) values ($1, $2, $3, 'x', 'ORAL', '2026-11-01')`, [caseId, town.organisation.work, town.staff['fatima.kommun']!.assignmentId]),
      personMessageId: await one(`insert into person_message (case_id, person_id, kind, reason, made_by_person_id, responsible_assignment_id, due_at) values ($1, $2, 'STOP', 'OTHER', $2, $3, now())`, [caseId, personId, karin.assignmentId]),
      representativeId: await one(`with r as (insert into person (given_name, family_name) values ('Bengt', 'Lind') returning id)
        insert into person_representative (case_id, person_id, representative_person_id, kind, basis, valid_from, valid_to, registered_by_assignment_id)
        select $1, $2, id, 'OMBUD', 'x', '2026-01-01', '2099-01-01', $3 from r`, [caseId, personId, karin.assignmentId]),
      proposalId: await one(`insert into consent_proposal (case_id, disclosing_organisation_id, proposed_by_assignment_id, purpose, information_categories, recipients, valid_to, text_version)
        values ($1, $2, $3, 'x', '{WORK}', array[$4::uuid], '2099-01-01', '2026-11')`, [caseId, karin.organisationId, karin.assignmentId, lena.organisationId]),
      questionId: await one(`insert into team_question (case_id, asker_assignment_id, asker_organisation_id, receiver_assignment_id, receiver_organisation_id, text) values ($1, $2, $3, $4, $5, 'x')`, [caseId, karin.assignmentId, karin.organisationId, lena.assignmentId, lena.organisationId]),
      coordinatorRequestId: await one(`insert into coordinator_request (case_id, asked_assignment_id, asked_by_assignment_id) values ($1, $2, $3)`, [caseId, lena.assignmentId, karin.assignmentId]),
    }; // prettier-ignore
  });
}
