import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { requireVersion } from '../platform/http/version.ts';
import { conflict, unprocessable } from '../platform/problem/problem.ts';
import { Bouncing } from './bouncing.ts';
import type { DeclineHandoverInput } from './handover-acts.dto.ts';
import { HandoverActs, readOwnNews } from './handover-acts.ts';
import { mayAnswer, mayAsk, mayDecline, mayReceive } from './handover.policy.ts';
import { moved } from './handover.rules.ts';
import { writeReceiversWords } from './handover.words.ts';
import { type HandoverRow, move, record, tellThoseWhoLook, wrongState } from './handover.store.ts';

/** The receiver's side before acceptance, and the answer to its question. Whatever is said here, the sender still answers for everything. */
@Injectable()
export class HandoverReceiving {
  constructor(
    private readonly db: Database,
    private readonly acts: HandoverActs,
    private readonly clock: Clock,
    private readonly bouncing: Bouncing,
  ) {}

  /** The unit has it. */
  receive(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayReceive);
      if (row.state === 'RECEIVED' && row.receivedBy === actor.id) return;
      if (!moved(row, 'receive')) throw wrongState(row.state);
      requireVersion(row, version);
      const received = await move(tx, actor, row, 'receive', { receivedBy: actor.id, receivedAt: this.clock.now() });
      await this.acts.end(tx, actor, received, { kind: 'handover.received', notice: 'handover.received', to: [row.accountableId] });
    });
  }

  decline(actor: StaffActor, id: string, version: number, input: DeclineHandoverInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayDecline);
      if (row.state === 'DECLINED' && row.answeredBy === actor.id) return;
      if (!moved(row, 'decline')) throw wrongState(row.state);
      requireVersion(row, version);
      const { code, suggestedUnitId = null, text = null } = input;
      if (suggestedUnitId) await requireUnit(tx, suggestedUnitId);
      // While it still waits: afterwards the receiver reads and writes its words no more.
      if (text) await writeReceiversWords(tx, actor, row, { decline_text: text });
      const params = { code };
      const to = [row.accountableId, row.fromAssignmentId];
      if (row.origin === 'OWNER_LOST') {
        await this.stepBack(tx, actor, row, code);
        await this.acts.end(tx, actor, row, { kind: 'handover.declined', params, notice: 'handover.declined', to: [...to, row.nomineeId] });
        return;
      }
      const now = this.clock.now();
      const ended = { endedAt: now, closedAt: now, ownerLost: false, answeredBy: actor.id, bounces: row.bounces + 1 };
      const declined = await move(tx, actor, row, 'decline', { ...ended, declineCode: code, suggestedUnitId }, code);
      await this.bouncing.raise(tx, declined);
      await readOwnNews(tx, actor, id);
      await this.acts.end(tx, actor, declined, { kind: 'handover.declined', params, notice: 'handover.declined', to });
    });
  }

  /** The clock goes on; only whose turn it is changes. */
  ask(actor: StaffActor, id: string, version: number, question: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayAsk);
      if (!moved(row, 'ask')) throw wrongState(row.state);
      requireVersion(row, version);
      await tx.query('insert into handover_question (id, handover_id, case_id, question, asked_by_assignment_id) values ($1, $2, $3, $4, $5)', [
        randomUUIDv7(),
        id,
        row.caseId,
        question,
        actor.id,
      ]);
      // Whoever asks has received it.
      const received = row.receivedBy ? {} : { receivedBy: actor.id, receivedAt: this.clock.now() };
      const asked = await move(tx, actor, row, 'ask', { ...received, answeredBy: actor.id });
      await this.acts.end(tx, actor, asked, { kind: 'handover.asked', notice: 'handover.asked', to: [row.accountableId] });
    });
  }

  answer(actor: StaffActor, id: string, version: number, answer: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayAnswer);
      if (!moved(row, 'answer')) throw wrongState(row.state);
      requireVersion(row, version);
      await tx.query(
        `update handover_question set answer = $2, answered_by_assignment_id = $3, answered_at = app.domain_now() where handover_id = $1 and answer is null`,
        [id, answer, actor.id],
      );
      const answered = await move(tx, actor, row, 'answer');
      const to = [row.nomineeId, row.receivedBy, row.answeredBy];
      await this.acts.end(tx, actor, answered, { kind: 'handover.answered', notice: 'handover.answered', to });
    });
  }

  /** Nobody answers for the case but whoever stands in, so the search goes on: a no only takes the name away. */
  private async stepBack(tx: Tx, actor: StaffActor, row: HandoverRow, code: string): Promise<void> {
    if (row.nomineeId !== actor.id)
      throw conflict(
        'handover.owner_lost',
        'Går inte att tacka nej till',
        'Ärendet saknar ägare och stannar i er organisation tills någon har tagit över.',
      );
    const update = `update handover set nominee_assignment_id = null, answered_by_assignment_id = $2, version = version + 1 where id = $1`;
    await tx.query(update, [row.id, actor.id]);
    await record(tx, actor, row, 'decline', row.state, code);
    await tellThoseWhoLook(tx, row);
    await readOwnNews(tx, actor, row.id);
  }
}

async function requireUnit(tx: Tx, unitId: string): Promise<void> {
  const found = await tx.query<unknown[]>('select 1 from unit where id = $1', [unitId]);
  if (!found.length) throw unprocessable([{ pointer: '/suggestedUnitId', code: 'unknown' }]);
}
