import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { type CaseFacts, caseFacts, caseFactsForUpdate } from '../case/case-facts.ts';
import { maySeeCase } from '../case/case-visibility.policy.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import { conflict, notVisible, unprocessable } from '../platform/problem/problem.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import type { ConsentPreviewView, ConsentScopeInput, ConsentsView, RecordConsentInput } from './consent.dto.ts';
import { requireKnownRecipients } from './consent-recipients.ts';
import { mayRecordConsent, mayShareFor } from './consent.policy.ts';
import { ConsentQueries } from './consent.queries.ts';
import { periodErrors, recipientErrors } from './consent.rules.ts';

@Injectable()
export class ConsentService {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly queries: ConsentQueries,
    private readonly clock: Clock,
  ) {}

  async ofCase(actor: StaffActor, caseId: string): Promise<ConsentsView> {
    const view = await this.db.transaction(actor, async (tx) => {
      this.visible(actor, await caseFacts(tx, actor, caseId));
      return this.queries.ofCase(tx, actor, caseId);
    });
    await this.audit.read(actor, { action: 'consents.read', fieldClass: 'CONSENT', caseId });
    return view;
  }

  /** What recording this would open, and to whom. */
  async preview(actor: StaffActor, caseId: string, scope: ConsentScopeInput): Promise<ConsentPreviewView> {
    const view = await this.db.transaction(actor, async (tx) => {
      const facts = this.visible(actor, await caseFacts(tx, actor, caseId));
      await this.requireScope(tx, actor, facts, scope);
      return this.queries.preview(tx, actor, caseId, scope);
    });
    await this.audit.read(actor, { action: 'consent.previewed', fieldClass: 'CONSENT', caseId });
    return view;
  }

  record(actor: StaffActor, caseId: string, key: OnceKey, input: RecordConsentInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = this.visible(actor, await caseFactsForUpdate(tx, actor, caseId));
        if (facts.status === 'CLOSED') throw conflict('case.closed', 'Ärendet är avslutat', 'I ett avslutat ärende registreras inga nya samtycken.');
        await this.requireScope(tx, actor, facts, input);
        const errors = periodErrors(input, this.clock.today());
        if (errors.length) throw unprocessable(errors);
        await insert(tx, actor, facts, id, input);
        await this.audit.write(tx, actor, { action: 'consent.recorded', fieldClass: 'CONSENT', caseId, personId: facts.personId, subjectId: id });
        await recordInTimeline(tx, actor, { caseId, kind: 'consent.given', params: { to: await receiverNames(tx, id), validTo: input.validTo } });
      },
      (tx) => caseFacts(tx, actor, caseId).then((facts) => this.visible(actor, facts)),
    );
  }

  private visible(actor: StaffActor, facts: CaseFacts | undefined): CaseFacts {
    this.gate.requireVisible(maySeeCase(actor, facts));
    if (!facts) throw notVisible();
    return facts;
  }

  private async requireScope(tx: Tx, actor: StaffActor, facts: CaseFacts, scope: ConsentScopeInput): Promise<void> {
    this.gate.require(mayRecordConsent(actor, facts));
    this.gate.require(mayShareFor(actor, scope.disclosingOrganisationId));
    const errors = recipientErrors(scope);
    if (errors.length) throw unprocessable(errors);
    await requireKnownRecipients(tx, facts.id, scope.recipients);
  }
}

async function insert(tx: Tx, actor: StaffActor, facts: CaseFacts, id: string, input: RecordConsentInput): Promise<void> {
  await tx.query(
    `insert into consent (id, case_id, person_id, disclosing_organisation_id, given_by, purpose, information_categories, exclusions, valid_from, valid_to,
                          form, taken_by_assignment_id, text_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      facts.id,
      facts.personId,
      actor.organisationId,
      input.givenBy,
      input.purpose,
      unique(input.informationCategories),
      input.exclusions,
      input.validFrom,
    ].concat([input.validTo, input.form, actor.id, input.informedWithText]),
  );
  await tx.query(
    `insert into consent_recipient (consent_id, case_id, organisation_id, contact_id)
     select $1::uuid, $2::uuid, o, null::uuid from unnest($3::uuid[]) o union all select $1, $2, null, t from unnest($4::uuid[]) t`,
    [id, facts.id, unique(input.recipients.organisationIds), unique(input.recipients.contactIds)],
  );
}

async function receiverNames(tx: Tx, consentId: string): Promise<string> {
  const rows = await tx.query<{ name: string }[]>(
    `select coalesce(o.short_name, t.name) as name from consent_recipient r
     left join organisation o on o.id = r.organisation_id left join case_contact t on t.id = r.contact_id
     where r.consent_id = $1 order by r.organisation_id is null, 1`,
    [consentId],
  );
  return rows.map(({ name }) => name).join(', ');
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
