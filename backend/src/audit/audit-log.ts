import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Actor } from '../access/actor.ts';
import { Environment } from '../platform/config/environment.ts';
import type { Tx } from '../platform/database/database.ts';
import { unavailable } from '../platform/problem/problem.ts';

export type Purpose = 'COORDINATION' | 'OWN_DATA' | 'ADMINISTRATION' | 'RECORDS' | 'SIGN_IN';
export type FieldClass = 'IDENTITY' | 'CASE' | 'CONSENT' | 'NOTE' | 'TIMELINE' | 'LOG' | 'ORGANISATION' | 'SESSION';

export interface AuditEntry {
  /** Dotted code, for example `case.read`. */
  action: string;
  fieldClass: FieldClass;
  purpose?: Purpose;
  caseId?: string;
  personId?: string;
  subjectId?: string;
}

const COLUMNS =
  'actor_kind, actor_id, staff_member_id, organisation_id, unit_id, session_id, purpose, action, case_id, person_id, representative_person_id, field_class, subject_id';
const INSERT = `insert into audit_event (${COLUMNS})
  select ${COLUMNS} from json_to_recordset($1) as e(actor_kind text, actor_id uuid, staff_member_id uuid, organisation_id uuid, unit_id uuid,
    session_id uuid, purpose text, action text, case_id uuid, person_id uuid, representative_person_id uuid, field_class text, subject_id uuid)`;
/** Rows per durable insert; past this the gain per row is gone and a reader would wait for others. */
const BATCH = 200;

interface Waiting {
  row: Record<string, unknown>;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Who read and changed what (PDL 4:3, SoLPuL 10 §, SVOD 4:4). Writes go in the act's own transaction. Reads wait for a durable insert that
 * they share with whoever reads at the same moment, on a connection that may do nothing else; if it fails, the reader gets no data.
 */
@Injectable()
export class AuditLog implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly logger = new Logger('Audit');
  private waiting: Waiting[] = [];
  private flushing = false;

  constructor(environment: Environment) {
    this.pool = new pg.Pool({ connectionString: environment.DATABASE_AUDIT_URL, max: 2, connectionTimeoutMillis: 2_000 });
    // An idle connection may break; the next read finds out and fails closed.
    this.pool.on('error', () => undefined);
  }

  async write(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
    await tx.query(INSERT, [JSON.stringify([rowOf(actor, entry)])]);
  }

  /** Resolves when the row is on disk; await it before the answer leaves. */
  read(actor: Actor, entry: AuditEntry): Promise<void> {
    return this.append(rowOf(actor, entry));
  }

  /** A list names several persons: one row for each of their cases, so that each of them sees it; one row without a case when it was empty. */
  async readEach(actor: Actor, entry: AuditEntry, caseIds: Iterable<string>): Promise<void> {
    const cases = [...new Set(caseIds)];
    const entries = cases.length ? cases.map((caseId) => ({ ...entry, caseId })) : [entry];
    await Promise.all(entries.map((each) => this.append(rowOf(actor, each))));
  }

  /** What the system does without an actor of its own, or before there is one (sign-in). */
  system(entry: AuditEntry): Promise<void> {
    return this.append({ actor_kind: 'SYSTEM', ...detailsOf(entry) });
  }

  /** After the last answer has left: until then reads still wait for their rows. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private append(row: Record<string, unknown>): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ row, done, failed });
      if (!this.flushing) void this.flush();
    });
  }

  private async flush(): Promise<void> {
    this.flushing = true;
    while (this.waiting.length) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.pool.query({ name: 'audit', text: INSERT, values: [JSON.stringify(batch.map((each) => each.row))] });
        for (const each of batch) each.done();
      } catch (error) {
        this.logger.error(error instanceof Error ? error.message : 'audit insert failed');
        // No log, no data: whatever the reason, the reader is told to come back.
        for (const each of batch) each.failed(unavailable());
      }
    }
    this.flushing = false;
  }
}

function rowOf(actor: Actor, entry: AuditEntry): Record<string, unknown> {
  const who =
    actor.kind === 'STAFF'
      ? { staff_member_id: actor.staffMemberId, organisation_id: actor.organisationId, unit_id: actor.unitId }
      : { person_id: actor.personId, representative_person_id: actor.representativeId };
  return {
    actor_kind: actor.kind,
    actor_id: actor.id,
    session_id: actor.sessionId,
    ...who,
    ...detailsOf(entry, actor.kind === 'STAFF' ? 'COORDINATION' : 'OWN_DATA'),
  };
}

function detailsOf(entry: AuditEntry, purpose: Purpose = 'SIGN_IN'): Record<string, unknown> {
  return {
    purpose: entry.purpose ?? purpose,
    action: entry.action,
    field_class: entry.fieldClass,
    ...(entry.caseId && { case_id: entry.caseId }),
    ...(entry.personId && { person_id: entry.personId }),
    ...(entry.subjectId && { subject_id: entry.subjectId }),
  };
}
