import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { CitizenActor, StaffActor } from '../../../src/access/actor.ts';
import { LOA3 } from '../../../src/access/identity.ts';
import { Database } from '../../../src/platform/database/database.ts';
import { type RunningApp, startApp } from '../app.ts';
import { makeTown, type Town } from '../town.ts';
import { swedishTime, dayOf } from './calendar.ts';
import { type Fuse, makeFragile } from './fuse.ts';
import { FK_TO_AF } from './ladder.ts';
import { Reader } from './looking.ts';
import { Model, type Org, ORGS, type Person } from './model.ts';

/** In the order in which they are employed. */
const STAFF: readonly [who: string, org: Org, rights?: 'supervisor' | 'intake'][] = [
  ['karin.fk', 'fk'],
  ['david.fk', 'fk', 'intake'],
  ['maria.chef.fk', 'fk', 'supervisor'],
  ['ahmed.af', 'af'],
  ['sara.af', 'af', 'intake'],
  ['per.chef.af', 'af', 'supervisor'],
  ['lena.region', 'region'],
  ['johan.region', 'region'],
  ['ulla.region', 'region', 'intake'],
];
export const PEOPLE = STAFF.map(([who]) => who);
const CONTACTS: Record<Org, string> = { fk: 'david.fk', af: 'sara.af', region: 'ulla.region' };
const KINDS = { fk: 'FK', af: 'AF', region: 'REGION' } as const;

export interface Opening {
  /** Swedish local time. */
  at: string;
  coordinator: 'karin.fk' | 'lena.region';
}

/** Everything of one case, and what its tests did to the staff. */
const STRIKE = ['alert_recipient where alert_id in (select id from alert where case_id = $1)', ...['alert', 'handover_transition', 'handover_question',
  'handover_content', 'handover', 'disclosure_recipient', 'disclosure', 'consent_recipient', 'consent', 'timeline_event', 'notice', 'frozen_copy', 'participation',
  'case_access'].map((table) => `${table} where case_id = $1`), 'coordination_case where id = $1']; // prettier-ignore

/** The application with its database, one small town, and one case at a time. */
export class Scene {
  caseId = '';
  personId = '';
  lit: Fuse | null = null;
  /** What has happened in the case, in words. */
  told: string[] = [];
  readonly names = new Map<string, string>();

  private constructor(
    readonly running: RunningApp,
    readonly town: Town,
    readonly admin: pg.Client,
    readonly workers: pg.Pool,
    readonly reader: Reader,
  ) {
    for (const who of PEOPLE) this.names.set(this.idOf(who), who);
    makeFragile(running.app.get(Database), () => this.lit);
  }

  static async open(): Promise<Scene> {
    const running = await startApp();
    const town = await makeTown(running);
    const admin = new pg.Client({ connectionString: running.database.adminUrl });
    await admin.connect();
    const reader = new Reader(running.database);
    await reader.open();
    for (const org of ORGS)
      await admin.query('update organisation set contact_assignment_id = $1 where id = $2', [
        town.staff[CONTACTS[org]]!.assignmentId,
        town.organisation[org],
      ]);
    const { receipt, owner, contact, loop } = FK_TO_AF;
    const limits = `receipt_days = ${receipt}, owner_days = ${owner}, first_contact_days = ${contact}, loop_days = ${loop}`;
    await admin.query(`update link_template set ${limits} where from_kind = 'FK' and to_kind = 'AF'`);
    const workers = new pg.Pool({ connectionString: running.database.urls.worker, max: 4 });
    return new Scene(running, town, admin, workers, reader);
  }

  async close(): Promise<void> {
    await this.workers.end();
    await this.reader.close();
    await this.admin.end();
    await this.running.close();
  }

  idOf(who: string): string {
    return this.town.staff[who]!.assignmentId;
  }

