import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseScope } from '@samspel/shared/handover/handover.ts';
import type { StaffActor } from '../access/actor.ts';
import { isCoveredSql } from '../case/case-facts.ts';
import { admit } from '../care-team/participant/admission.ts';
import { Consents } from '../consent/consents.ts';
import { consentMissing } from '../disclosure/disclosures.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { requireVersion } from '../platform/http/version.ts';
import { conflict, unprocessable } from '../platform/problem/problem.ts';
import { Bouncing } from './bouncing.ts';
import type { AcceptHandoverInput } from './handover-acts.dto.ts';
import { HandoverActs, readOwnNews } from './handover-acts.ts';
import { categoryOf } from './handed-over-activity.ts';
import { dueWhenAccepted } from './handover.clock.ts';
import type { HandoverView } from './handover.dto.ts';
import { mayAccept } from './handover.policy.ts';
import { moved } from './handover.rules.ts';
import { handoverRow, type HandoverRow, move, wrongState } from './handover.store.ts';
import { writeReceiversWords } from './handover.words.ts';
import { whyNotAhead } from './handover.words.rules.ts';
import { HandoverReading } from './reading.ts';

const COLUMNS = {
  CASE_OWNERSHIP: { holder: 'owner_assignment_id', more: 'owner_since = app.domain_now(), owner_lost_at = null' },
  COORDINATOR_ROLE: { holder: 'coordinator_assignment_id', more: 'coordinator_lost_at = null' },
} as const satisfies Record<CaseScope, object>;

/** Becoming owner: only for oneself, and whole or not at all. */
@Injectable()
export class HandoverAccepting {
  constructor(
    private readonly db: Database,
    private readonly acts: HandoverActs,
    private readonly consents: Consents,
    private readonly reading: HandoverReading,
    private readonly clock: Clock,
    private readonly bouncing: Bouncing,
  ) {}

  /** Ownership, team, disclosure, log and timeline in one transaction, so no reader ever sees a case without an owner. Repeatable by the winner. */
  async accept(actor: StaffActor, id: string, version: number, answers: AcceptHandoverInput): Promise<HandoverView> {
    const stored = await this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayAccept);
      if (row.acceptedBy !== actor.id) await this.become(tx, actor, row, version, answers);
      return this.reading.within(tx, actor, id);
    });
    return this.reading.shown(actor, stored);
  }

  private async become(tx: Tx, actor: StaffActor, row: HandoverRow, version: number, answers: AcceptHandoverInput): Promise<void> {
    if (!moved(row, 'accept')) throw wrongState(row.state);
    requireVersion(row, version);
    const wrong = whyNotAhead('/firstContactOn', answers.firstContactOn, this.clock.today());
    if (wrong.length) throw unprocessable(wrong, 'Välj en dag från och med i dag och högst 30 dagar fram.');
    await requireAtWork(tx, actor);
    // Before the state changes: row security admits on the strength of the waiting handover, and consents are read from inside the team.
    await joinTeam(tx, actor, row, answers);
    const consent = await this.requireConsent(tx, row);
    await takeOver(tx, actor, row, consent);
    const now = this.clock.now();
    const accepted = await move(tx, actor, row, 'accept', {
      ...dueWhenAccepted(now, row.limits),
      ...{ acceptedBy: actor.id, answeredBy: actor.id, accountableId: actor.id, acceptedAt: now, ownerLost: false },
      ...{ firstContactOn: answers.firstContactOn },
      ...(row.receivedBy ? {} : { receivedBy: actor.id, receivedAt: now }),
    });
    await disclose(tx, actor, accepted, consent, answers);
    await endPrevious(tx, actor, accepted, now);
    await this.bouncing.settle(tx, row);
    await readOwnNews(tx, actor, row.id);
    const to = [row.fromAssignmentId, row.accountableId];
    await this.acts.end(tx, actor, accepted, {
      kind: 'handover.accepted',
      params: { name: await nameOf(tx, actor) },
      notice: 'handover.accepted',
      to,
    });
  }

  /** The consent under which what was handed over is shared; null within one organisation, which shares nothing with anybody. */
  private async requireConsent(
    tx: Tx,
    { caseId, scope, origin, fromOrganisationId: from, toOrganisationId: to }: HandoverRow,
  ): Promise<string | null> {
    if (from !== to) {
      const consent = await this.consents.covering(tx, { caseId, from, to, ...categoryOf(scope) });
      if (!consent) throw consentMissing([to]);
      return consent;
    }
    const [row] = await tx.query<{ covered: boolean }[]>(`select ${isCoveredSql('$1::uuid', '$2::uuid')} as covered`, [caseId, to]);
    // Whoever takes over after somebody who is gone takes over what there is, were it only to close the case.
    if (!row!.covered && origin !== 'OWNER_LOST') throw consentMissing([to]);
    return null;
  }
}

