import { Injectable } from '@nestjs/common';
import type { MessageState, RequestKind } from '@samspel/shared/citizen/voice.ts';
import type { CitizenActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { lastDayOf } from '../../platform/clock/working-time.ts';
import { Database } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { announce } from '../../platform/live/announce.ts';
import { conflict, notVisible, unprocessable } from '../../platform/problem/problem.ts';
import { MyCase } from './my-case.ts';
import { itemOf, requireMyHandover } from './my-items.ts';
import { MINE, MY_MESSAGES } from './my-messages.sql.ts';
import type { MyMessageList, MyMessageView, MyRemarkInput, MyStopInput } from './my-voice.dto.ts';
import { waitingRequest } from './requests.ts';
import { Saying } from './saying.ts';

type StoredMine = Omit<MyMessageView, 'dueOn' | 'actions'> & { dueAt: string };

/** What the person says, by themself. */
@Injectable()
export class MyMessagesService {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly audit: AuditLog,
    private readonly mine: MyCase,
    private readonly saying: Saying,
  ) {}

  async all(actor: CitizenActor): Promise<MyMessageList> {
    const rows = await this.db.read<{ message: StoredMine }>(actor, 'my-messages', MY_MESSAGES, [actor.id]);
    await this.audit.read(actor, { action: 'my-messages.read', fieldClass: 'CASE' });
    return { items: rows.map(({ message }) => viewOf(message)) };
  }

  async stop(actor: CitizenActor, key: OnceKey, { itemId, handoverId, reason, text = '' }: MyStopInput): Promise<{ id: string }> {
    if (itemId && handoverId) throw unprocessable([{ pointer: '/handoverId', code: 'one_subject' }]);
    const made = await this.once.run(actor, key, async (tx, id) => {
      const facts = await this.mine.toChange(tx, actor);
      if (handoverId) await requireMyHandover(tx, facts.id, handoverId);
      const item = itemId ? await itemOf(tx, actor, facts.id, itemId) : undefined;
      await this.saying.say(
        tx,
        actor,
        facts,
        { kind: 'STOP', reason, text, ...(item && { item: { ...item, readers: null } }), ...(handoverId && { handoverId }) },
        id,
      );
    });
    return { id: made.id! };
  }

  async remark(actor: CitizenActor, key: OnceKey, { itemId, kind, text }: MyRemarkInput): Promise<{ id: string }> {
    const made = await this.once.run(actor, key, async (tx, id) => {
      const facts = await this.mine.toChange(tx, actor);
      await this.saying.say(tx, actor, facts, { kind, text, item: await itemOf(tx, actor, facts.id, itemId) }, id);
    });
    return { id: made.id! };
  }

  /** One tap is one request, however often it is tapped: 200 with the one that waits. */
  request(actor: CitizenActor, key: OnceKey, kind: RequestKind): Promise<Outcome> {
    return this.once.run(actor, key, async (tx, id) => {
      const facts = await this.mine.toChange(tx, actor);
      const waiting = await waitingRequest(tx, facts.id, kind);
      if (waiting) return { id: waiting, status: 200 };
      await this.saying.say(tx, actor, facts, { kind, text: '' }, id);
      return {};
    });
  }

  withdraw(actor: CitizenActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const [message] = await tx.query<{ caseId: string; state: MessageState; responsibleId: string }[]>(MINE, [id, actor.id]);
      if (!message) throw notVisible();
      if (message.state === 'WITHDRAWN') return;
      if (message.state === 'ANSWERED')
        throw conflict('message.answered', 'Redan besvarat', 'Du har redan fått ett svar, så det går inte att ta tillbaka.');
      await tx.query(
        `update person_message set state = 'WITHDRAWN', withdrawn_at = app.domain_now(), next_timer = null, next_timer_at = null, version = version + 1 where id = $1`,
        [id],
      );
      await this.audit.write(tx, actor, { action: 'person-message.withdrawn', fieldClass: 'CASE', caseId: message.caseId, subjectId: id });
      await announce(tx, { type: 'case', ref: message.caseId });
      await announce(tx, { type: 'my-day', ref: message.responsibleId, to: [message.responsibleId] });
    });
  }
}

const viewOf = ({ dueAt, ...message }: StoredMine): MyMessageView => ({
  ...message,
  dueOn: lastDayOf(new Date(dueAt)),
  actions: message.state === 'OPEN' ? ['me.withdraw'] : [],
});