  actor(who: string): StaffActor {
    const { assignmentId: id, staffMemberId, organisationId, unitId } = this.town.staff[who]!;
    const [, org, rights] = STAFF.find(([each]) => each === who)!;
    const role = rights === 'supervisor' ? 'SUPERVISOR' : 'CASEWORKER';
    const functions = rights === 'intake' ? (['intake'] as const) : [];
    const session = { sessionId: randomUUID(), acr: LOA3, authenticatedAt: new Date() };
    return { kind: 'STAFF', id, staffMemberId, organisationId, principalKind: KINDS[org], unitId, role, functions, ...session };
  }

  person(): CitizenActor {
    return {
      kind: 'CITIZEN',
      id: this.personId,
      personId: this.personId,
      representativeId: null,
      sessionId: randomUUID(),
      acr: LOA3,
      authenticatedAt: new Date(),
    };
  }

  /** A new case: Försäkringskassan answers for it, the region is in the team, and both may share with everybody. */
  async begin({ at, coordinator }: Opening): Promise<Model> {
    await this.running.clock.moveTo(swedishTime(at));
    const people = STAFF.map(([who, org, rights]): Person => {
      const can = { supervisor: rights === 'supervisor', intake: rights === 'intake' };
      return { who, org, ...can, disabled: false, ended: false, leave: null };
    });
    const holders = { CASE_OWNERSHIP: 'karin.fk', COORDINATOR_ROLE: coordinator };
    this.told = [`it is ${at}, karin.fk answers and ${coordinator} leads`];
    const model = new Model(people, CONTACTS, holders, dayOf(swedishTime(at)));
    const one = async (sql: string, values: unknown[]): Promise<string> => (await this.admin.query<{ id: string }>(sql, values)).rows[0]!.id;
    this.personId = await one(`insert into person (given_name, family_name) values ('Test', 'Testsson') returning id`, []);
    this.caseId = await one(
      `insert into coordination_case (person_id, area_id, reason, asked_form, asked_on, owner_assignment_id, coordinator_assignment_id, opened_by_assignment_id)
         values ($1, $2, 'x', 'ORAL', '2026-01-15', $3, $4, $3) returning id`,
      [this.personId, this.town.areaId, this.idOf('karin.fk'), this.idOf(coordinator)],
    );
    for (const who of ['karin.fk', 'lena.region']) {
      const from = model.orgOf(who);
      const to = ORGS.filter((each) => each !== from);
      await this.admin.query(
        `insert into participation (case_id, assignment_id, organisation_id, role, mandate) values ($1, $2, $3, 'handläggare', 'MAY_DECIDE')`,
        [this.caseId, this.idOf(who), this.town.organisation[from]],
      );
      const id = await one(
        `with k as (insert into consent (case_id, person_id, disclosing_organisation_id, given_by, purpose, information_categories, valid_from, valid_to, form,
             taken_by_assignment_id, text_version)
           values ($1, $2, $3, 'SELF', 'x', '{CONTACT,SITUATION,WORK}', '2026-01-01', '2027-12-31', 'ORAL', $4, '1') returning id),
         r as (insert into consent_recipient (consent_id, case_id, organisation_id) select k.id, $1, o from k, unnest($5::uuid[]) o)
         select id from k`,
        [this.caseId, this.personId, this.town.organisation[from], this.idOf(who), to.map((org) => this.town.organisation[org])],
      );
      model.team.add(who);
      model.consents.push({ id, from, to, withdrawn: false });
    }
    return model;
  }

  /** Nothing of the case is left to sweep, and everybody is at work again. */
  async strike(): Promise<void> {
    this.lit = null;
    await this.admin.query('set session_replication_role = replica');
    for (const rows of STRIKE) await this.admin.query(`delete from ${rows}`, [this.caseId]);
    await this.admin.query(`delete from leave; delete from pgboss.job; update staff_member set disabled_at = null where disabled_at is not null;
      update assignment set valid_to = null where valid_to is not null; set session_replication_role = origin`);
  }
}
