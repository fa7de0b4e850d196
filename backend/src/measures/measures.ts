import { Injectable } from '@nestjs/common';
import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import { MEASURE_DAYS_MAX } from '@samspel/shared/stalled/stalled.ts';
import type { StaffActor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../platform/clock/clock.ts';
import { startOf } from '../platform/clock/working-time.ts';
import { Database } from '../platform/database/database.ts';
import { unprocessable } from '../platform/problem/problem.ts';
import type { LinkMeasuresQuery, LinkMeasuresView, PeriodView } from './measures.dto.ts';
import { type Journey, linkFigures } from './measures.rules.ts';

interface JourneyRow extends Journey {
  fromUnit: { id: string; name: string };
  toUnit: { id: string; name: string };
}

/** $1 and $2 the period's beginning and end, $3 the present. The function answers a supervisor for their own organisation's links, and nobody else. */
const JOURNEYS = `
  select json_build_object('id', f.id, 'name', f.name) as "fromUnit", json_build_object('id', t.id, 'name', t.name) as "toUnit", j.began_at as "beganAt",
         j.received_at as "receivedAt", j.accepted_at as "acceptedAt", j.answered_at as "answeredAt", j.decline_code as "declineCode",
         j.first_contact_at as "firstContactAt", j.warm, j.closed_at as "closedAt", j.lost_at as "lostAt", j.repaired_at as "repairedAt", j.bounces, j.lags,
         j.alerts_duplicated as "alertsDuplicated", j.alerts_lost as "alertsLost"
  from app.link_journeys($1, $2, $3) j join unit f on f.id = j.from_unit_id join unit t on t.id = j.to_unit_id`;

const DEFAULT_DAYS = 90;

/** How a supervisor's own links do, from what was written down when it happened and cannot be changed. */
@Injectable()
export class LinkMeasures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async read(actor: StaffActor, query: LinkMeasuresQuery): Promise<LinkMeasuresView[]> {
    const now = this.clock.now();
    const period = periodOf(query, this.clock.today());
    const bounds = [startOf(period.from), startOf(plusDays(period.to, 1))].map((ms) => new Date(ms));
    const rows = await this.db.read<JourneyRow>(actor, 'link-journeys', JOURNEYS, [...bounds, now]);
    await this.audit.read(actor, { action: 'link-measures.read', fieldClass: 'CASE' });
    const links = Object.values(Object.groupBy(rows, ({ fromUnit, toUnit }) => `${fromUnit.id}>${toUnit.id}`));
    return links
      .map((link) => ({ fromUnit: link![0]!.fromUnit, toUnit: link![0]!.toUnit, period, ...linkFigures(link!, now) }))
      .toSorted((a, b) => b.n - a.n || a.fromUnit.name.localeCompare(b.fromUnit.name, 'sv') || a.toUnit.name.localeCompare(b.toUnit.name, 'sv'));
  }
}

function periodOf({ from, to }: LinkMeasuresQuery, today: string): PeriodView {
  const last = to ?? today;
  const first = from ?? plusDays(last, -DEFAULT_DAYS);
  if (last < first) throw unprocessable([{ pointer: '/to', code: 'before_first_day' }], 'Sista dagen är före första dagen.');
  if (plusDays(first, MEASURE_DAYS_MAX) < last)
    throw unprocessable([{ pointer: '/from', code: 'too_long' }], `Välj högst ${MEASURE_DAYS_MAX} dagar.`);
  return { from: first, to: last };
}
