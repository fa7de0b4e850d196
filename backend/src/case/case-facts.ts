import type { Actor } from '../access/actor.ts';
import type { Tx } from '../platform/database/database.ts';

/** What the policies need to know of a case and of the actor's relation to it; read per request, never kept. */
export interface CaseFacts {
  readonly id: string;
  readonly reference: string;
  readonly personId: string;
  readonly status: 'OPEN' | 'CLOSED';
  readonly version: number;
  readonly ownerId: string | null;
  readonly coordinatorId: string | null;
  /** The actor's own active participation, if any. */
  readonly participationId: string | null;
  readonly relation: 'PARTICIPANT' | 'SUBJECT' | null;
  /** Whether any valid consent lets the actor's organisation receive or disclose in this case today. */
  readonly covered: boolean;
}

/** SQL text: whether any consent in force lets the organisation share or receive in the case. Arguments are SQL expressions written in code. */
export const isCoveredSql = (caseId: string, organisationId: string): string => `
  exists (select 1 from consent k left join consent_recipient r on r.consent_id = k.id
          where k.case_id = ${caseId} and k.withdrawn_at is null and app.domain_today() between k.valid_from and k.valid_to
          and ${organisationId} in (k.disclosing_organisation_id, r.organisation_id))`;

const FACTS = `
  select c.id, c.reference, c.person_id as "personId", c.status, c.version, c.owner_assignment_id as "ownerId",
         c.coordinator_assignment_id as "coordinatorId", p.id as "participationId",
         case when p.id is not null then 'PARTICIPANT' when c.person_id = $2 then 'SUBJECT' end as relation,
         ${isCoveredSql('c.id', 'p.organisation_id')} as covered
  from coordination_case c
  left join participation p on p.case_id = c.id and p.assignment_id = $2 and p.until_at is null
  where c.id = $1`;

/** Undefined when there is no such case or row security hides it. The relation is found here, not trusted from there: two locks. */
export async function caseFacts(tx: Tx, actor: Actor, caseId: string): Promise<CaseFacts | undefined> {
  const [facts] = await tx.query<CaseFacts[]>(FACTS, [caseId, actor.id]);
  return facts;
}

/** The same, with the case row locked until the transaction ends, so that two acts on one case follow each other. */
export async function caseFactsForUpdate(tx: Tx, actor: Actor, caseId: string): Promise<CaseFacts | undefined> {
  await tx.query('select 1 from coordination_case where id = $1 for update', [caseId]);
  return caseFacts(tx, actor, caseId);
}
