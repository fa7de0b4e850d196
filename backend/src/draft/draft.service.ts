import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Database } from '../platform/database/database.ts';
import type { DraftView } from './draft.dto.ts';

/**
 * Unsent text, so that nothing typed is ever lost. Kept per assignment and read by nobody else, hence outside the read log: a draft becomes
 * a record of the case when it is sent, and that act is logged.
 */
@Injectable()
export class DraftService {
  constructor(private readonly db: Database) {}

  find(actor: StaffActor, key: string): Promise<DraftView> {
    return this.db.transaction(actor, async (tx) => {
      const [draft] = await tx.query<{ text: string; updatedAt: Date }[]>(
        'select text, updated_at as "updatedAt" from draft where owner_id = $1 and key = $2',
        [actor.id, key],
      );
      return draft ? { text: draft.text, updatedAt: draft.updatedAt.toISOString() } : { text: '', updatedAt: null };
    });
  }

  /** The latest keystrokes win: one person types in one place at a time. */
  async keep(actor: StaffActor, key: string, text: string): Promise<void> {
    await this.db.transaction(actor, (tx) =>
      tx.query(
        `insert into draft (owner_id, key, text) values ($1, $2, $3)
         on conflict (owner_id, key) do update set text = excluded.text, updated_at = clock_timestamp()`,
        [actor.id, key, text],
      ),
    );
  }

  async discard(actor: StaffActor, key: string): Promise<void> {
    await this.db.transaction(actor, (tx) => tx.query('delete from draft where owner_id = $1 and key = $2', [actor.id, key]));
  }
}
