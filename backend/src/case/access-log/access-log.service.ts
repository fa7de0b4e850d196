import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { TeamCase } from '../team-case.ts';
import { Database } from '../../platform/database/database.ts';
import { CURSOR_INSTANT, CURSOR_UUID, decodeCursor, page, type PageQuery } from '../../platform/http/paging.ts';
import type { AccessLogItem, AccessLogView } from './access-log.dto.ts';
import { ACCESS_LOG_ITEM, logOf } from './access-log.sql.ts';

interface LogRow {
  item: AccessLogItem;
  at: string;
  id: string;
}

const PAGE = `
  select ${ACCESS_LOG_ITEM} as item, to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, entry.id
  from participation me join audit_event entry on ${logOf('me.case_id')}
  join staff_member who on who.id = entry.staff_member_id join unit place on place.id = entry.unit_id
  where me.case_id = $1 and me.assignment_id = $2 and me.until_at is null
    and ($3::timestamptz is null or (entry.recorded_at, entry.id) < ($3, $4::uuid))
  order by entry.recorded_at desc, entry.id desc limit $5`;

/** "Insyn": who has looked and why, for the team; the person reads the same on their own page. */
@Injectable()
export class AccessLog {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly audit: AuditLog,
  ) {}

  async list(actor: StaffActor, caseId: string, { limit, cursor }: PageQuery): Promise<AccessLogView> {
    const [at = null, id = null] = decodeCursor(cursor, [CURSOR_INSTANT, CURSOR_UUID]) ?? [];
    const { facts, rows } = await this.db.transaction(actor, async (tx) => {
      const known = await this.team.toRead(tx, actor, caseId);
      return { facts: known, rows: await tx.query<LogRow[]>(PAGE, [caseId, actor.id, at, id, limit + 1]) };
    });
    await this.audit.read(actor, { action: 'access-log.read', fieldClass: 'LOG', caseId, personId: facts.personId });
    return page(
      rows,
      limit,
      (row) => row.item,
      (row) => [row.at, row.id],
    );
  }
}
