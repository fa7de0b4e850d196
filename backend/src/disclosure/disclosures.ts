import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InformationCategory } from '@samspel/shared/consent/consent.ts';
import type { StaffActor } from '../access/actor.ts';
import { Consents } from '../consent/consents.ts';
import type { Tx } from '../platform/database/database.ts';
import { conflict, Problem } from '../platform/problem/problem.ts';

export interface Disclosure {
  caseId: string;
  subjectKind: 'NOTE' | 'EVENT' | 'INVITATION' | 'HANDOVER' | 'PLAN_ITEM' | 'ACTIVITY_NOTE' | 'QUESTION';
  subjectId: string;
  subjectVersion: number;
  category: InformationCategory;
  /** What the receivers get to read, word for word: it is what they keep. */
  content: Record<string, unknown>;
  /** Receiving organisations, each once. */
  recipients: readonly string[];
}

export const consentMissing = (organisations: readonly string[]): Problem =>
  new Problem(
    409,
    'consent.missing',
    'Samtycke saknas',
    'Det finns inget giltigt samtycke som låter er dela det här med alla du har valt. Inget har skickats.',
    {
      extra: { organisations },
    },
  );

export const recipientNotInTeam = (): Problem =>
  conflict('recipient.not_in_team', 'Inte med i teamet', 'Minst en av organisationerna är inte med i teamet. Inget har skickats.');

@Injectable()
export class Disclosures {
  constructor(private readonly consents: Consents) {}

  /**
   * Records one act of sharing by the actor's organisation, in the act's own transaction. All or nothing: 409 `consent.missing` naming
   * every organisation (`organisations`) that no valid consent covers.
   */
  async record(tx: Tx, actor: StaffActor, disclosure: Disclosure): Promise<void> {
    // Sharing during a withdrawal: whoever takes the case row second sees what the first has done.
    await tx.query('select 1 from coordination_case where id = $1 for update', [disclosure.caseId]);
    const byConsent = await this.recipientsByConsent(tx, actor.organisationId, disclosure);
    for (const [consentId, recipients] of byConsent) await insert(tx, actor, disclosure, consentId, recipients);
  }

  /** Different receivers may be covered by different consents; each consent then gets a disclosure of its own. */
  private async recipientsByConsent(tx: Tx, from: string, { caseId, category, recipients }: Disclosure): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    const missing: string[] = [];
    for (const to of new Set(recipients)) {
      const consentId = await this.consents.covering(tx, { caseId, from, to, category });
      if (consentId) found.set(consentId, [...(found.get(consentId) ?? []), to]);
      else missing.push(to);
    }
    if (missing.length) throw consentMissing(missing);
    return found;
  }
}

async function insert(tx: Tx, actor: StaffActor, disclosure: Disclosure, consentId: string, recipients: string[]): Promise<void> {
  const id = randomUUIDv7();
  const { caseId, subjectKind, subjectId, subjectVersion, category, content } = disclosure;
  await tx.query(
    `insert into disclosure (id, case_id, from_organisation_id, consent_id, subject_kind, subject_id, subject_version, information_category, content, disclosed_by_assignment_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, caseId, actor.organisationId, consentId, subjectKind, subjectId, subjectVersion, category, JSON.stringify(content), actor.id],
  );
  await tx.query(
    `insert into disclosure_recipient (disclosure_id, case_id, from_organisation_id, organisation_id) select $1::uuid, $2::uuid, $3::uuid, unnest($4::uuid[])`,
    [id, caseId, actor.organisationId, recipients],
  );
}
