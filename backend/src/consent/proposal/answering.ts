import { Injectable } from '@nestjs/common';
import type { CitizenActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { type CaseFacts, caseFactsForUpdate } from '../../case/case-facts.ts';
import { maySeeCase } from '../../case/case-visibility.policy.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { conflict, notVisible } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { ConsentQueries } from '../consent.queries.ts';
import type { MyProposalsView, MyProposalView } from './proposal.dto.ts';
import { proposalOf, type StoredProposal, waitingFor } from './proposal.queries.ts';

const notWaiting = (): Error =>
  conflict('proposal.answered', 'Frågan gäller inte längre', 'Frågan är redan besvarad eller tillbakadragen, eller så har dess sista dag passerat.');

/** The person reads what a yes would do, and then says yes or no. A yes is a consent like any other, signed by having signed in (LoA 3). */
@Injectable()
export class ConsentProposalAnswers {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly queries: ConsentQueries,
  ) {}

  async waiting(actor: CitizenActor): Promise<MyProposalsView> {
    const found = await this.db.transaction(actor, async (tx) => {
      const rows = await waitingFor(tx, actor);
      return { caseIds: rows.map(({ caseId }) => caseId), items: await Promise.all(rows.map((row) => this.shown(tx, actor, row))) };
    });
    await this.audit.readEach(actor, { action: 'consent-proposals.read', fieldClass: 'CONSENT' }, found.caseIds);
    return { items: found.items };
  }

  /** Repeatable. 409 `proposal.answered` when it no longer waits, or its last day is past. */
  async approve(actor: CitizenActor, id: string): Promise<void> {
    await this.answer(actor, id, 'GIVEN', async (tx, facts, proposal) => {
      const giver = actor.representativeId ? 'REPRESENTATIVE' : 'SELF';
      const [given] = await tx.query<{ id: string | null }[]>('select app.give_consent($1, $2) as id', [id, giver]);
      if (!given?.id) throw notWaiting();
      await this.audit.write(tx, actor, { action: 'consent.recorded', fieldClass: 'CONSENT', caseId: facts.id, subjectId: given.id });
      const to = proposal.recipients.map(({ shortName }) => shortName).join(', ');
      await recordInTimeline(tx, actor, { caseId: facts.id, kind: 'consent.given', params: { to, validTo: proposal.validTo } });
    });
  }

  async refuse(actor: CitizenActor, id: string): Promise<void> {
    await this.answer(actor, id, 'DECLINED', async (tx, facts) => {
      await tx.query(`update consent_proposal set state = 'DECLINED', answered_at = app.domain_now(), version = version + 1 where id = $1`, [id]);
      await this.audit.write(tx, actor, { action: 'consent.refused', fieldClass: 'CONSENT', caseId: facts.id, subjectId: id });
    });
  }

  private async answer(
    actor: CitizenActor,
    id: string,
    wanted: StoredProposal['state'],
    take: (tx: Tx, facts: CaseFacts, proposal: StoredProposal) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const found = await proposalOf(tx, actor, id);
      const facts = found && (await caseFactsForUpdate(tx, actor, found.caseId));
      this.gate.requireVisible(maySeeCase(actor, facts));
      // Read again under the case's lock: of an answer and a withdrawal at once, one comes first.
      const proposal = await proposalOf(tx, actor, id);
      if (!facts || !proposal) throw notVisible();
      if (proposal.state === wanted) return;
      if (proposal.state !== 'PENDING' || facts.status !== 'OPEN' || (await isOver(tx, proposal))) throw notWaiting();
      await take(tx, facts, proposal);
      await notify(tx, {
        kind: 'consent.answered',
        to: { assignmentId: proposal.proposedBy.assignmentId },
        caseId: facts.id,
        params: { answer: wanted },
      });
    });
  }

  private async shown(tx: Tx, actor: CitizenActor, row: StoredProposal): Promise<MyProposalView> {
    const { caseId, organisationId, proposedBy, version: _, ...proposal } = row;
    const { sees, notSeenCategories } = await this.queries.preview(tx, actor, caseId, {
      disclosingOrganisationId: organisationId,
      informationCategories: proposal.informationCategories,
      exclusions: proposal.exclusions,
      recipients: { organisationIds: proposal.recipients.map(({ id }) => id), contactIds: [] },
    });
    return { ...proposal, askedBy: proposedBy.name, sees, notSeenCategories };
  }
}

async function isOver(tx: Tx, { validTo }: StoredProposal): Promise<boolean> {
  const [row] = await tx.query<{ over: boolean }[]>('select $1::date < app.domain_today() as over', [validTo]);
  return row!.over;
}
