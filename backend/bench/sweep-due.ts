import { withClient } from '../src/platform/database/provision.ts';

/** What a sweep looks for: each with how to bring so many of it (null: of all) to just now, as if nothing of it had ever been told. */
export const DUE = {
  handovers: `update handover set receipt_due_at = app.domain_now() - interval '1 second', next_timer = 'RECEIPT', next_timer_at = app.domain_now() - interval '1 second', fired = '{}'
    where id in (select id from handover where state = 'OFFERED' order by id limit $1)`,
  activities: `update plan_activity set due_on = app.domain_today() - 1, start_on = null, next_timer = 'OVERDUE_OWNER',
      next_timer_at = app.domain_today()::timestamp at time zone 'Europe/Stockholm', fired = '{}'
    where id in (select id from plan_activity where next_timer is not null order by id limit $1)`,
  messages: `update person_message set due_at = app.domain_now() - interval '1 second', next_timer = 'PERSON_WAITS', next_timer_at = app.domain_now() - interval '1 second', fired = '{}'
    where id in (select id from person_message where state = 'OPEN' order by id limit $1)`,
} as const;
export type Swept = keyof typeof DUE;

/** The others lie far ahead. Answers how many are due. */
export async function makeDue(adminUrl: string, what: Swept, count: number | null): Promise<number> {
  return withClient(adminUrl, async (client) => {
    await client.query('truncate alert, alert_recipient');
    return (await client.query(DUE[what], [count])).rowCount ?? 0;
  });
}
