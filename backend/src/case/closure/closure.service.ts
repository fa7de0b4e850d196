import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { tellIntake } from '../../care-team/invitation/intake.ts';
import { endHandoversWithCase, handoverPending, requireNothingPending } from '../../handover/with-the-case.ts';
import { refusing } from '../../organisation/database-refusals.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { TeamCase } from '../team-case.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { conflict, type Problem } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { mayClose } from '../case.policy.ts';
import type { CloseCaseInput } from './closure.dto.ts';

/** The coordination ends; what each authority owes by law goes on as before. */
@Injectable()
export class Closures {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** 412 when somebody changed the case since `version`, 409 when it is closed already, a handover waits for an answer or an activity is open. */
  close(actor: StaffActor, caseId: string, version: number, { reason, remainingWork, openActivities }: CloseCaseInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toChange(tx, actor, caseId);
      this.gate.require(mayClose(actor, facts));
      requireVersion(facts, version);
      await requireNothingPending(tx, caseId);
      await endHandoversWithCase(tx, actor, caseId, this.clock.now());
      if (openActivities === 'CONTINUE_WITH_OWNER') await tx.query('select app.continue_with_owners($1)', [caseId]);
      const stopped = await stopInvitations(tx, caseId);
      await stopJoinRequests(tx, caseId);
      await stopCoordinatorRequest(tx, caseId);
      const close = tx.query(
        `update coordination_case set status = 'CLOSED', closed_at = app.domain_now(), closed_by_assignment_id = $2, closing_reason = $3, remaining_work = $4,
           version = version + 1 where id = $1`,
        [caseId, actor.id, reason, remainingWork],
      );
      await refusing(close, { handover_pending: handoverPending, activities_open: activitiesOpen });
      await this.audit.write(tx, actor, { action: 'case.closed', fieldClass: 'CASE', caseId, personId: facts.personId });
      await tellTeam(tx, actor, caseId, facts.reference);
      const names = stopped.join(', ');
      await recordInTimeline(tx, actor, { caseId, kind: 'case.closed', params: { reason, ...(names && { stopped: names }) } });
    });
  }
}

/** Also for one that whoever closes may not read: nobody's work ends unsaid. */
const activitiesOpen = (): Problem =>
  conflict(
    'plan.activities_open',
    'Insatser är inte klara',
    'Det finns insatser i planen som inte är klara. Säg att de går vidare hos dem som svarar för dem, eller vänta tills de är klara.',
  );

/** Nobody goes on waiting for an answer that nobody can give any more. Answers the short names of the organisations. */
async function stopInvitations(tx: Tx, caseId: string): Promise<string[]> {
  const stopped = await tx.query<{ organisation: string; unitId: string }[]>(
    `with stopped as (
       update care_team_invitation set state = 'STOPPED', preview = null, answered_at = app.domain_now(), version = version + 1
       where case_id = $1 and state = 'PENDING' returning organisation_id, unit_id)
     select o.short_name as organisation, s.unit_id as "unitId" from stopped s join organisation o on o.id = s.organisation_id order by o.short_name`,
    [caseId],
  );
  for (const { unitId } of stopped) await tellIntake(tx, unitId);
  return stopped.map(({ organisation }) => organisation);
}

/** Who asked from outside is told that the answer is no more to come, and nothing about the case. */
async function stopJoinRequests(tx: Tx, caseId: string): Promise<void> {
  const askers = await tx.query<{ assignmentId: string }[]>(
    `with stopped as (
       update join_request set state = 'STOPPED', answered_at = app.domain_now(), version = version + 1
       where case_id = $1 and state = 'PENDING' returning requested_by_assignment_id)
     select requested_by_assignment_id as "assignmentId" from stopped`,
    [caseId],
  );
  for (const to of askers) await notify(tx, { kind: 'join-request.answered', to, params: { answer: 'STOPPED' } });
}

async function stopCoordinatorRequest(tx: Tx, caseId: string): Promise<void> {
  await tx.query(
    `update coordinator_request set state = 'WITHDRAWN', answered_at = app.domain_now(), version = version + 1 where case_id = $1 and state = 'PENDING'`,
    [caseId],
  );
}

async function tellTeam(tx: Tx, actor: StaffActor, caseId: string, reference: string): Promise<void> {
  const team = await tx.query<{ assignmentId: string }[]>(
    'select assignment_id as "assignmentId" from participation where case_id = $1 and until_at is null and assignment_id <> $2',
    [caseId, actor.id],
  );
  for (const to of team) await notify(tx, { kind: 'case.closed', to, caseId, params: { reference } });
}
