import type { CitizenActor } from '../../access/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { notVisible } from '../../platform/problem/problem.ts';

/** What the person is shown of a published plan; an organisation's dissent is not among it. */
export const SHOWN_KINDS = `('WHAT_MATTERS', 'STRENGTH', 'NEED', 'EARLY_SIGN', 'GOAL', 'ACTIVITY')`;

/** The words of an item as the person reads them. */
export const myWords = (content: string): string => `coalesce(${content}->>'plain', ${content}->>'ownWords', ${content}->>'text')`;

const MY_ITEM = `
  select v.organisation_id as "organisationId", v.audience from plan_version_item v join plan_version published on published.id = v.version_id
  where v.item_id = $1 and v.case_id = $2 and v.kind in ${SHOWN_KINDS} order by published.number desc limit 1`;
const MY_OWN_ITEM = `
  select i.organisation_id as "organisationId", i.audience from plan_item i where i.id = $1 and i.case_id = $2 and i.removed_at is null
    and (i.author_person_id = $3 or i.kind = 'WHAT_MATTERS' and i.shared_at is not null)`;
const MY_HANDOVER = `select 1 from handover h where h.id = $1 and h.case_id = $2 and h.state <> 'DRAFT'`;

interface Readers {
  organisationId: string | null;
  audience: string[];
}

/** What of the plan the person points at, and who in the team reads it (null: everybody): published to them, or their own. 404 for anything else. */
export async function itemOf(tx: Tx, actor: CitizenActor, caseId: string, itemId: string): Promise<{ id: string; readers: string[] | null }> {
  const [published] = await tx.query<Readers[]>(MY_ITEM, [itemId, caseId]);
  const [shown] = published ? [published] : await tx.query<Readers[]>(MY_OWN_ITEM, [itemId, caseId, actor.id]);
  if (!shown) throw notVisible();
  return { id: itemId, readers: shown.organisationId ? [shown.organisationId, ...shown.audience] : null };
}

export async function requireMyHandover(tx: Tx, caseId: string, handoverId: string): Promise<void> {
  const [row] = await tx.query<unknown[]>(MY_HANDOVER, [handoverId, caseId]);
  if (!row) throw notVisible();
}
