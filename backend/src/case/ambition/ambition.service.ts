import { Injectable } from '@nestjs/common';
import type { AmbitionLevel } from '@samspel/shared/case/case.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { TeamCase } from '../team-case.ts';
import { Database } from '../../platform/database/database.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { mayLead } from '../case.policy.ts';

const PRESENT = 'select level from case_ambition where case_id = $1 order by from_at desc limit 1';

@Injectable()
export class Ambitions {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  /** Adds to the dated history; the level that already stands is left as it is, so a repeat changes nothing. */
  set(actor: StaffActor, caseId: string, level: AmbitionLevel): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toChange(tx, actor, caseId);
      this.gate.require(mayLead(actor, facts));
      const [present] = await tx.query<{ level: AmbitionLevel }[]>(PRESENT, [caseId]);
      if (present?.level === level) return;
      await tx.query('insert into case_ambition (case_id, level, set_by_assignment_id) values ($1, $2, $3)', [caseId, level, actor.id]);
      await tx.query('update coordination_case set version = version + 1 where id = $1', [caseId]);
      await this.audit.write(tx, actor, { action: 'case.ambition-set', fieldClass: 'CASE', caseId, personId: facts.personId });
      await recordInTimeline(tx, actor, { caseId, kind: 'case.ambition-set', params: { level } });
    });
  }
}
