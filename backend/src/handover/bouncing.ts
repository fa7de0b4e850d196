import { Injectable } from '@nestjs/common';
import { BOUNCES_ALERTED } from '@samspel/shared/handover/handover.ts';
import { peopleOfUnits } from '../alert/parties.ts';
import { raise } from '../alert/raising.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { type Baton, sameBaton } from './baton.ts';
import type { HandoverRow } from './handover.store.ts';

/** The last one declined since the baton was last accepted, else what it comes with from the handover before. */
const BOUNCES = `
  select coalesce(
    (select d.bounces from handover d where ${sameBaton('d')} and d.state = 'DECLINED'
       and d.ended_at > coalesce((select max(a.accepted_at) from handover a where ${sameBaton('a')}), '-infinity') order by d.ended_at desc limit 1),
    (select p.bounces + case when $5 = 'BACK' then 1 else 0 end from handover p where p.id = $4), 0) as bounces`;

/** A baton that nobody keeps (kedjebrev) is pointed out to the supervisors of both sides, once per handover. */
@Injectable()
export class Bouncing {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async raise(tx: Tx, row: HandoverRow): Promise<void> {
    if (row.bounces < BOUNCES_ALERTED) return;
    const now = this.clock.now();
    const units = await peopleOfUnits(tx, [row.fromUnitId, row.toUnitId]);
    const to = new Set([...units.values()].flatMap(({ supervisors }) => supervisors));
    await raise(tx, this.outbox, [{ handoverId: row.id, caseId: row.caseId, rung: 'BOUNCED', epoch: row.epoch, dueAt: now, to: [...to] }], now);
  }

  /** Somebody keeps it. */
  async settle(tx: Tx, { caseId, scope, activityId }: Baton): Promise<void> {
    await tx.query(
      `update alert set resolved_at = app.domain_now(), resolution = 'OWNER_EXISTS'
       where rung = 'BOUNCED' and resolved_at is null and handover_id in (select h.id from handover h where ${sameBaton('h')})`,
      [caseId, scope, activityId],
    );
  }
}

/** How many times the baton has come back when this one is sent. */
export async function bouncesOf(tx: Tx, { caseId, scope, activityId, previousId, direction }: HandoverRow): Promise<number> {
  const [row] = await tx.query<{ bounces: number }[]>(BOUNCES, [caseId, scope, activityId, previousId, direction]);
  return row!.bounces;
}
