import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { TeamCase } from '../team-case.ts';
import { Database } from '../../platform/database/database.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { mayLead } from '../case.policy.ts';
import type { NextStepInput } from '../opening/opening.dto.ts';

/** What happens next, and that it has happened. Earlier steps stay on the timeline, so nothing is overwritten unseen. */
@Injectable()
export class NextSteps {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  /** 412 when somebody changed the case since `version`. Answers the version that stands now. */
  set(actor: StaffActor, caseId: string, version: number, { text, due = null }: NextStepInput): Promise<number> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toChange(tx, actor, caseId);
      this.gate.require(mayLead(actor, facts));
      requireVersion(facts, version);
      await tx.query(
        'update coordination_case set next_step = $2, next_step_due = $3, next_step_set_at = app.domain_now(), version = version + 1 where id = $1',
        [caseId, text, due],
      );
      await this.audit.write(tx, actor, { action: 'case.next-step-set', fieldClass: 'CASE', caseId, personId: facts.personId });
      await recordInTimeline(tx, actor, { caseId, kind: 'case.next-step-set', text, ...(due && { params: { due } }) });
      return facts.version + 1;
    });
  }

  /** The step is done and none has taken its place yet. */
  finish(actor: StaffActor, caseId: string, version: number): Promise<number> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toChange(tx, actor, caseId);
      this.gate.require(mayLead(actor, facts));
      requireVersion(facts, version);
      const [step] = await tx.query<{ text: string | null }[]>('select next_step as text from coordination_case where id = $1', [caseId]);
      if (!step?.text) return facts.version;
      await tx.query(
        'update coordination_case set next_step = null, next_step_due = null, next_step_set_at = null, version = version + 1 where id = $1',
        [caseId],
      );
      await this.audit.write(tx, actor, { action: 'case.next-step-done', fieldClass: 'CASE', caseId, personId: facts.personId });
      await recordInTimeline(tx, actor, { caseId, kind: 'case.next-step-done', text: step.text });
      return facts.version + 1;
    });
  }
}
