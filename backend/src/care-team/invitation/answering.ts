import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InvitationState } from '@samspel/shared/care-team/invitation.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Consents } from '../../consent/consents.ts';
import { consentMissing } from '../../disclosure/disclosures.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { type Problem, conflict, notVisible } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { admit, colleagueAt } from '../participant/admission.ts';
import { tellIntake } from './intake.ts';
import type { AcceptInvitationInput, AcceptedInvitationView } from './invitation.dto.ts';
import { isIntakeOf } from './invitation.policy.ts';
import { type InvitationMove, moved } from './invitation.rules.ts';

interface ReceivedInvitation {
  id: string;
  caseId: string;
  state: InvitationState;
  organisationId: string;
  organisation: string;
  unitId: string;
  invitedBy: string;
  invitingOrganisationId: string;
  answeredBy: string | null;
}

const RECEIVED = `
  select $1::uuid as id, i.case_id as "caseId", i.state, i.organisation_id as "organisationId", o.short_name as organisation, i.unit_id as "unitId",
         i.invited_by_assignment_id as "invitedBy", i.inviting_organisation_id as "invitingOrganisationId", i.answered_by_assignment_id as "answeredBy"
  from app.invitation_to_my_unit($1) i join organisation o on o.id = i.organisation_id`;

/** The invited unit's side: its intake says yes and names who joins, or no. */
@Injectable()
export class InvitationAnswering {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly consents: Consents,
    private readonly audit: AuditLog,
  ) {}

  /** The whole of admission in one transaction, so that nobody ever reads an accepted invitation without its participant. */
  accept(actor: StaffActor, id: string, { assignmentId, ...role }: AcceptInvitationInput): Promise<AcceptedInvitationView> {
    return this.db.transaction(actor, async (tx) => {
      const invitation = await this.received(tx, actor, id);
      const { caseId, organisation } = invitation;
      if (!advance(actor, invitation, 'accept')) return { caseId: await ownCase(tx, actor, caseId) };
      await this.requireConsent(tx, invitation);
      const colleague = await colleagueAt(tx, assignmentId, { unitId: invitation.unitId });
      // Before the state changes: row security admits on the strength of the waiting invitation.
      await admit(tx, randomUUIDv7(), caseId, colleague, role);
      await answer(tx, actor, invitation, 'ACCEPTED', null);
      await this.audit.write(tx, actor, { action: 'invitation.accepted', fieldClass: 'CASE', caseId, subjectId: id });
      await recordInTimeline(tx, actor, { caseId, kind: 'invitation.accepted', params: { organisation, name: colleague.name, role: role.role } });
      if (assignmentId !== actor.id) await notify(tx, { kind: 'participant.joined', to: { assignmentId }, caseId });
      return { caseId: assignmentId === actor.id ? caseId : null };
    });
  }

  decline(actor: StaffActor, id: string, reason: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const invitation = await this.received(tx, actor, id);
      const { caseId, organisation } = invitation;
      if (!advance(actor, invitation, 'decline')) return;
      await answer(tx, actor, invitation, 'DECLINED', reason);
      await this.audit.write(tx, actor, { action: 'invitation.declined', fieldClass: 'CASE', caseId, subjectId: id });
      await recordInTimeline(tx, actor, { caseId, kind: 'invitation.declined', params: { organisation } });
    });
  }

  private async received(tx: Tx, actor: StaffActor, id: string): Promise<ReceivedInvitation> {
    const [invitation] = await tx.query<ReceivedInvitation[]>(RECEIVED, [id]);
    if (!invitation) throw notVisible();
    this.gate.requireVisible(isIntakeOf(actor, invitation));
    return invitation;
  }

  private async requireConsent(tx: Tx, { caseId, invitingOrganisationId, organisationId }: ReceivedInvitation): Promise<void> {
    const consent = await this.consents.covering(tx, { caseId, from: invitingOrganisationId, to: organisationId });
    if (!consent) throw consentMissing([organisationId]);
  }
}

/** False when this very actor has answered so before; 409 when somebody else was first, or the team took it back. */
function advance(actor: StaffActor, invitation: ReceivedInvitation, move: InvitationMove): boolean {
  const next = moved(invitation.state, move, invitation.answeredBy === actor.id);
  if (!next) throw alreadyAnswered();
  return next !== 'repeat';
}

export const alreadyAnswered = (): Problem =>
  conflict('invitation.answered', 'Inbjudan väntar inte längre', 'Inbjudan är redan besvarad eller återtagen.');

/** Empties the preview whatever the answer: what was sent stands in the disclosure, and the intake needs it no more. */
async function answer(
  tx: Tx,
  actor: StaffActor,
  invitation: ReceivedInvitation,
  state: 'ACCEPTED' | 'DECLINED',
  reason: string | null,
): Promise<void> {
  await tx.query(
    `update care_team_invitation set state = $2, preview = null, answered_by_assignment_id = $3, answered_at = app.domain_now(), answer_reason = $4,
       version = version + 1 where id = $1`,
    [invitation.id, state, actor.id, reason],
  );
  await notify(tx, {
    kind: 'invitation.answered',
    to: { assignmentId: invitation.invitedBy },
    caseId: invitation.caseId,
    params: { organisation: invitation.organisation, answer: state },
  });
  await tellIntake(tx, invitation.unitId);
}

/** The case for whoever is in its team; a repeat by somebody who admitted a colleague, or has left since, learns nothing. */
async function ownCase(tx: Tx, actor: StaffActor, caseId: string): Promise<string | null> {
  const found = await tx.query<unknown[]>('select 1 from participation where case_id = $1 and assignment_id = $2 and until_at is null', [
    caseId,
    actor.id,
  ]);
  return found.length ? caseId : null;
}
