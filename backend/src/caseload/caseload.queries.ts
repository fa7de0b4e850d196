import { Injectable } from '@nestjs/common';
import type { HandoverScope } from '@samspel/shared/handover/handover.ts';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import type { StaffRef } from '../organisation/refs.dto.ts';
import { staffRefJson } from '../organisation/refs.sql.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { NomineeView } from '../stalled/nominee.dto.ts';
import { nominees } from '../stalled/nominees.sql.ts';
import type { CaseloadItemView, CaseloadView } from './caseload.dto.ts';
import { type CaseloadOf, mayPlanCaseload } from './caseload.policy.ts';

/** Whose caseload it is, as an offer needs to know them. */
export interface Holder extends CaseloadOf {
  unitId: string;
  staff: StaffRef;
}

const HOLDER = `
  select a.id as "assignmentId", a.organisation_id as "organisationId", a.unit_id as "unitId", ${staffRefJson('a.id')} as staff from assignment a where a.id = $1`;
const ITEMS = `
  select l.case_id as "caseId", l.reference, l.scope, l.activity_id as "activityId", l.due_on::text as "dueOn", l.covered, l.pending_handover_id as "pendingHandoverId" from app.caseload_of($1) l limit 5000`;
const RECEIVERS = nominees('$1', '$2', 'array[$3::uuid]', `'{}'::uuid[]`);

@Injectable()
export class Caseloads {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  async of(actor: StaffActor, assignmentId: string): Promise<CaseloadView> {
    const view = await this.db.transaction(actor, async (tx) => {
      const { staff, organisationId, unitId } = await this.holder(tx, actor, assignmentId);
      const receivers = await tx.query<NomineeView[]>(RECEIVERS, [organisationId, unitId, assignmentId]);
      return { staff, items: await caseloadItems(tx, assignmentId), receivers };
    });
    const cases = view.items.map(({ caseId }) => caseId);
    await this.audit.readEach(actor, { action: 'caseload.read', fieldClass: 'CASE', subjectId: assignmentId }, cases);
    return view;
  }

  /** 404 for everybody but themself and their supervisors. */
  async holder(tx: Tx, actor: StaffActor, assignmentId: string): Promise<Holder> {
    const [holder] = await tx.query<Holder[]>(HOLDER, [assignmentId]);
    this.gate.requireVisible(mayPlanCaseload(actor, holder));
    return holder!;
  }
}

export const caseloadItems = (tx: Tx, assignmentId: string): Promise<CaseloadItemView[]> => tx.query<CaseloadItemView[]>(ITEMS, [assignmentId]);

/** One key per case and what is answered for in it. */
export const itemKey = ({ caseId, scope, activityId }: { caseId: string; scope: HandoverScope; activityId?: string | null }): string =>
  `${caseId}/${scope}/${activityId ?? ''}`;
