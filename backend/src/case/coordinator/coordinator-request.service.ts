import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CoordinatorRequestState } from '@samspel/shared/case/coordinator-request.ts';
import type { TimelineKind } from '@samspel/shared/timeline/timeline.ts';
import type { StaffActor } from '../../access/actor.ts';
import { type Decision, Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { requireNothingPending } from '../../handover/with-the-case.ts';
import { TeamCase } from '../team-case.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { conflict, notVisible, unprocessable } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import type { CaseFacts } from '../case-facts.ts';
import { mayAskCoordinator } from '../case.policy.ts';
import type { AskCoordinatorInput } from './coordinator-request.dto.ts';
import { type CoordinatorRequestFacts, mayAccept, mayRefuse, mayWithdraw } from './coordinator-request.policy.ts';
import { answer, type CoordinatorAct } from './coordinator-request.rules.ts';

interface CoordinatorRequest extends CoordinatorRequestFacts {
  id: string;
  caseId: string;
  state: CoordinatorRequestState;
  askedName: string;
}

const REQUEST = `
  select q.id, q.case_id as "caseId", q.state, q.asked_assignment_id as "askedId", q.asked_by_assignment_id as "askedById",
         s.given_name || ' ' || s.family_name as "askedName"
  from coordinator_request q join assignment a on a.id = q.asked_assignment_id join staff_member s on s.id = a.staff_member_id
  join participation me on me.case_id = q.case_id and me.assignment_id = $2 and me.until_at is null
  where q.id = $1`;

const MEMBER = `
  select s.given_name || ' ' || s.family_name as name,
         (select asked_assignment_id from coordinator_request where case_id = $1 and state = 'PENDING') as "waitingFor"
  from participation p join assignment a on a.id = p.assignment_id join staff_member s on s.id = a.staff_member_id
  where p.case_id = $1 and p.assignment_id = $2 and p.until_at is null`;

const TOLD: Record<CoordinatorAct, TimelineKind> = {
  accept: 'coordinator.accepted',
  refuse: 'coordinator.declined',
  withdraw: 'coordinator.withdrawn',
};

/** Who leads the team changes only when the one who was asked has said yes. */
@Injectable()
export class CoordinatorRequests {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  /** Repeatable for the same person; 409 while somebody else's answer is awaited, also to a handover of the role. */
  ask(actor: StaffActor, caseId: string, { assignmentId, message }: AskCoordinatorInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toChange(tx, actor, caseId);
      this.gate.require(mayAskCoordinator(actor, facts));
      const [member] = await tx.query<{ name: string; waitingFor: string | null }[]>(MEMBER, [caseId, assignmentId]);
      if (!member) throw unprocessable([{ pointer: '/assignmentId', code: 'notInTeam' }], 'Välj någon som är med i teamet.');
      if (member.waitingFor === assignmentId) return;
      if (member.waitingFor)
        throw conflict('coordinator-request.pending', 'En fråga väntar redan', 'Någon annan har redan fått frågan. Ta tillbaka den först.');
      if (facts.coordinatorId === assignmentId)
        throw conflict('coordinator.already', 'Är redan samordnare', 'Den du valde är redan samordnare i ärendet.');
      await requireNothingPending(tx, caseId, 'COORDINATOR_ROLE');
      const id = randomUUIDv7();
      await tx.query(
        'insert into coordinator_request (id, case_id, asked_assignment_id, asked_by_assignment_id, message) values ($1, $2, $3, $4, $5)',
        [id, caseId, assignmentId, actor.id, message],
      );
      await this.audit.write(tx, actor, { action: 'coordinator.asked', fieldClass: 'CASE', caseId, personId: facts.personId, subjectId: id });
      await notify(tx, { kind: 'coordinator.asked', to: { assignmentId }, caseId, params: { reference: facts.reference } });
      await recordInTimeline(tx, actor, { caseId, kind: 'coordinator.asked', params: { name: member.name } });
    });
  }

  accept(actor: StaffActor, id: string): Promise<void> {
    return this.answer(actor, id, 'accept', mayAccept, async (tx, facts, request) => {
      await requireNothingPending(tx, facts.id, 'COORDINATOR_ROLE');
      await tx.query('update coordination_case set coordinator_assignment_id = $2, version = version + 1 where id = $1', [facts.id, request.askedId]);
    });
  }

  refuse(actor: StaffActor, id: string): Promise<void> {
    return this.answer(actor, id, 'refuse', (_, __, request) => mayRefuse(actor, request));
  }

  withdraw(actor: StaffActor, id: string): Promise<void> {
    return this.answer(actor, id, 'withdraw', mayWithdraw);
  }

  private answer(
    actor: StaffActor,
    id: string,
    act: CoordinatorAct,
    policy: (actor: StaffActor, facts: CaseFacts, request: CoordinatorRequestFacts) => Decision,
    then: (tx: Tx, facts: CaseFacts, request: CoordinatorRequest) => Promise<void> = async () => undefined,
  ): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { caseId } = await request(tx, actor, id);
      const facts = await this.team.toChange(tx, actor, caseId);
      // Read again under the case's lock: another answer may have come while we waited.
      const found = await request(tx, actor, id);
      this.gate.require(policy(actor, facts, found));
      const next = answer(found.state, act);
      if (next === 'repeat') return;
      if (!next)
        throw conflict('coordinator-request.answered', 'Frågan är redan besvarad', 'Frågan om vem som samordnar är redan besvarad eller återtagen.');
      await tx.query('update coordinator_request set state = $2, answered_at = app.domain_now(), version = version + 1 where id = $1', [id, next]);
      // Answering is having read: the news that one was asked does not wait on the start page any longer.
      await tx.query(
        `update notice set read_at = app.domain_now() where case_id = $1 and recipient_assignment_id = $2 and kind = 'coordinator.asked' and read_at is null`,
        [caseId, actor.id],
      );
      await then(tx, facts, found);
      await this.audit.write(tx, actor, { action: TOLD[act], fieldClass: 'CASE', caseId, personId: facts.personId, subjectId: id });
      await tellWhoWaited(tx, actor, facts, found, next);
      await recordInTimeline(tx, actor, { caseId, kind: TOLD[act], params: { name: found.askedName } });
    });
  }
}

/** Whoever asked, and whoever led the team until now; a withdrawn question goes away from the asked one's page by itself. */
async function tellWhoWaited(
  tx: Tx,
  actor: StaffActor,
  facts: CaseFacts,
  { askedById, askedName }: CoordinatorRequest,
  state: CoordinatorRequestState,
): Promise<void> {
  if (state === 'WITHDRAWN') return;
  const told = new Set([askedById, facts.coordinatorId!]);
  told.delete(actor.id);
  for (const assignmentId of told) {
    await notify(tx, {
      kind: 'coordinator.answered',
      to: { assignmentId },
      caseId: facts.id,
      params: { name: askedName, answer: state, reference: facts.reference },
    });
  }
}

async function request(tx: Tx, actor: StaffActor, id: string): Promise<CoordinatorRequest> {
  const [row] = await tx.query<CoordinatorRequest[]>(REQUEST, [id, actor.id]);
  if (!row) throw notVisible();
  return row;
}
