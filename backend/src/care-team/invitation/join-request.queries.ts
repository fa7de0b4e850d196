import type { JoinRequestAction } from '@samspel/shared/care-team/invitation.ts';
import { availability } from '../../access/availability.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { staffRefJson } from '../../organisation/refs.sql.ts';
import { mayAnswerJoinRequest, mayInviteAsker } from './invitation.policy.ts';
import type { JoinRequestView } from './join-request.dto.ts';

export type JoinRequestRow = Omit<JoinRequestView, 'actions' | 'blocked'>;

/** SQL text: a JSON array of JoinRequestRow, those that wait, oldest first. The caller makes sure the reader is in the team. */
export const joinRequestsJson = (caseId: string): string => `
  (select coalesce(json_agg(json_build_object('id', j.id, 'requestedBy', ${staffRefJson('j.requested_by_assignment_id')}, 'reason', j.reason,
      'askedForm', j.asked_form, 'askedOn', j.asked_on, 'state', j.state, 'requestedAt', j.requested_at, 'version', j.version)
      order by j.requested_at, j.id), '[]')
    from join_request j where j.case_id = ${caseId} and j.state = 'PENDING')`;

export function joinRequestViews(actor: StaffActor, facts: CaseFacts, rows: readonly JoinRequestRow[]): JoinRequestView[] {
  const decisions = availability<JoinRequestAction>({
    'join-request.invite': mayInviteAsker(actor, facts),
    'join-request.refuse': mayAnswerJoinRequest(actor, facts),
  });
  return rows.map((row) => ({ ...row, ...decisions }));
}
