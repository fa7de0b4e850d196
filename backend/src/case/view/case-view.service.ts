import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { notVisible } from '../../platform/problem/problem.ts';
import { maySeeCase } from '../case-visibility.policy.ts';
import { SubjectIdentities } from '../subject/subject-identity.ts';
import type { CaseView } from './case-view.dto.ts';
import { CASE_VIEW } from './case-view.sql.ts';
import { caseView, type StoredCase } from './case-view.ts';

@Injectable()
export class CaseViews {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly identities: SubjectIdentities,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** One statement, one audit row. 404 for whoever is outside the team. */
  async read(actor: StaffActor, caseId: string): Promise<CaseView> {
    const [row] = await this.db.read<{ stored: StoredCase }>(actor, 'case-view', CASE_VIEW, [caseId, actor.id]);
    this.gate.requireVisible(maySeeCase(actor, row?.stored.facts));
    if (!row) throw notVisible();
    const { stored } = row;
    await this.audit.read(actor, { action: 'case.read', fieldClass: 'CASE', caseId, personId: stored.person.id });
    return caseView(actor, stored, this.identities.of(stored.person.sealed), this.clock.today(), this.clock.now());
  }
}
