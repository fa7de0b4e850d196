import { Injectable } from '@nestjs/common';
import { PRESENCE_SECONDS } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { announce } from '../../platform/live/announce.ts';
import { PlanAccess } from '../plan.access.ts';

const FRESH = `seen_at > clock_timestamp() - interval '${PRESENCE_SECONDS} seconds'`;

/** Who writes in what just now. Says nothing of the case that its readers do not know, so it stands outside the log. */
@Injectable()
export class ItemPresence {
  constructor(
    private readonly db: Database,
    private readonly access: PlanAccess,
  ) {}

  async mark(actor: StaffActor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const { item } = await this.access.toReadItem(tx, actor, id);
      const [known] = await tx.query<unknown[]>(`select 1 from item_presence where item_id = $1 and assignment_id = $2 and ${FRESH}`, [id, actor.id]);
      await tx.query(
        `insert into item_presence (item_id, case_id, assignment_id) values ($1, $2, $3)
         on conflict (item_id, assignment_id) do update set seen_at = clock_timestamp()`,
        [id, item.caseId, actor.id],
      );
      await tx.query(`delete from item_presence where assignment_id = $1 and not (${FRESH})`, [actor.id]);
      // Pages are told once per sitting: each further beat would make every open one read the case again.
      if (!known) await announce(tx, { type: 'case', ref: item.caseId });
    });
  }
}
