import { Injectable } from '@nestjs/common';
import { CONSENT_TEXT_VERSIONS } from '@samspel/shared/consent/consent.ts';
import type { StaffActor } from '../../access/actor.ts';
import { availability } from '../../access/availability.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { type CaseFacts, caseFacts, caseFactsForUpdate } from '../../case/case-facts.ts';
import { maySeeCase } from '../../case/case-visibility.policy.ts';
import { PersonNews } from '../../person/person-news.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { conflict, notVisible, unprocessable } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { requireKnownRecipients } from '../consent-recipients.ts';
import { mayRecordConsent } from '../consent.policy.ts';
import { periodErrors, recipientErrors } from '../consent.rules.ts';
import type { ProposalListView, ProposeConsentInput } from './proposal.dto.ts';
import { mayWithdrawProposal } from './proposal.policy.ts';
import { proposalOf, proposalsOf } from './proposal.queries.ts';

/** A consent put before the person, for them to give or refuse by themself: each organisation asks for what it would share (OSL 8:1–2). */
@Injectable()
export class ConsentProposals {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly news: PersonNews,
  ) {}

  async ofCase(actor: StaffActor, caseId: string): Promise<ProposalListView> {
    const rows = await this.db.transaction(actor, async (tx) => {
      this.visible(actor, await caseFacts(tx, actor, caseId));
      return proposalsOf(tx, actor, caseId);
    });
    await this.audit.read(actor, { action: 'consent-proposals.read', fieldClass: 'CONSENT', caseId });
    return {
      items: rows.map(({ caseId: _, organisationId, ...row }) => ({
        ...row,
        ...availability({ 'proposal.withdraw': mayWithdrawProposal(actor, { ...row, organisationId }) }),
      })),
    };
  }

  /** 422 for a period or receivers that no consent could have; 409 in a closed case. */
  propose(actor: StaffActor, caseId: string, key: OnceKey, input: ProposeConsentInput): Promise<Outcome> {
    const recipients = { organisationIds: input.recipientOrganisationIds, contactIds: [] };
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = this.visible(actor, await caseFactsForUpdate(tx, actor, caseId));
        if (facts.status === 'CLOSED') throw conflict('case.closed', 'Ärendet är avslutat', 'I ett avslutat ärende frågar ingen om nya samtycken.');
        this.gate.require(mayRecordConsent(actor, facts));
        const errors = [
          ...recipientErrors({ disclosingOrganisationId: actor.organisationId, recipients }),
          ...periodErrors({ validFrom: this.clock.today(), validTo: input.validTo }, this.clock.today()),
        ];
        if (errors.length) throw unprocessable(errors);
        await requireKnownRecipients(tx, caseId, recipients);
        await insert(tx, actor, { id, caseId }, input);
        await this.audit.write(tx, actor, { action: 'consent.proposed', fieldClass: 'CONSENT', caseId, personId: facts.personId, subjectId: id });
        await notify(tx, { kind: 'consent.proposed', to: { personId: facts.personId }, caseId });
        await this.news.tell(tx, facts.personId);
        await recordInTimeline(tx, actor, { caseId, kind: 'consent.proposed', params: { validTo: input.validTo } });
      },
      (tx) => caseFacts(tx, actor, caseId).then((facts) => this.visible(actor, facts)),
    );
  }

  async withdraw(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const found = await proposalOf(tx, actor, id);
      const facts = found && (await caseFactsForUpdate(tx, actor, found.caseId));
      this.gate.requireVisible(maySeeCase(actor, facts));
      const proposal = await proposalOf(tx, actor, id);
      if (!facts || !proposal) throw notVisible();
      if (proposal.state === 'WITHDRAWN') return;
      this.gate.require(mayWithdrawProposal(actor, proposal));
      requireVersion(proposal, version);
      await tx.query(`update consent_proposal set state = 'WITHDRAWN', answered_at = app.domain_now(), version = version + 1 where id = $1`, [id]);
      await this.audit.write(tx, actor, {
        action: 'consent.proposal-withdrawn',
        fieldClass: 'CONSENT',
        caseId: facts.id,
        personId: facts.personId,
        subjectId: id,
      });
    });
  }

  private visible(actor: StaffActor, facts: CaseFacts | undefined): CaseFacts {
    this.gate.requireVisible(maySeeCase(actor, facts));
    if (!facts) throw notVisible();
    return facts;
  }
}

async function insert(tx: Tx, actor: StaffActor, { id, caseId }: { id: string; caseId: string }, input: ProposeConsentInput): Promise<void> {
  await tx.query(
    `insert into consent_proposal (id, case_id, disclosing_organisation_id, proposed_by_assignment_id, purpose, information_categories, exclusions, recipients, valid_to, text_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, caseId, actor.organisationId, actor.id, input.purpose, [...new Set(input.informationCategories)], input.exclusions],
      ...[[...new Set(input.recipientOrganisationIds)], input.validTo, CONSENT_TEXT_VERSIONS[0]],
    ],
  );
}
