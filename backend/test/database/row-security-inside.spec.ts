import type { Client } from 'pg';
import { withClient } from '../../src/platform/database/provision.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

/** Refused by a policy or a grant, or by a key or a check that the row breaks. */
const REFUSED = /^(42501|23503|23505|23514)$/;

/** Who is at work and who stands in for whom: all that the worker asks with the definer's sight. */
const WORKER_CALLS = ['works_today', 'is_away', 'can_answer', 'standing_in_for', 'readers_of_activities'];

/** Being in the team opens the case, not what others keep in it, and not their pen. */
describe('row security between members of one team', () => {
  let running: RunningApp, town: Town, eva: TownCase, olle: TownCase;
  const thing: Record<string, string> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town, { person: 'eva', alsoTo: ['work'] });
    olle = await makeCase(running, town, { person: 'olle', owner: 'johan.region', team: ['johan.region', 'nils.kommun'] });
    await arrange();
  }, 60_000);
  afterAll(() => running?.close());

  const id = (hint: string): string => town.staff[hint]!.assignmentId;

  /** Runs as the app's role with `hint` acting, and leaves nothing behind. */
  const as = <T>(hint: string, work: (client: Client) => Promise<T>): Promise<T> =>
    withClient(running.database.urls.app, async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.actor_id', $1, true)`, [id(hint)]);
      return work(client);
    });

  const refused = async (hint: string, sql: string, values: unknown[] = []): Promise<void> => {
    const outcome = await as(hint, (client) => client.query(sql, values)).then(
      ({ rowCount }) => (rowCount === 0 ? 'no row' : `${rowCount} rows written`),
      ({ code }: { code: string }) => (REFUSED.test(code) ? 'no row' : code),
    );
    expect([sql, outcome]).toEqual([sql, 'no row']);
  };

  async function arrange(): Promise<void> {
    const one = async (sql: string, values: unknown[]): Promise<string> =>
      (await behindTheLocks<{ id: string }>(running.database, `${sql} returning id`, values))[0]!.id;
    const { fk, region } = town.organisation;
    const karin = id('karin.fk');
    thing['note'] = await one(`insert into case_note (case_id, organisation_id, author_assignment_id, kind, text) values ($1, $2, $3, 'ORGANISATION', 'x')`, [eva.caseId, fk, karin]);
    thing['disclosure'] = await one(
      `insert into disclosure (case_id, from_organisation_id, consent_id, subject_kind, subject_id, subject_version, information_category, content, disclosed_by_assignment_id)
       values ($1, $2, $3, 'NOTE', $4, 1, 'WORK', '{"text":"x"}', $5)`,
      [eva.caseId, fk, eva.consents.fk, thing['note'], karin],
    );
    await behindTheLocks(running.database, 'insert into disclosure_recipient (disclosure_id, case_id, from_organisation_id, organisation_id) values ($1, $2, $3, $4)', [thing['disclosure'], eva.caseId, fk, region]);
    thing['event'] = await one(`insert into timeline_event (case_id, kind, occurred_at, actor_assignment_id, organisation_id, audience) values ($1, 'told', app.domain_now(), $2, $3, $4)`, [eva.caseId, karin, fk, [fk, region]]);
    thing['notice'] = await one(`insert into notice (case_id, recipient_assignment_id, kind) values ($1, $2, 'note.disclosed')`, [eva.caseId, karin]);
    thing['frozen'] = await one(`insert into frozen_copy (case_id, organisation_id, unit_id, reference, content, purge_after) values ($1, $2, $3, 'S-1', '[]', '2030-01-01')`, [eva.caseId, fk, town.unit.fk]);
    thing['invitation'] = await one(`insert into care_team_invitation (case_id, organisation_id, unit_id, preview, invited_by_assignment_id) values ($1, $2, $3, '{}', $4)`, [eva.caseId, town.organisation.work, town.unit.work, karin]);
    thing['request'] = await one(`insert into coordinator_request (case_id, asked_assignment_id, asked_by_assignment_id) values ($1, $2, $3)`, [eva.caseId, id('lena.region'), karin]);
    thing['contact'] = await one(`insert into case_contact (case_id, kind, name, recorded_by_assignment_id) values ($1, 'OTHER', 'Gunilla Rask', $2)`, [eva.caseId, karin]);
    await behindTheLocks(running.database, `insert into draft (owner_id, key, text) values ($1, 'note', 'x')`, [karin]);
    await behindTheLocks(running.database, `insert into journal_mark (case_id, assignment_id, day) values ($1, $2, '2026-11-20')`, [eva.caseId, karin]);
  } // prettier-ignore

  it('hides another organisation’s notes, what was disclosed to others, and what others keep for themselves', async () => {
    const tables = ['case_note', 'disclosure', 'disclosure_recipient', 'timeline_event', 'notice', 'frozen_copy', 'draft', 'journal_mark'];
    const counts = await as('ahmed.af', async (client) => {
      const found: Record<string, number> = {};
      for (const table of tables) found[table] = (await client.query(`select 1 from ${table}`)).rowCount ?? 0;
      return found;
    });
    expect(counts).toEqual(Object.fromEntries(tables.map((table) => [table, 0])));
  });

  it('lets nobody into the team but a colleague of one’s own', async () => {
    const admit = `insert into participation (case_id, assignment_id, organisation_id, role, mandate) values ($1, $2, $3, 'x', 'MAY_DECIDE')`;
    await refused('ahmed.af', admit, [eva.caseId, id('nils.kommun'), town.organisation.kommun]);
    await refused('ahmed.af', admit, [eva.caseId, id('fatima.kommun'), town.organisation.work]);
    await refused('ahmed.af', admit, [olle.caseId, id('ahmed.af'), town.organisation.af]);
    expect((await as('ahmed.af', (client) => client.query(admit, [eva.caseId, id('sara.af'), town.organisation.af]))).rowCount).toBe(1);
    expect((await as('fatima.kommun', (client) => client.query(admit, [eva.caseId, id('fatima.kommun'), town.organisation.work]))).rowCount).toBe(1);
  });

  it('moves no participation to another case or person, and ends nobody else’s', async () => {
    const own = `where assignment_id = '${id('ahmed.af')}'`;
    await refused('ahmed.af', `update participation set case_id = $1 ${own}`, [olle.caseId]);
    await refused('ahmed.af', `update participation set assignment_id = $1, organisation_id = $2 ${own}`, [id('sara.af'), town.organisation.af]);
    await refused('ahmed.af', `update participation set until_at = from_at, end_reason = 'LEFT' where assignment_id = $1`, [id('lena.region')]);
  });

  it('keeps who answers for an open case inside its team', async () => {
    const stranger = id('johan.region');
    await refused('karin.fk', 'update coordination_case set owner_assignment_id = $1', [stranger]);
    await refused('karin.fk', 'update coordination_case set coordinator_assignment_id = $1', [stranger]);
    await refused('karin.fk', `update participation set until_at = from_at, end_reason = 'LEFT' where assignment_id = $1`, [id('karin.fk')]);
    await refused('karin.fk', 'update coordination_case set person_id = $1', [olle.personId]);
    await refused(
      'ahmed.af',
      `insert into coordination_case (person_id, area_id, reason, asked_form, asked_on, owner_assignment_id, coordinator_assignment_id, opened_by_assignment_id)
       values ($1, $2, 'x', 'ORAL', '2026-11-01', $3, $4, $3)`,
      [eva.personId, town.areaId, id('ahmed.af'), id('karin.fk')],
    );
  });

  it('takes no consent for another organisation, in another’s name or of another person, and revives none', async () => {
    const take = `insert into consent (case_id, person_id, disclosing_organisation_id, given_by, purpose, information_categories, valid_from, valid_to, form, taken_by_assignment_id, text_version)
      values ($1, $2, $3, 'SELF', 'x', '{WORK}', '2026-11-01', '2027-11-01', 'ORAL', $4, '1')`;
    const { af, fk } = town.organisation;
    await refused('ahmed.af', take, [eva.caseId, eva.personId, fk, id('ahmed.af')]);
    await refused('ahmed.af', take, [eva.caseId, eva.personId, af, id('karin.fk')]);
    await refused('ahmed.af', take, [eva.caseId, olle.personId, af, id('ahmed.af')]);
    const widen = 'insert into consent_recipient (consent_id, case_id, organisation_id) values ($1, $2, $3)';
    await refused('ahmed.af', widen, [eva.consents.fk, eva.caseId, town.organisation.federation]);
    const back = `update consent set withdrawn_at = null, withdrawn_via = null`;
    await behindTheLocks(running.database, `update consent set withdrawn_at = app.domain_now(), withdrawn_via = 'PERSON' where id = $1`, [
      eva.consents.kommun,
    ]);
    await refused('sofia.kommun', back);
    await behindTheLocks(running.database, `${back} where id = $1`, [eva.consents.kommun]);
    const withdraw = `update consent set withdrawn_at = app.domain_now(), withdrawn_via = 'STAFF', withdrawn_by_assignment_id = $2 where id = $1`;
    await refused('ahmed.af', withdraw, [eva.consents.fk, id('karin.fk')]);
  });

  it('does not address another organisation’s disclosure to oneself', async () => {
    const address = 'insert into disclosure_recipient (disclosure_id, case_id, from_organisation_id, organisation_id) values ($1, $2, $3, $4)';
    const { af, fk } = town.organisation;
    await refused('ahmed.af', address, [thing['disclosure'], eva.caseId, af, af]);
    await refused('ahmed.af', address, [thing['disclosure'], eva.caseId, fk, af]);
  });

  it('discloses nothing for another organisation, in another’s name or under another’s consent', async () => {
    const disclose = `insert into disclosure (case_id, from_organisation_id, consent_id, subject_kind, subject_id, subject_version, information_category, content, disclosed_by_assignment_id)
      values ($1, $2, $3, 'NOTE', $4, 1, 'WORK', '{}', $5)`;
    const { af, fk } = town.organisation;
    await refused('ahmed.af', disclose, [eva.caseId, fk, eva.consents.fk, thing['note'], id('ahmed.af')]);
    await refused('ahmed.af', disclose, [eva.caseId, af, eva.consents.af, thing['note'], id('karin.fk')]);
    await refused('ahmed.af', disclose, [eva.caseId, af, eva.consents.fk, thing['note'], id('ahmed.af')]);
  });

  it('writes nothing in somebody else’s name', async () => {
    const karin = id('karin.fk');
    const { caseId } = eva;
    const { fk, kommun } = town.organisation;
    await refused('ahmed.af', `insert into case_ambition (case_id, level, set_by_assignment_id) values ($1, 'JOINT_ACTION', $2)`, [caseId, karin]);
    await refused('ahmed.af', `insert into care_team_invitation (case_id, organisation_id, unit_id, preview, invited_by_assignment_id) values ($1, $2, $3, '{}', $4)`, [caseId, kommun, town.unit.kommun, karin]);
    await behindTheLocks(running.database, `update coordinator_request set state = 'DECLINED'`);
    await refused('ahmed.af', `insert into coordinator_request (case_id, asked_assignment_id, asked_by_assignment_id) values ($1, $2, $3)`, [caseId, id('ahmed.af'), karin]);
    await behindTheLocks(running.database, `update coordinator_request set state = 'PENDING'`);
    await refused('ahmed.af', `insert into case_contact (case_id, kind, name, recorded_by_assignment_id) values ($1, 'OTHER', 'x', $2)`, [caseId, karin]);
    await refused('ahmed.af', `insert into case_note (case_id, organisation_id, author_assignment_id, kind, text) values ($1, $2, $3, 'ORGANISATION', 'x')`, [caseId, fk, karin]);
    await refused('ahmed.af', `insert into journal_mark (case_id, assignment_id, day) values ($1, $2, '2026-11-21')`, [caseId, karin]);
    await refused('ahmed.af', `insert into timeline_event (case_id, kind, occurred_at, actor_assignment_id, organisation_id) values ($1, 'told', app.domain_now(), $2, $3)`, [caseId, karin, fk]);
    await refused('ahmed.af', `insert into timeline_event (case_id, kind, occurred_at, actor_assignment_id, organisation_id) values ($1, 'told', app.domain_now(), $2, $3)`, [caseId, id('ahmed.af'), fk]);
    await refused('ahmed.af', `insert into audit_event (actor_kind, actor_id, purpose, action, case_id, field_class) values ('STAFF', $2, 'COORDINATION', 'case.read', $1, 'CASE')`, [caseId, karin]);
    await refused('ahmed.af', `insert into draft (owner_id, key, text) values ($1, 'other', 'x')`, [karin]);
  }); // prettier-ignore

  it('answers nothing that somebody else was asked, and moves no row to another case', async () => {
    await refused('ahmed.af', `update coordinator_request set state = 'ACCEPTED' where id = $1`, [thing['request']]);
    await refused('karin.fk', `update coordinator_request set state = 'ACCEPTED' where id = $1`, [thing['request']]);
    await refused('karin.fk', 'update case_note set case_id = $1', [olle.caseId]);
    await refused('karin.fk', `update case_note set kind = 'PERSONAL'`);
    await refused('karin.fk', 'update case_contact set case_id = $1', [olle.caseId]);
    const move = 'update care_team_invitation set case_id = $1, answered_by_assignment_id = $2 where id = $3';
    await refused('fatima.kommun', move, [olle.caseId, id('fatima.kommun'), thing['invitation']]);
    await refused('karin.fk', 'update care_team_invitation set case_id = $1, invited_by_assignment_id = $2', [olle.caseId, id('ahmed.af')]);
  });

  it('runs no function with the definer’s sight on tables or triggers of the caller’s own', async () => {
    const open = await behindTheLocks<{ name: string }>(
      running.database,
      `select p.oid::regprocedure::text as name from pg_proc p where p.prosecdef and p.pronamespace = 'app'::regnamespace
       and (p.proconfig is distinct from array['search_path=public, pg_temp'] or has_function_privilege('public', p.oid, 'execute')
         or has_function_privilege('samspel_worker', p.oid, 'execute') and p.proname <> all ($1) or has_function_privilege('samspel_audit', p.oid, 'execute'))`,
      [WORKER_CALLS],
    );
    expect(open).toEqual([]);
    // A temporary table named like a real one goes before it unless the search path says otherwise.
    const shadow = as('fatima.kommun', async (client) => {
      await client.query('create temporary table case_access (actor_id uuid, case_id uuid)');
      await client.query('grant select on case_access to samspel_definer');
      await client.query('insert into pg_temp.case_access values ($1, $2)', [id('fatima.kommun'), olle.caseId]);
      return client.query('select * from app.close_case_to($1, $2)', [olle.caseId, town.organisation.kommun]);
    });
    await expect(shadow).rejects.toMatchObject({ code: '42501' });
    const ownTrigger = as('fatima.kommun', async (client) => {
      await client.query('create temporary table bait (id uuid, person_id uuid, owner_assignment_id uuid)');
      await client.query('create trigger bite after insert on bait for each row execute function app.grant_access_on_opening()');
    });
    await expect(ownTrigger).rejects.toMatchObject({ code: '42501' });
  });
});
