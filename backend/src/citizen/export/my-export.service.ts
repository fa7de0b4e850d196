import { Injectable } from '@nestjs/common';
import type { CitizenActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { EXPORT } from './my-export.sql.ts';

export interface MyExport {
  /** So that whoever reads it in ten years knows what the names mean. */
  format: 'samspel-export-1';
  exportedAt: string;
  data: Record<keyof typeof EXPORT, unknown>;
}

const MY_EXPORT = `select json_build_object(${Object.entries(EXPORT)
  .map(([name, sql]) => `'${name}', (select section.data from (${sql}) section)`)
  .join(', ')}) as data`;

/** Everything at once, in one statement and so one snapshot: the person's right to a copy (GDPR art. 15.3) and to take it along (art. 20). */
@Injectable()
export class MyExportService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async everything(actor: CitizenActor): Promise<MyExport> {
    const [row] = await this.db.read<{ data: MyExport['data'] }>(actor, 'my-export', MY_EXPORT, [actor.id]);
    await this.audit.read(actor, { action: 'my-export.read', fieldClass: 'CASE' });
    return { format: 'samspel-export-1', exportedAt: this.clock.now().toISOString(), data: row!.data };
  }
}