/** Who is away without anybody in their place cannot answer for a person. */
async function requireAtWork(tx: Tx, actor: StaffActor): Promise<void> {
  const [row] = await tx.query<{ can: boolean }[]>('select app.can_answer($1) as can', [actor.id]);
  if (!row!.can) throw conflict('handover.away', 'Du är frånvarande', 'Du har frånvaro utan ersättare i dag och kan inte ta över.');
}

async function joinTeam(tx: Tx, actor: StaffActor, row: HandoverRow, { role, mandate, questionArea = '' }: AcceptHandoverInput): Promise<void> {
  if (row.inTeam) return;
  const [me] = await tx.query<{ title: string; name: string }[]>(
    `select a.title, s.given_name || ' ' || s.family_name as name from assignment a join staff_member s on s.id = a.staff_member_id where a.id = $1`,
    [actor.id],
  );
  const colleague = { assignmentId: actor.id, organisationId: actor.organisationId, unitId: actor.unitId, name: me!.name };
  await admit(tx, randomUUIDv7(), row.caseId, colleague, { role: role ?? me!.title, mandate, questionArea });
}

/** 409 when the sender does not hold it any more: then there is nothing to hand over. */
async function takeOver(tx: Tx, actor: StaffActor, row: HandoverRow, consent: string | null): Promise<void> {
  const taken = row.scope === 'ACTIVITY' ? await takeOverActivity(tx, row, consent) : await takeOverCase(tx, actor, row, row.scope);
  if (!taken) throw conflict('handover.not_holder', 'Gäller inte längre', 'Den som lämnade över håller inte längre i det här. Läs om sidan.');
}

async function takeOverActivity(tx: Tx, { id }: HandoverRow, consent: string | null): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }[]>('select app.take_over_activity($1, $2) as taken', [id, consent]);
  return row!.taken;
}

async function takeOverCase(tx: Tx, actor: StaffActor, { caseId, fromAssignmentId }: HandoverRow, scope: CaseScope): Promise<boolean> {
  const { holder, more } = COLUMNS[scope];
  const [changed] = await tx.query<[unknown[], number]>(
    `update coordination_case set ${holder} = $2, ${more}, version = version + 1 where id = $1 and ${holder} = $3 and status = 'OPEN' returning 1`,
    [caseId, actor.id, fromAssignmentId],
  );
  if (changed.length && scope === 'COORDINATOR_ROLE')
    await tx.query(
      `update coordinator_request set state = 'WITHDRAWN', answered_at = app.domain_now(), version = version + 1 where case_id = $1 and state = 'PENDING'`,
      [caseId],
    );
  return changed.length > 0;
}

/** The whole of what was handed over is now the receiver's to keep, word for word. */
async function disclose(tx: Tx, actor: StaffActor, row: HandoverRow, consent: string | null, answers: AcceptHandoverInput): Promise<void> {
  const { understood, possible, how, mandate } = answers;
  await writeReceiversWords(tx, actor, row, { answers: JSON.stringify({ understood, possible, how, mandate }) });
  if (!consent) return;
  await tx.query(
    `select app.disclose_handover($1, $2, (select jsonb_build_object('scope', $3::text, 'asked', w.asked, 'reason', w.reason, 'checklist', w.checklist,
       'questions', (select coalesce(jsonb_agg(jsonb_build_object('question', q.question, 'answer', q.answer) order by q.asked_at), '[]')
                     from handover_question q where q.handover_id = w.handover_id))
     from handover_content w where w.handover_id = $1))`,
    [row.id, consent, row.scope],
  );
}

/** The link before it in the chain is over: the baton has gone on, or back. */
async function endPrevious(tx: Tx, actor: StaffActor, { previousId, direction }: HandoverRow, now: Date): Promise<void> {
  const previous = previousId ? await handoverRow(tx, actor, previousId) : undefined;
  if (!previous || previous.closedAt) return;
  const along = direction === 'BACK' ? 'hand-back' : 'hand-on';
  const awake = { heldFrom: null, heldAt: null, heldUntil: null };
  if (moved(previous, along)) await move(tx, actor, previous, along, { ...awake, endedAt: now, closedAt: now });
  else await move(tx, actor, previous, 'close', { closedAt: now });
}

async function nameOf(tx: Tx, actor: StaffActor): Promise<string> {
  const [row] = await tx.query<{ name: string }[]>(
    `select given_name || ' ' || family_name as name from staff_member where id = (select staff_member_id from assignment where id = $1)`,
    [actor.id],
  );
  return row!.name;
}
