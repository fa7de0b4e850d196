import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { notVisible } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { TeamCase } from '../../case/team-case.ts';
import { alreadyAnswered } from './answering.ts';
import { tellIntake } from './intake.ts';
import type { InvitationPreviewView, InvitationRowView, InviteInput } from './invitation.dto.ts';
import { maySeeInvitation, mayWithdraw } from './invitation.policy.ts';
import { invitationPreview, invitationQueue, previewView } from './invitation.queries.ts';
import { moved } from './invitation.rules.ts';
import { InvitationSending } from './sending.ts';
import type { InvitationState } from '@samspel/shared/care-team/invitation.ts';

interface SentInvitation {
  caseId: string;
  unitId: string;
  state: InvitationState;
  organisation: string;
}

const SENT = `
  select i.case_id as "caseId", i.unit_id as "unitId", i.state, o.short_name as organisation
  from care_team_invitation i join organisation o on o.id = i.organisation_id
  where i.id = $1 and exists (select 1 from participation p where p.case_id = i.case_id and p.assignment_id = $2 and p.until_at is null)`;

/** The inviting team's side, and what both sides read. The answer is in answering.ts. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly sending: InvitationSending,
    private readonly audit: AuditLog,
  ) {}

  /** Anybody in the team may ask; whether the person has said yes to that very organisation decides, as for all sharing (409). */
  invite(actor: StaffActor, key: OnceKey, caseId: string, input: InviteInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = await this.team.toChange(tx, actor, caseId);
        await this.sending.send(tx, actor, facts, { id, ...input });
      },
      (tx) => this.team.toRead(tx, actor, caseId),
    );
  }

  async queue(actor: StaffActor): Promise<InvitationRowView[]> {
    const rows = await this.db.transaction(actor, (tx) => invitationQueue(tx, actor));
    await this.audit.read(actor, { action: 'invitation.list', fieldClass: 'CASE' });
    return rows;
  }

  async preview(actor: StaffActor, id: string): Promise<InvitationPreviewView> {
    const row = await this.db.transaction(actor, (tx) => invitationPreview(tx, actor, id));
    if (!row) throw notVisible();
    this.gate.requireVisible(maySeeInvitation(actor, row));
    await this.audit.read(actor, { action: 'invitation.read', fieldClass: 'CASE', caseId: row.caseId, subjectId: id });
    return previewView(actor, row);
  }

  withdraw(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { caseId } = await sentInvitation(tx, actor, id);
      const facts = await this.team.toChange(tx, actor, caseId);
      this.gate.require(mayWithdraw(facts));
      // Read again under the case's lock: an answer may have come while we waited.
      const { state, unitId, organisation } = await sentInvitation(tx, actor, id);
      // Two members who take the same invitation back want the same thing, so either's repeat is a repeat.
      const next = moved(state, 'withdraw', true);
      if (next === 'repeat') return;
      if (!next) throw alreadyAnswered();
      await tx.query(
        `update care_team_invitation set state = $2, preview = null, answered_by_assignment_id = $3, answered_at = app.domain_now(), version = version + 1 where id = $1`,
        [id, next, actor.id],
      );
      await this.audit.write(tx, actor, { action: 'invitation.withdrawn', fieldClass: 'CASE', caseId, subjectId: id });
      await recordInTimeline(tx, actor, { caseId, kind: 'invitation.withdrawn', params: { organisation } });
      await tellIntake(tx, unitId);
    });
  }
}

async function sentInvitation(tx: Tx, actor: StaffActor, id: string): Promise<SentInvitation> {
  const [row] = await tx.query<SentInvitation[]>(SENT, [id, actor.id]);
  if (!row) throw notVisible();
  return row;
}
