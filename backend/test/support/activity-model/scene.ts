import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { StaffActor } from '../../../src/access/actor.ts';
import { LOA3 } from '../../../src/access/identity.ts';
import { Database } from '../../../src/platform/database/database.ts';
import { type RunningApp, startApp } from '../app.ts';
import { dayOf, plusDays, swedishTime } from '../handover-model/calendar.ts';
import { type Fuse, makeFragile } from '../handover-model/fuse.ts';
import { makeCase, makeTown, type Town } from '../town.ts';
import { write } from './acting.ts';
import { INTAKE, Model, orgOf, TEAM } from './model.ts';

const KINDS = { fk: 'FK', af: 'AF', region: 'REGION', kommun: 'KOMMUN' } as const;

export interface Opening {
  /** Swedish local time. */
  at: string;
  days: number;
  deputy: boolean;
}

/** Rows an act may leave, by how they belong to the case. */
export const LEFT = [
  'handover_content',
  'handover_transition',
  'handover',
  'activity_note',
  'plan_activity',
  'plan_item',
  'disclosure_recipient',
  'disclosure',
  'timeline_event',
  'notice',
] as const;
const ALERTS = 'alert_id in (select id from alert where activity_id is not null)';

/** The application with its database, one case with its plan, and one activity at a time. */
export class Scene {
  caseId = '';
  planId = '';
  lit: Fuse | null = null;
  /** What has happened, in words. */
  told: string[] = [];

  private constructor(
    readonly running: RunningApp,
    readonly town: Town,
    readonly admin: pg.Client,
    readonly workers: pg.Pool,
  ) {
    makeFragile(running.app.get(Database), () => this.lit);
  }

  static async open(): Promise<Scene> {
    const running = await startApp();
    const town = await makeTown(running);
    const admin = new pg.Client({ connectionString: running.database.adminUrl });
    await admin.connect();
    const scene = new Scene(running, town, admin, new pg.Pool({ connectionString: running.database.urls.worker, max: 4 }));
    await running.clock.moveTo(swedishTime('2026-11-23T09:00'));
    ({ caseId: scene.caseId } = await makeCase(running, town, { team: [...TEAM] }));
    const { rows } = await admin.query<{ id: string }>(
      `insert into care_plan (case_id, type, begun_by_assignment_id) values ($1, 'REHAB_TEAM_PLAN', $2) returning id`,
      [scene.caseId, scene.idOf('lena.region')],
    );
    scene.planId = rows[0]!.id;
    return scene;
  }

  async close(): Promise<void> {
    await this.workers.end();
    await this.admin.end();
    await this.running.close();
  }

  idOf(who: string): string {
    return this.town.staff[who]!.assignmentId;
  }

  actor(who: string): StaffActor {
    const { assignmentId: id, staffMemberId, organisationId, unitId } = this.town.staff[who]!;
    const session = { sessionId: randomUUID(), acr: LOA3, authenticatedAt: new Date() };
    const principalKind = KINDS[orgOf(who) as keyof typeof KINDS];
    return {
      kind: 'STAFF',
      id,
      staffMemberId,
      organisationId,
      principalKind,
      unitId,
      role: 'CASEWORKER',
      functions: INTAKE.includes(who) ? ['intake'] : [],
      ...session,
    };
  }

  /** The region writes an activity, answers for it and shares it with everybody. */
  async begin({ at, days, deputy }: Opening): Promise<Model> {
    await this.running.clock.moveTo(swedishTime(at));
    this.told = [`it is ${at}, due in ${days} days${deputy ? ', ulla.region steps in' : ''}`];
    const today = dayOf(swedishTime(at));
    const dueOn = plusDays(today, days);
    const id = await write(this, { dueOn, deputy: deputy ? 'ulla.region' : null });
    return new Model(today, dueOn, deputy ? 'ulla.region' : null, id);
  }

  /** Nothing of it is left. */
  async strike(): Promise<void> {
    this.lit = null;
    await this.admin
      .query(`set session_replication_role = replica; delete from alert_recipient where ${ALERTS}; delete from alert where activity_id is not null;
      ${LEFT.map((table) => `delete from ${table} where case_id = '${this.caseId}';`).join(' ')} set session_replication_role = origin`);
  }
}
