import { momentAt } from './town-calendar.ts';
import type { TownStage } from './town-stage.ts';
import { TOWN_STAFF } from './town-staff.ts';

const OLDER = 'select id from notice where recipient_assignment_id = $1 and read_at is null and created_at < $2 order by created_at';

/** On `day` everybody in the town has read what they were told before it, so that only the last days wait on a visitor. */
export async function readOldNotices(stage: TownStage, day: string): Promise<void> {
  await stage.at(day, '8.15');
  for (const hint of Object.keys(TOWN_STAFF)) {
    const actor = await stage.actor(hint);
    const older = await stage.db.transaction(actor, (tx) => tx.query<{ id: string }[]>(OLDER, [actor.id, momentAt(day, '8.00')]));
    for (const { id } of older) await stage.service('days').markRead(actor, id);
  }
}
