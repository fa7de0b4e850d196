import type { Actor } from '../../access/actor.ts';
import { organisationRefById, staffRefJson } from '../../organisation/refs.sql.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { ProposalView } from './proposal.dto.ts';

export type StoredProposal = Omit<ProposalView, 'actions' | 'blocked'> & { caseId: string; organisationId: string };

const PROPOSAL = `
  select q.id, q.case_id as "caseId", q.disclosing_organisation_id as "organisationId", ${organisationRefById('q.disclosing_organisation_id')} as "disclosingOrganisation",
         q.purpose, q.information_categories as "informationCategories", q.exclusions,
         (select json_agg(${organisationRefById('o.id')} order by o.name) from organisation o where o.id = any (q.recipients)) as recipients,
         q.valid_to::text as "validTo", q.state, ${instantJson('q.proposed_at')} as "proposedAt", ${instantJson('q.answered_at')} as "answeredAt",
         ${staffRefJson('q.proposed_by_assignment_id')} as "proposedBy", q.version
  from consent_proposal q join case_access me on me.case_id = q.case_id and me.actor_id = $1`;

export const proposalsOf = (tx: Tx, actor: Actor, caseId: string): Promise<StoredProposal[]> =>
  tx.query<StoredProposal[]>(`${PROPOSAL} where q.case_id = $2 order by q.proposed_at desc, q.id desc limit 100`, [actor.id, caseId]);

/** Waiting for the person, in a case that is open. */
export const waitingFor = (tx: Tx, actor: Actor): Promise<StoredProposal[]> =>
  tx.query<StoredProposal[]>(
    `${PROPOSAL} join coordination_case c on c.id = q.case_id and c.status = 'OPEN'
     where me.via = 'SUBJECT' and q.state = 'PENDING' and q.valid_to >= app.domain_today() order by q.proposed_at desc, q.id desc limit 100`,
    [actor.id],
  );

/** Undefined when there is none, or it is in a case the actor does not reach. */
export async function proposalOf(tx: Tx, actor: Actor, id: string): Promise<StoredProposal | undefined> {
  const [row] = await tx.query<StoredProposal[]>(`${PROPOSAL} where q.id = $2`, [actor.id, id]);
  return row;
}
