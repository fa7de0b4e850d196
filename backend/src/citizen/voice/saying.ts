import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type MessageKind, OPEN_MESSAGES_MAX, type StopReason } from '@samspel/shared/citizen/voice.ts';
import type { RecordedForm } from '@samspel/shared/plan/plan.ts';
import { type Actor, signedInPerson } from '../../access/actor.ts';
import { announceChanged } from '../../alert/announcing.ts';
import { raise } from '../../alert/raising.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Outbox } from '../../platform/outbox/outbox.ts';
import { conflict } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { answerDue, messageTimes } from '../message.clock.ts';
import { responsibleFor } from './responsible.ts';

export interface Said {
  kind: Exclude<MessageKind, 'LOG_QUESTION'>;
  /** What it is about, and the organisations that read that; null is the whole team. */
  item?: { id: string; readers: string[] | null };
  handoverId?: string;
  reason?: StopReason;
  text: string;
  /** Set when staff write it down for the person. */
  form?: RecordedForm;
}

const INSERT = `
  insert into person_message (id, case_id, person_id, kind, item_id, handover_id, reason, text, made_at, made_by_person_id, recorded_by_assignment_id, recorded_form,
    responsible_assignment_id, due_at, next_timer, next_timer_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

const TEAM = 'select assignment_id as id from participation where case_id = $1 and until_at is null';

const TOLD = {
  STOP: 'person.stopped',
  CALL_ME: 'person.asked',
  WANT_MEETING: 'person.asked',
  COMMENT: 'person.remarked',
  OBJECTION: 'person.remarked',
} as const;

/** Puts what the person says before the team: somebody is to answer, by a day, and whoever must know is told in the same transaction. */
@Injectable()
export class Saying {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** With the case locked. Answers the message's id, `id` unless given. */
  async say(tx: Tx, actor: Actor, facts: CaseFacts, said: Said, id: string = randomUUIDv7()): Promise<string> {
    if (actor.kind === 'CITIZEN') await requireRoom(tx, facts.id);
    const now = this.clock.now();
    const readers = said.item?.readers ?? null;
    const responsibleId = await responsibleFor(tx, facts.id, readers);
    await insert(tx, actor, { id, facts, said, responsibleId, now });
    const recorded = actor.kind === 'STAFF' ? 'person-message.recorded' : 'person-message.sent';
    await this.audit.write(tx, actor, { action: recorded, fieldClass: 'CASE', caseId: facts.id, personId: facts.personId, subjectId: id });
    const receivers = said.kind === 'STOP' ? await this.alertTeam(tx, facts, { id, said, responsibleId, now }) : [responsibleId];
    const kind = TOLD[said.kind];
    const params: Record<string, string> = { kind: said.kind, ...(said.reason && { reason: said.reason }), ...(said.form && { form: said.form }) };
    for (const assignmentId of receivers) {
      if (assignmentId !== actor.id) await notify(tx, { kind, to: { assignmentId }, caseId: facts.id, params });
    }
    await recordInTimeline(tx, actor, { caseId: facts.id, kind, params, ...(readers && { audience: readers }) });
    return id;
  }

  /** A stop is everybody's: nobody in the team can say they did not know. */
  private async alertTeam(
    tx: Tx,
    facts: CaseFacts,
    { id, said, responsibleId, now }: { id: string; said: Said; responsibleId: string; now: Date },
  ): Promise<string[]> {
    const team = await tx.query<{ id: string }[]>(TEAM, [facts.id]);
    const to = [...new Set([...team.map((each) => each.id), responsibleId])];
    const alert = { messageId: id, caseId: facts.id, rung: 'PERSON_STOPPED', epoch: 1, dueAt: now, reasonCode: said.reason ?? null, to } as const;
    await raise(tx, this.outbox, [alert], now);
    await announceChanged(tx, { caseIds: [], assignmentIds: to, organisationIds: [] });
    return to;
  }
}

/** Each stop alerts a whole team: a hundred of them would hide the one that matters. */
async function requireRoom(tx: Tx, caseId: string): Promise<void> {
  const [row] = await tx.query<{ n: number }[]>(`select count(*)::int as n from person_message where case_id = $1 and state = 'OPEN'`, [caseId]);
  if (row!.n >= OPEN_MESSAGES_MAX)
    throw conflict(
      'messages.too_many',
      'Mycket väntar redan',
      `Du väntar redan på ${OPEN_MESSAGES_MAX} svar. Ring den som håller i det, eller ta tillbaka något.`,
    );
}

async function insert(
  tx: Tx,
  actor: Actor,
  { id, facts, said, responsibleId, now }: { id: string; facts: CaseFacts; said: Said; responsibleId: string; now: Date },
): Promise<void> {
  const dueAt = answerDue(said.kind, now);
  const { nextTimer, nextTimerAt } = messageTimes({ state: 'OPEN', dueAt, fired: [] });
  const madeBy = actor.kind === 'CITIZEN' ? signedInPerson(actor) : null;
  const about = [said.item?.id ?? null, said.handoverId ?? null, said.reason ?? null];
  const recordedBy = actor.kind === 'STAFF' ? actor.id : null;
  await tx.query(INSERT, [
    ...[id, facts.id, facts.personId, said.kind, ...about, said.text, now, madeBy, recordedBy, said.form ?? null],
    ...[responsibleId, dueAt, nextTimer, nextTimerAt],
  ]);
}
