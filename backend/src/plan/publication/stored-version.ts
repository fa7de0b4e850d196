import type { Tx } from '../../platform/database/database.ts';
import { notVisible } from '../../platform/problem/problem.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { VersionFacts } from './facts.sql.ts';
import type { FrozenItem } from './frozen-item.ts';
import { isRead } from './items.sql.ts';
import type { PlanVersionRowView } from './publication.dto.ts';
import { ONE_VERSION, WORKING_COPY } from './versions.sql.ts';

export interface StoredVersion {
  /** Null for the working copy. */
  row: PlanVersionRowView | null;
  facts: VersionFacts;
  items: FrozenItem[];
}

/** A version as the reader may read it; `number` 0 is the working copy. 404 for one that does not exist, or that their organisation was no part of. */
export async function storedVersion(tx: Tx, actor: StaffActor, planId: string, number: number): Promise<StoredVersion> {
  const [version] = number
    ? await tx.query<StoredVersion[]>(ONE_VERSION, [planId, actor.id, number])
    : await tx.query<StoredVersion[]>(WORKING_COPY, [planId, actor.id]);
  if (!version) throw notVisible();
  return version;
}

const LATEST_READ = `
  select coalesce(max(v.number), 0) as number from care_plan p join participation me on me.case_id = p.case_id and me.assignment_id = $2 and me.until_at is null
  join plan_version v on v.plan_id = p.id and ${isRead('v', 'me.organisation_id')} where p.id = $1`;

/** What the actor's organisation read last; nothing where no version is open to it. */
export async function latestItems(tx: Tx, actor: StaffActor, planId: string): Promise<FrozenItem[]> {
  const [row] = await tx.query<{ number: number }[]>(LATEST_READ, [planId, actor.id]);
  return row!.number ? (await storedVersion(tx, actor, planId, row!.number)).items : [];
}

/** The number of the latest version, or 0 before the first. */
export async function latestNumber(tx: Tx, planId: string): Promise<number> {
  const [row] = await tx.query<{ number: number }[]>('select coalesce(max(number), 0) as number from plan_version where plan_id = $1', [planId]);
  return row!.number;
}
