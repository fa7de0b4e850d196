import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JoinRequestState } from '@samspel/shared/care-team/invitation.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { conflict, notVisible } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { TeamCase } from '../../case/team-case.ts';
import { mayAnswerJoinRequest } from './invitation.policy.ts';
import { InvitationSending } from './sending.ts';

interface JoinRequest {
  id: string;
  caseId: string;
  state: JoinRequestState;
  requestedBy: string;
  unitId: string;
  organisation: string;
  answeredBy: string | null;
  /** The invitation it became, if any. */
  invitationId: string | null;
}

const JOIN_REQUEST = `
  select j.id, j.case_id as "caseId", j.state, j.requested_by_assignment_id as "requestedBy", a.unit_id as "unitId", o.short_name as organisation,
         j.answered_by_assignment_id as "answeredBy",
         (select i.id from care_team_invitation i where i.case_id = j.case_id and i.organisation_id = j.organisation_id and i.invited_at >= j.answered_at
          order by i.invited_at limit 1) as "invitationId"
  from join_request j join assignment a on a.id = j.requested_by_assignment_id join organisation o on o.id = j.organisation_id
  where j.id = $1 and exists (select 1 from participation p where p.case_id = j.case_id and p.assignment_id = $2 and p.until_at is null)`;

/** Somebody asked to open a case that is open already; whoever leads the team answers. */
@Injectable()
export class JoinRequests {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly sending: InvitationSending,
    private readonly audit: AuditLog,
  ) {}

  /** A yes is an invitation to the asker's unit, with everything an invitation needs. Answers its id, also to the repeat. */
  invite(actor: StaffActor, id: string, reason: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, request } = await this.forAnswer(tx, actor, id);
      if (request.state === 'INVITED' && request.answeredBy === actor.id && request.invitationId) return request.invitationId;
      requireWaiting(request);
      const invitationId = randomUUIDv7();
      await this.answer(tx, actor, request, 'INVITED');
      await this.sending.send(tx, actor, facts, { id: invitationId, unitId: request.unitId, reason });
      return invitationId;
    });
  }

  refuse(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { request } = await this.forAnswer(tx, actor, id);
      if (request.state === 'REFUSED' && request.answeredBy === actor.id) return;
      requireWaiting(request);
      await this.answer(tx, actor, request, 'REFUSED');
      // Without the case: the asker still knows nothing of it, and shall not.
      await notify(tx, { kind: 'join-request.answered', to: { assignmentId: request.requestedBy }, params: { answer: 'REFUSED' } });
    });
  }

  private async forAnswer(tx: Tx, actor: StaffActor, id: string) {
    const { caseId } = await joinRequest(tx, actor, id);
    const facts = await this.team.toChange(tx, actor, caseId);
    this.gate.require(mayAnswerJoinRequest(actor, facts));
    return { facts, request: await joinRequest(tx, actor, id) };
  }

  private async answer(tx: Tx, actor: StaffActor, { id, caseId, organisation }: JoinRequest, state: 'INVITED' | 'REFUSED'): Promise<void> {
    await tx.query(
      'update join_request set state = $2, answered_by_assignment_id = $3, answered_at = app.domain_now(), version = version + 1 where id = $1',
      [id, state, actor.id],
    );
    await this.audit.write(tx, actor, { action: `join-request.${state.toLowerCase()}`, fieldClass: 'CASE', caseId, subjectId: id });
    await recordInTimeline(tx, actor, { caseId, kind: 'join-request.answered', params: { organisation, answer: state } });
  }
}

async function joinRequest(tx: Tx, actor: StaffActor, id: string): Promise<JoinRequest> {
  const [row] = await tx.query<JoinRequest[]>(JOIN_REQUEST, [id, actor.id]);
  if (!row) throw notVisible();
  return row;
}

function requireWaiting(request: JoinRequest): void {
  if (request.state !== 'PENDING') throw conflict('join-request.answered', 'Redan besvarad', 'Frågan om att få vara med är redan besvarad.');
}
