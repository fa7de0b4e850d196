import type { ParticipantAction } from '@samspel/shared/care-team/care-team.ts';
import { availability } from '../../access/availability.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { organisationRefById, staffRefJson } from '../../organisation/refs.sql.ts';
import type { ParticipantView } from './participant.dto.ts';
import { mayChangeParticipant, mayLeaveNow } from './participant.policy.ts';

/** What SQL knows of a participant; whose row it is and what may be done with it follows from the facts. */
export type ParticipantRow = Omit<ParticipantView, 'isOwner' | 'isCoordinator' | 'isYou' | 'actions' | 'blocked'>;

const MAY_RECEIVE = `(select coalesce(json_agg(distinct shared.category order by shared.category), '[]')
  from consent k join consent_recipient r on r.consent_id = k.id cross join unnest(k.information_categories) as shared (category)
  where k.case_id = team.case_id and r.organisation_id = team.organisation_id and k.withdrawn_at is null
  and app.domain_today() between k.valid_from and k.valid_to)`;

const PHONE = `(select coalesce(s.phone, u.phone) from assignment a join staff_member s on s.id = a.staff_member_id join unit u on u.id = a.unit_id
  where a.id = team.assignment_id)`;

/** SQL text: a JSON array of ParticipantRow. `caseId` is an SQL expression written in code. The caller makes sure the reader is in the team. */
export const participantsJson = (caseId: string): string => `
  (select coalesce(json_agg(json_build_object('id', team.id, 'staff', ${staffRefJson('team.assignment_id')}, 'phone', ${PHONE}, 'role', team.role,
      'mandate', team.mandate, 'questionArea', team.question_area, 'since', team.from_at, 'mayReceive', ${MAY_RECEIVE}, 'version', team.version)
      order by team.from_at, team.id), '[]')
    from participation team where team.case_id = ${caseId} and team.until_at is null)`;

/** SQL text: a JSON array of FormerParticipantView, latest first, one row per person and organisation that is no longer here. */
export const formerParticipantsJson = (caseId: string): string => `
  (select coalesce(json_agg(json_build_object('name', s.given_name || ' ' || s.family_name, 'organisation', ${organisationRefById('gone.organisation_id')},
      'until', gone.until_at) order by gone.until_at desc), '[]')
    from (select distinct on (p.assignment_id) p.* from participation p where p.case_id = ${caseId} order by p.assignment_id, p.from_at desc) gone
    join assignment a on a.id = gone.assignment_id join staff_member s on s.id = a.staff_member_id
    where gone.until_at is not null)`;

/** Owner first, then coordinator, then in order of joining. */
export function participantViews(actor: StaffActor, facts: CaseFacts, rows: readonly ParticipantRow[]): ParticipantView[] {
  const views = rows.map((row) => participantView(actor, facts, row));
  const rank = (view: ParticipantView): number => (view.isOwner ? 0 : view.isCoordinator ? 1 : 2);
  return views.sort((one, other) => rank(one) - rank(other));
}

function participantView(actor: StaffActor, facts: CaseFacts, row: ParticipantRow): ParticipantView {
  const { assignmentId, organisation } = row.staff;
  const whose = { assignmentId, organisationId: organisation.id };
  return {
    ...row,
    isOwner: assignmentId === facts.ownerId,
    isCoordinator: assignmentId === facts.coordinatorId,
    isYou: assignmentId === actor.id,
    ...availability<ParticipantAction>({
      'participant.change': mayChangeParticipant(actor, facts, whose),
      // Nobody can take somebody else out of the team, so on their rows the act does not exist.
      ...(assignmentId === actor.id && { 'participant.leave': mayLeaveNow(actor, facts, whose) }),
    }),
  };
}
