import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { PENDING } from '../../handover/handover.queries.ts';
import { refusing } from '../../organisation/database-refusals.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { announce } from '../../platform/live/announce.ts';
import { conflict, notVisible, type Problem } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { TeamCase } from '../../case/team-case.ts';
import { admit, colleagueAt } from './admission.ts';
import type { AddParticipantInput, ParticipantView, TeamRoleInput } from './participant.dto.ts';
import { isAccountable, mayAcknowledge, mayAddParticipant, mayChangeParticipant, mayLeave, type ParticipantFacts } from './participant.policy.ts';
import { participantViews, participantsJson, type ParticipantRow } from './participant.queries.ts';

interface Participation extends ParticipantFacts {
  id: string;
  caseId: string;
  name: string;
  organisation: string;
  introduced: boolean;
  version: number;
}

const PARTICIPATION = `
  select p.id, p.case_id as "caseId", p.assignment_id as "assignmentId", p.organisation_id as "organisationId", p.version,
         p.introduced_at is not null as introduced, s.given_name || ' ' || s.family_name as name, o.short_name as organisation
  from participation p join assignment a on a.id = p.assignment_id join staff_member s on s.id = a.staff_member_id
  join organisation o on o.id = p.organisation_id
  where p.id = $1 and p.until_at is null`;

@Injectable()
export class Participants {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  async list(actor: StaffActor, caseId: string): Promise<ParticipantView[]> {
    const views = await this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toRead(tx, actor, caseId);
      const [read] = await tx.query<{ rows: ParticipantRow[] }[]>(`select ${participantsJson('$1')} as rows`, [caseId]);
      return participantViews(actor, facts, read!.rows);
    });
    await this.audit.read(actor, { action: 'participant.list', fieldClass: 'CASE', caseId });
    return views;
  }

  /** A colleague of the actor's own organisation; another organisation is invited and chooses for itself. */
  add(actor: StaffActor, key: OnceKey, caseId: string, { assignmentId, ...role }: AddParticipantInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = await this.team.toChange(tx, actor, caseId);
        this.gate.require(mayAddParticipant(facts));
        const colleague = await colleagueAt(tx, assignmentId, { organisationId: actor.organisationId });
        await admit(tx, id, caseId, colleague, role);
        await this.audit.write(tx, actor, { action: 'participant.added', fieldClass: 'CASE', caseId, subjectId: id });
        await recordInTimeline(tx, actor, { caseId, kind: 'participant.joined', params: { name: colleague.name, role: role.role } });
        await notify(tx, { kind: 'participant.joined', to: { assignmentId }, caseId, params: { reference: facts.reference } });
      },
      (tx) => this.team.toRead(tx, actor, caseId),
    );
  }

  change(actor: StaffActor, id: string, version: number, input: TeamRoleInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, row } = await this.forChange(tx, actor, id);
      this.gate.require(mayChangeParticipant(actor, facts, row));
      requireVersion(row, version);
      await tx.query('update participation set role = $2, mandate = $3, question_area = $4, version = version + 1 where id = $1', [
        id,
        input.role,
        input.mandate,
        input.questionArea,
      ]);
      await this.audit.write(tx, actor, { action: 'participant.changed', fieldClass: 'CASE', caseId: row.caseId, subjectId: id });
      await recordInTimeline(tx, actor, {
        caseId: row.caseId,
        kind: 'participant.changed',
        params: { name: row.name, role: input.role, mandate: input.mandate },
      });
    });
  }

  leave(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, row } = await this.forChange(tx, actor, id);
      const { caseId } = row;
      this.gate.require(mayLeave(actor, facts, row));
      if (isAccountable(facts, row.assignmentId)) {
        throw conflict(
          'participant.accountable',
          'Du håller i ärendet',
          'Någon annan behöver ta över som ansvarig eller samordnare innan du kan lämna teamet.',
        );
      }
      await requireNotAsked(tx, caseId, row.assignmentId);
      await this.audit.write(tx, actor, { action: 'participant.left', fieldClass: 'CASE', caseId, subjectId: id });
      await recordInTimeline(tx, actor, { caseId, kind: 'participant.left', params: { name: row.name } });
      for (const assignmentId of new Set([facts.ownerId!, facts.coordinatorId!])) {
        await notify(tx, { kind: 'participant.left', to: { assignmentId }, caseId, params: { name: row.name, organisation: row.organisation } });
      }
      // A question to somebody who is gone would keep the owner from asking anybody else.
      await tx.query(
        `update coordinator_request set state = 'WITHDRAWN', answered_at = app.domain_now(), version = version + 1
         where case_id = $1 and asked_assignment_id = $2 and state = 'PENDING'`,
        [caseId, row.assignmentId],
      );
      // Last: from here on row security shows the case to them no more, and what stands above could not be written.
      const end = tx.query(
        `update participation set until_at = greatest(app.domain_now(), from_at), end_reason = 'LEFT', version = version + 1 where id = $1`,
        [id],
      );
      await refusing(end, { activity_owner_stays: answersForActivity });
      await announce(tx, { type: 'case', ref: caseId, to: [row.assignmentId], gone: true });
    });
  }

  /** The newcomer has read how things stand; repeatable. */
  acknowledge(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { row } = await this.forChange(tx, actor, id);
      this.gate.require(mayAcknowledge(actor, row));
      if (row.introduced) return;
      await tx.query('update participation set introduced_at = app.domain_now() where id = $1', [id]);
      await this.audit.write(tx, actor, { action: 'participant.introduced', fieldClass: 'CASE', caseId: row.caseId, subjectId: id });
    });
  }

  private async forChange(tx: Tx, actor: StaffActor, id: string) {
    const first = await participation(tx, id);
    const facts = await this.team.toChange(tx, actor, first.caseId);
    // Read again under the case's lock: the row may have ended while we waited.
    return { facts, row: await participation(tx, id) };
  }
}

const answersForActivity = (): Problem =>
  conflict(
    'participant.accountable',
    'Du svarar för en insats',
    'Du svarar för minst en insats i planen. Lämna över den, avsluta den eller säg att den är gjord innan du lämnar teamet.',
  );

/** Whoever has been asked to take over answers first; whoever stands in for a lost owner stays until somebody has. 409 otherwise. */
async function requireNotAsked(tx: Tx, caseId: string, assignmentId: string): Promise<void> {
  const asked = await tx.query<unknown[]>(
    `select 1 from handover where case_id = $1 and state in ${PENDING} and $2 in (nominee_assignment_id, accountable_assignment_id)`,
    [caseId, assignmentId],
  );
  if (asked.length)
    throw conflict(
      'handover.pending',
      'En överlämning väntar på dig',
      'Svara på överlämningen innan du lämnar teamet. Står du som ansvarig tills någon har tagit över behöver någon annan tacka ja först.',
    );
}

async function participation(tx: Tx, id: string): Promise<Participation> {
  const [row] = await tx.query<Participation[]>(PARTICIPATION, [id]);
  if (!row) throw notVisible();
  return row;
}
