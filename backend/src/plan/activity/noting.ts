import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ActivityNoteKind } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Disclosures } from '../../disclosure/disclosures.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { ActivityGate } from './activity-gate.ts';
import { mayNote } from './activity.policy.ts';
import type { ActivityRow } from './activity.store.ts';
import { tellHistory } from './telling.ts';

/** What is written beside an activity's course. `code`: the reason as a code, where the act has one. */
export interface NoteOfAct {
  kind: ActivityNoteKind;
  code?: string;
  text: string;
}

/** Those who read the activity and are in the team today, but for the writer's own organisation. */
const OTHER_READERS = `
  select distinct p.organisation_id as id from participation p
  where p.case_id = $1 and p.until_at is null and p.organisation_id = any ($2::uuid[]) and p.organisation_id <> $3 order by 1`;

@Injectable()
export class ActivityNoting {
  constructor(
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly found: ActivityGate,
    private readonly disclosures: Disclosures,
    private readonly audit: AuditLog,
  ) {}

  note(actor: StaffActor, id: string, key: OnceKey, text: string): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, noteId) => {
        const { facts, row } = await this.found.forChange(tx, actor, id);
        this.gate.require(mayNote(actor, facts, row));
        await this.write(tx, actor, row, { kind: 'PROGRESS', text }, noteId);
        await tx.query('update plan_item set version = version + 1 where id = $1', [id]);
        await this.audit.write(tx, actor, {
          action: 'activity.noted',
          fieldClass: 'CASE',
          caseId: row.caseId,
          personId: facts.personId,
          subjectId: id,
        });
        await tellHistory(tx, actor, row, 'activity.noted');
      },
      (tx) => this.found.forChange(tx, actor, id),
    );
  }

  /**
   * Words of the actor's organisation to those who read the activity: a disclosure to each of the others, all or nothing (409
   * `consent.missing`). Without words the reason alone is kept, which the activity's state says anyway.
   */
  async write(tx: Tx, actor: StaffActor, row: ActivityRow, { kind, code, text }: NoteOfAct, id: string = randomUUIDv7()): Promise<void> {
    const others = await tx.query<{ id: string }[]>(OTHER_READERS, [row.caseId, row.readers, actor.organisationId]);
    const audience = others.map((each) => each.id);
    if (text && audience.length) {
      await this.disclosures.record(tx, actor, {
        ...{ caseId: row.caseId, subjectKind: 'ACTIVITY_NOTE', subjectId: id, subjectVersion: 1, category: 'PLAN' },
        content: { kind, code: code ?? null, text, activityId: row.id },
        recipients: audience,
      });
    }
    await tx.query(
      `insert into activity_note (id, activity_id, case_id, organisation_id, audience, kind, code, text, by_assignment_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, row.id, row.caseId, actor.organisationId, audience, kind, code ?? null, text, actor.id],
    );
  }
}
