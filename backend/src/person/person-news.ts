import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { mailTime } from '../platform/mail/quiet-hours.ts';
import { Outbox } from '../platform/outbox/outbox.ts';

/** Tells the person, who has asked for it, that there is something new: once a day at most, by day, and never what it is. */
@Injectable()
export class PersonNews {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** In the act's own transaction. Nothing happens for somebody without an address, told today already, or whose data are protected. */
  async tell(tx: Tx, personId: string): Promise<void> {
    const [row] = await tx.query<{ due: boolean }[]>('select app.tells_the_person($1) as due', [personId]);
    if (!row?.due) return;
    const now = this.clock.now();
    const leaves = mailTime(now);
    await this.outbox.add(tx, { kind: 'person-news', personId }, leaves > now ? { notBefore: leaves } : {});
  }
}
