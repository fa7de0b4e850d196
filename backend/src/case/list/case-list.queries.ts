import { Injectable } from '@nestjs/common';
import type { CaseFilter, PendingKind } from '@samspel/shared/case/case.ts';
import { consentStanding } from '@samspel/shared/consent/validity.ts';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { PENDING as IS_PENDING } from '../../handover/handover.queries.ts';
import { staffRefJson } from '../../organisation/refs.sql.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { CURSOR_DAY, CURSOR_UUID, decodeCursor, page } from '../../platform/http/paging.ts';
import { partIn } from '../case.policy.ts';
import { daysWithoutMovement, movementDay } from '../movement.sql.ts';
import { SubjectIdentities } from '../subject/subject-identity.ts';
import { sealedNumber } from '../subject/subject.sql.ts';
import type { CaseListQuery, CaseListView, CaseRow } from './case-list.dto.ts';

interface StoredRow extends Pick<CaseRow, 'id' | 'reference' | 'status' | 'nextStep' | 'holder' | 'coordinator' | 'daysWithoutMovement' | 'pending'> {
  givenName: string;
  familyName: string;
  sealed: string | null;
  ownerId: string;
  lastMovementAt: Date;
  movementDay: string;
  consents: { disclosingOrganisationId: string; validFrom: string; validTo: string; withdrawn: boolean }[];
}

const STANDING_CONSENTS = `
  (select coalesce(json_agg(json_build_object('disclosingOrganisationId', k.disclosing_organisation_id, 'validFrom', k.valid_from, 'validTo', k.valid_to,
      'withdrawn', false)), '[]') from consent k where k.case_id = c.id and k.withdrawn_at is null)`;

const waiting = (kind: PendingKind, condition: string): string => `case when ${condition} then '${kind}' end`;

const PENDING = `
  array_to_json(array_remove(array[
    ${waiting('NEXT_STEP_OVERDUE', 'c.next_step_due < app.domain_today()')},
    ${waiting('INVITATION', `exists (select 1 from care_team_invitation i where i.case_id = c.id and i.state = 'PENDING')`)},
    ${waiting('JOIN_REQUEST', `exists (select 1 from join_request j where j.case_id = c.id and j.state = 'PENDING')`)},
    ${waiting('COORDINATOR_REQUEST', `exists (select 1 from coordinator_request q where q.case_id = c.id and q.state = 'PENDING')`)},
    ${waiting('HANDOVER', `exists (select 1 from handover h where h.case_id = c.id and h.scope <> 'ACTIVITY' and h.state in ${IS_PENDING})`)}], null))`;

/** Whoever answers instead, when the owner is lost. */
const HOLDER_ID = `coalesce(case when c.owner_lost_at is not null then (select h.accountable_assignment_id from handover h
  where h.case_id = c.id and h.scope = 'CASE_OWNERSHIP' and h.owner_lost) end, c.owner_assignment_id)`;

/** Longest without movement first; the day orders, so that two acts of the same day do not reshuffle a page. */
const PAGE = `
  select c.id, c.reference, c.status, n.given_name as "givenName", n.family_name as "familyName", ${sealedNumber('n.id')} as sealed,
         case when c.next_step is not null then json_build_object('text', c.next_step, 'due', c.next_step_due) end as "nextStep",
         ${staffRefJson(HOLDER_ID)} as holder, c.owner_assignment_id as "ownerId", ${staffRefJson('c.coordinator_assignment_id')} as coordinator,
         c.last_movement_at as "lastMovementAt", ${movementDay('c.last_movement_at')}::text as "movementDay",
         ${daysWithoutMovement('c.last_movement_at')} as "daysWithoutMovement", ${STANDING_CONSENTS} as consents, ${PENDING} as pending
  from participation me join coordination_case c on c.id = me.case_id join person n on n.id = c.person_id
  where me.assignment_id = $1 and me.until_at is null and c.status = $2
    and (not $3 or $1 in (c.owner_assignment_id, c.coordinator_assignment_id))
    and ($4::date is null or (${movementDay('c.last_movement_at')}, c.id) > ($4, $5::uuid))
  order by ${movementDay('c.last_movement_at')}, c.id limit $6`;

@Injectable()
export class CaseListQueries {
  constructor(
    private readonly db: Database,
    private readonly identities: SubjectIdentities,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** The cases whose team the actor belongs to, and no others. */
  async list(actor: StaffActor, { filter, limit, cursor }: CaseListQuery): Promise<CaseListView> {
    const [day = null, id = null] = decodeCursor(cursor, [CURSOR_DAY, CURSOR_UUID]) ?? [];
    const rows = await this.db.read<StoredRow>(actor, 'case-list', PAGE, [actor.id, ...conditions(filter), day, id, limit + 1]);
    const shown = rows.slice(0, limit).map(({ id }) => id);
    await this.audit.readEach(actor, { action: 'case.list', fieldClass: 'CASE' }, shown);
    return page(
      rows,
      limit,
      (row) => this.view(actor, row),
      (row) => [row.movementDay, row.id],
    );
  }

  private view(actor: StaffActor, { givenName, familyName, sealed, ownerId, lastMovementAt, movementDay: _, consents, ...row }: StoredRow): CaseRow {
    return {
      ...row,
      person: { givenName, familyName, age: this.identities.of(sealed).age },
      you: partIn({ ownerId, coordinatorId: row.coordinator.assignmentId }, actor.id),
      lastMovementAt: lastMovementAt.toISOString(),
      consent: consentStanding(consents, this.clock.today()),
    };
  }
}

/** Status, and whether only cases the actor leads. */
const conditions = (filter: CaseFilter): [status: string, led: boolean] => [filter === 'closed' ? 'CLOSED' : 'OPEN', filter === 'mine'];
