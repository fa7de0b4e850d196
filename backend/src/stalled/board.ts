import { Injectable } from '@nestjs/common';
import type { StallKind } from '@samspel/shared/alert/alert.ts';
import type { StaffActor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock, dayIn } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { CURSOR_INSTANT, CURSOR_UUID, decodeCursor, page } from '../platform/http/paging.ts';
import { BOARD_COUNTS, BOARD_PAGE } from './board.sql.ts';
import { stalledRow, type StalledFacts } from './board.view.ts';
import type { StalledBoardView, StalledCountersView, StalledPairView, StalledQuery } from './stalled.dto.ts';
import { begunBefore } from './stalled.rules.ts';

interface PageRow {
  facts: StalledFacts;
  caseId: string;
  startedAt: string;
}

interface CountRow extends StalledPairView {
  kind: StallKind;
  paused: boolean;
  n: number;
}

const START = ['-infinity', '00000000-0000-0000-0000-000000000000'];

/** What has come to a stand between a supervisor's organisation and others, longest first. */
@Injectable()
export class StalledBoard {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async read(actor: StaffActor, query: StalledQuery): Promise<StalledBoardView> {
    const { direction, kind = null, fromUnit = null, toUnit = null, minDays, limit, cursor } = query;
    const now = this.clock.now();
    const after = decodeCursor(cursor, [CURSOR_INSTANT, CURSOR_UUID]) ?? START;
    const sides = [direction !== 'out', direction !== 'in'];
    const begun = minDays === undefined ? 'infinity' : begunBefore(dayIn(now), minDays);
    const [rows, counts] = await Promise.all([
      this.db.read<PageRow>(actor, 'stalled-page', BOARD_PAGE, [
        ...[actor.id, now, actor.organisationId, ...sides, kind, fromUnit, toUnit, begun],
        ...after,
        limit + 1,
      ]),
      this.db.read<CountRow>(actor, 'stalled-counts', BOARD_COUNTS, [now, ...sides, begun]),
    ]);
    const shown = rows.slice(0, limit).map(({ caseId }) => caseId);
    await this.audit.readEach(actor, { action: 'handover.supervised', fieldClass: 'CASE' }, shown);
    const items = page(
      rows,
      limit,
      ({ facts }) => stalledRow(actor.id, facts, now),
      ({ startedAt, facts }) => [startedAt, facts.id],
    );
    return { ...items, counters: countersOf(counts.filter(ofUnits(query))), pairs: pairsOf(counts), checkedAt: now.toISOString() };
  }
}

const ofUnits =
  ({ fromUnit, toUnit }: StalledQuery) =>
  (row: CountRow): boolean =>
    (!fromUnit || row.fromUnit.id === fromUnit) && (!toUnit || row.toUnit.id === toUnit);

function countersOf(rows: readonly CountRow[]): StalledCountersView {
  const sum = (fits: (row: CountRow) => boolean): number => rows.filter(fits).reduce((total, { n }) => total + n, 0);
  const of = (kind: StallKind): number => sum((row) => !row.paused && row.kind === kind);
  return {
    noOwner: of('NO_OWNER'),
    notAccepted: of('NOT_ACCEPTED'),
    silent: of('SILENT'),
    openLoop: of('OPEN_LOOP'),
    paused: sum((row) => row.paused),
  };
}

function pairsOf(rows: readonly CountRow[]): StalledPairView[] {
  const pairs = new Map(rows.map(({ fromUnit, toUnit }) => [`${fromUnit.id}>${toUnit.id}`, { fromUnit, toUnit }]));
  return [...pairs.values()];
}
