import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { consentMissing, Disclosures } from '../../disclosure/disclosures.ts';
import type { OrganisationRef } from '../../organisation/refs.dto.ts';
import { organisationRefById } from '../../organisation/refs.sql.ts';
import { refusing } from '../../organisation/database-refusals.ts';
import type { Tx } from '../../platform/database/database.ts';
import { conflict, type Problem } from '../../platform/problem/problem.ts';
import { type StoredItem, teamOf } from './item.store.ts';

/** What a receiver gets and keeps: the words, and for an activity who answers and when. Ids mean nothing there. */
const DISCLOSED = `
  select jsonb_strip_nulls(jsonb_build_object('kind', i.kind) || (i.content - 'conflictOrganisationIds') || case when t.id is null then '{}' else
    jsonb_build_object('provider', t.provider, 'state', t.state, 'startOn', t.start_on, 'dueOn', t.due_on,
      'owner', (select s.given_name || ' ' || s.family_name || ', ' || o.name from assignment a join staff_member s on s.id = a.staff_member_id
                join organisation o on o.id = a.organisation_id where a.id = t.owner_assignment_id)) end) as content
  from plan_item i left join plan_activity t on t.id = i.id where i.id = $1`;

const COVERED = `select o.id from unnest($3::uuid[]) as o (id) where app.covering_consent($1, $2, o.id, 'PLAN') is not null`;

/** How far an item goes. Each time is a disclosure of its own, by the organisation that acts, to those its consents cover. */
export type Extent =
  /** The words are new: everybody covered gets them, and who is no longer covered does not. */
  | 'NEW_WORDS'
  /** The words are known to those who read it: only who does not yet gets them. */
  | 'SAME_WORDS';

export interface Reached {
  /** Who reads it now, beside its own organisation. */
  readonly audience: string[];
  readonly changed: boolean;
}

/** The one place where an item's readers are decided. Call it with the case row locked and the item's words as they shall be read. */
@Injectable()
export class ItemReach {
  constructor(private readonly disclosures: Disclosures) {}

  /**
   * Shares an item of the actor's own organisation, as the version it now has. 409 `consent.missing` when the team has others and none is
   * covered, or when whoever is to do something in it is not.
   */
  async own(tx: Tx, actor: StaffActor, item: StoredItem, version: number, extent: Extent): Promise<Reached> {
    const others = (await organisationsOf(tx, item.caseId)).filter((id) => id !== actor.organisationId);
    const covered = await this.coveredOf(tx, actor, item.caseId, others);
    if (others.length && !covered.length) throw consentMissing(others);
    const needed = actorsIn(item).filter((id) => id !== actor.organisationId && !covered.includes(id));
    if (needed.length && extent === 'NEW_WORDS') throw consentMissing(needed);
    const fresh = extent === 'NEW_WORDS' ? covered : covered.filter((id) => !item.audience.includes(id));
    if (extent === 'SAME_WORDS' && !fresh.length) return { audience: [...item.audience], changed: false };
    const audience = extent === 'NEW_WORDS' ? covered : [...item.audience, ...fresh];
    await refusing(
      tx.query('update plan_item set audience = $2, shared_at = coalesce(shared_at, app.domain_now()) where id = $1', [item.id, audience]),
      { one_what_matters: whatMattersExists },
    );
    await this.disclose(tx, actor, item, version, fresh);
    return { audience, changed: true };
  }

  /** Shares the actor's new words in another organisation's item with everybody who reads it; 409 `consent.missing` unless all are covered. */
  async others(tx: Tx, actor: StaffActor, item: StoredItem, version: number): Promise<Reached> {
    const team = await organisationsOf(tx, item.caseId);
    const readers = [item.organisationId!, ...item.audience].filter((id) => id !== actor.organisationId && team.includes(id));
    await this.disclose(tx, actor, item, version, readers);
    return { audience: [...item.audience], changed: true };
  }

  /** Organisations of the team that do not read an item with this audience. */
  async notReached(tx: Tx, item: StoredItem, audience: readonly string[]): Promise<OrganisationRef[]> {
    const missing = (await organisationsOf(tx, item.caseId)).filter((id) => id !== item.organisationId && !audience.includes(id));
    const rows = await tx.query<{ ref: OrganisationRef }[]>(
      `select ${organisationRefById('o.id')} as ref from unnest($1::uuid[]) with ordinality as o (id, n) order by o.n`,
      [missing],
    );
    return rows.map(({ ref }) => ref);
  }

  private async coveredOf(tx: Tx, actor: StaffActor, caseId: string, organisations: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(COVERED, [caseId, actor.organisationId, organisations]);
    return organisations.filter((organisation) => rows.some(({ id }) => id === organisation));
  }

  private async disclose(tx: Tx, actor: StaffActor, item: StoredItem, version: number, recipients: readonly string[]): Promise<void> {
    if (!recipients.length) return;
    const [{ content }] = await tx.query<[{ content: Record<string, unknown> }]>(DISCLOSED, [item.id]);
    const { caseId, id: subjectId } = item;
    await this.disclosures.record(tx, actor, {
      caseId,
      subjectKind: 'PLAN_ITEM',
      subjectId,
      subjectVersion: version,
      category: 'PLAN',
      content,
      recipients,
    });
  }
}

/** Organisations in the team, each once, in the order they came. */
async function organisationsOf(tx: Tx, caseId: string): Promise<string[]> {
  return [...new Set((await teamOf(tx, caseId)).map(({ organisationId }) => organisationId))];
}

/** Whoever answers for an activity or is asked to must be able to read it. */
const actorsIn = ({ activity }: StoredItem): string[] =>
  activity ? [activity.ownerOrganisationId, ...(activity.requestedOrganisationId ? [activity.requestedOrganisationId] : [])] : [];

export const whatMattersExists = (): Problem =>
  conflict('plan.what_matters_exists', 'Det finns redan', 'Det som är viktigt för personen finns redan i planen. Ändra den texten i stället.');
