import { Injectable } from '@nestjs/common';
import type { PlanType } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Consents } from '../../consent/consents.ts';
import { Disclosures } from '../../disclosure/disclosures.ts';
import type { Tx } from '../../platform/database/database.ts';

interface NewVersion {
  readonly id: string;
  readonly caseId: string;
  readonly number: number;
  readonly reason: string;
  readonly type: PlanType;
}

const OTHERS = `
  select distinct p.organisation_id as id from participation p
  where p.case_id = $1 and p.until_at is null and p.organisation_id <> $2 order by 1`;

/** Which organisations read that there is a version, and why: the reason is the publisher's words, so telling them is sharing. */
@Injectable()
export class VersionReaders {
  constructor(
    private readonly consents: Consents,
    private readonly disclosures: Disclosures,
  ) {}

  /**
   * Organisations of the team that a consent lets the publisher tell; told and recorded here. Whoever is not covered sees no version at all, and
   * its items keep the readers they had.
   */
  async tell(tx: Tx, actor: StaffActor, { id, caseId, number, reason, type }: NewVersion): Promise<string[]> {
    const others = await tx.query<{ id: string }[]>(OTHERS, [caseId, actor.organisationId]);
    const covered: string[] = [];
    for (const { id: to } of others) {
      if (await this.consents.covering(tx, { caseId, from: actor.organisationId, to, category: 'PLAN' })) covered.push(to);
    }
    if (covered.length) {
      const content = { kind: 'VERSION', number, reason, type };
      await this.disclosures.record(tx, actor, {
        ...{ caseId, subjectKind: 'PLAN_ITEM', subjectId: id, subjectVersion: number, category: 'PLAN', content },
        recipients: covered,
      });
    }
    return covered;
  }
}
