import type { InvitationAction } from '@samspel/shared/care-team/invitation.ts';
import { availability } from '../../access/availability.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { organisationRefById, staffRefJson } from '../../organisation/refs.sql.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { InvitationPreviewView, InvitationRowView, InvitationView } from './invitation.dto.ts';
import { isIntakeOf, mayWithdraw } from './invitation.policy.ts';

export type InvitationRow = Omit<InvitationView, 'actions' | 'blocked'>;

const unitJson = (unitId: string): string => `(select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = ${unitId})`;

/** SQL text: a JSON array of InvitationRow, what waits and what was declined, newest first. The caller makes sure the reader is in the team. */
export const invitationsJson = (caseId: string): string => `
  (select coalesce(json_agg(json_build_object('id', i.id, 'organisation', ${organisationRefById('i.organisation_id')}, 'unit', ${unitJson('i.unit_id')},
      'state', i.state, 'invitedBy', ${staffRefJson('i.invited_by_assignment_id')}, 'invitedAt', i.invited_at, 'answeredAt', i.answered_at,
      'answerReason', i.answer_reason, 'version', i.version) order by i.invited_at desc, i.id desc), '[]')
    from care_team_invitation i where i.case_id = ${caseId} and i.state in ('PENDING', 'DECLINED'))`;

export function invitationViews(facts: CaseFacts, rows: readonly InvitationRow[]): InvitationView[] {
  return rows.map((row) => ({
    ...row,
    ...availability<InvitationAction>(row.state === 'PENDING' ? { 'invitation.withdraw': mayWithdraw(facts) } : {}),
  }));
}

/** SQL text over `i` (the invitation): whether the consent that let the inviter's organisation ask is still in force. */
export const INVITATION_IS_COVERED = `app.covering_consent(i.case_id, (select b.organisation_id from assignment b where b.id = i.invited_by_assignment_id), i.organisation_id, null) is not null`;

const QUEUE = `
  select i.id, ${unitJson('i.unit_id')} as unit, ${staffRefJson('i.invited_by_assignment_id')} as "invitedBy", i.invited_at as "invitedAt"
  from assignment me join care_team_invitation i on i.unit_id = me.unit_id and i.state = 'PENDING'
  where me.id = $1 and 'intake' = any (me.functions) and ${INVITATION_IS_COVERED}
  order by i.invited_at, i.id limit 100`;

/** What waits for the actor's unit; nothing for whoever has no intake function. Carries nothing about the persons. */
export function invitationQueue(tx: Tx, actor: StaffActor): Promise<InvitationRowView[]> {
  return tx.query<InvitationRowView[]>(QUEUE, [actor.id]);
}

export type PreviewRow = Omit<InvitationPreviewView, 'actions' | 'blocked'> & { caseId: string; unitId: string; inTeam: boolean; covered: boolean };

const PREVIEW = `
  select i.id, i.case_id as "caseId", i.unit_id as "unitId", i.state, ${unitJson('i.unit_id')} as unit, i.preview as content, i.invited_at as "invitedAt",
         i.version, ${INVITATION_IS_COVERED} as covered, exists (select 1 from participation p where p.case_id = i.case_id and p.assignment_id = $2 and p.until_at is null) as "inTeam"
  from care_team_invitation i where i.id = $1`;

/** Undefined when there is none or row security hides it. */
export async function invitationPreview(tx: Tx, actor: StaffActor, id: string): Promise<PreviewRow | undefined> {
  const [row] = await tx.query<PreviewRow[]>(PREVIEW, [id, actor.id]);
  return row;
}

export function previewView(actor: StaffActor, { caseId: _case, covered: _covered, unitId, inTeam, ...row }: PreviewRow): InvitationPreviewView {
  const answer = isIntakeOf(actor, { state: row.state, unitId });
  const waiting = row.state === 'PENDING';
  return {
    ...row,
    ...availability<InvitationAction>({
      ...(waiting && { 'invitation.accept': answer, 'invitation.decline': answer }),
      ...(waiting && inTeam && { 'invitation.withdraw': { allowed: true } }),
    }),
  };
}
