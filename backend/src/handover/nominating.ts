import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { tellIntake } from '../care-team/invitation/intake.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { requireVersion } from '../platform/http/version.ts';
import { announce } from '../platform/live/announce.ts';
import { notify } from '../timeline/notices.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import { maySeeHandover } from './handover.policy.ts';
import { moved } from './handover.rules.ts';
import { handoverForUpdate, type HandoverRow, move, wrongState } from './handover.store.ts';
import { linkNames } from './link-names.ts';
import { type Nominee, nomineeAt } from './nominee.ts';
import { mayNominate } from './nominating.policy.ts';

/** The receiving side names whom it asks. The one named is not owner, and the clock runs on until they have accepted for themself. */
@Injectable()
export class Nominations {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** A repeat changes nothing. 409 `handover.state` when it has been answered, `nominee.away`; 422 for somebody who does not work there today. */
  nominate(actor: StaffActor, id: string, version: number, assignmentId: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const handover = await handoverForUpdate(tx, actor, id);
      this.gate.requireVisible(maySeeHandover(actor, handover));
      this.gate.require(mayNominate(handover));
      if (!moved(handover, 'nominate')) throw wrongState(handover.state);
      if (handover.nomineeId === assignmentId) return;
      requireVersion(handover, version);
      // A supervisor answers for the whole organisation, the intake for its own unit.
      const place = handover.supervisesReceiver ? { organisationId: handover.toOrganisationId } : { unitId: handover.toUnitId };
      const nominee = await nomineeAt(tx, assignmentId, place, [handover.fromAssignmentId, handover.accountableId]);
      const received = handover.state === 'OFFERED' ? { receivedBy: actor.id, receivedAt: this.clock.now() } : {};
      await move(tx, actor, handover, 'nominate', { nomineeId: nominee.id, nominatedBy: actor.id, toUnitId: nominee.unitId, ...received });
      await this.audit.write(tx, actor, { action: 'handover.nominated', fieldClass: 'CASE', caseId: handover.caseId, subjectId: id });
      await tell(tx, actor, handover, nominee);
    });
  }
}

async function tell(tx: Tx, actor: StaffActor, handover: HandoverRow, nominee: Nominee): Promise<void> {
  const { id, caseId, scope, toUnitId, nomineeId, fromAssignmentId } = handover;
  const names = await linkNames(tx, { ...handover, toUnitId: nominee.unitId });
  const params = { scope, name: nominee.name, ...names };
  await recordInTimeline(tx, actor, { caseId, kind: 'handover.nominated', params });
  const notice = { kind: 'handover.nominated', caseId, params: { ...params, handoverId: id } } as const;
  for (const assignmentId of new Set([nominee.id, fromAssignmentId]))
    if (assignmentId !== actor.id) await notify(tx, { ...notice, to: { assignmentId } });
  // Whoever had it before sees it go.
  if (nomineeId) await announce(tx, { type: 'my-day', ref: nomineeId, to: [nomineeId] });
  if (toUnitId !== nominee.unitId) await tellIntake(tx, toUnitId);
}
