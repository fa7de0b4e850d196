import { Injectable } from '@nestjs/common';
import type { HandoverDirection } from '@samspel/shared/handover/handover.ts';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { TeamCase } from '../case/team-case.ts';
import { refusing } from '../organisation/database-refusals.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import { requireVersion } from '../platform/http/version.ts';
import { Problem, unprocessable } from '../platform/problem/problem.ts';
import { type Baton, sameBaton } from './baton.ts';
import { batonOf, heldActivity, requireInForce } from './handed-over-activity.ts';
import type { HandoverDraftInput, StartHandoverInput } from './handover-acts.dto.ts';
import { HandoverActs } from './handover-acts.ts';
import { mayEdit, mayHandOver } from './handover.policy.ts';
import { type HandoverRow, wrongState } from './handover.store.ts';
import { checklistOf, whyNotAhead } from './handover.words.rules.ts';
import { nomineeAt } from './nominee.ts';
import { type ReceivingUnit, receivingUnit } from './receiving-unit.ts';

interface Previous {
  id: string;
  fromUnitId: string;
}

/** The handover by which the sender came to answer, while it is still open. */
const PREVIOUS = `
  select h.id, h.from_unit_id as "fromUnitId" from handover h
  where ${sameBaton('h')} and h.accepted_by_assignment_id = $4 and h.closed_at is null order by h.accepted_at desc limit 1`;

/** Preparing a handover: nobody but the sender sees it yet. */
@Injectable()
export class HandoverDrafting {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly acts: HandoverActs,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** 403 `not_accountable` unless the actor answers for that scope now; 409 `handover.draft_exists` (`id`) when one is begun. */
  start(actor: StaffActor, key: OnceKey, caseId: string, input: StartHandoverInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = await this.team.toChange(tx, actor, caseId);
        const baton = batonOf(caseId, input);
        const activity = await heldActivity(tx, actor, baton);
        this.gate.require(mayHandOver(actor, facts, input.scope, activity));
        requireInForce(activity);
        const unit = await this.prepared(tx, actor, input);
        const link = await linkOf(tx, actor, baton, input);
        await requireNoDraft(tx, actor, baton);
        await refusing(insert(tx, actor, facts, { id, ...input, ...baton, unit, ...link }), { one_draft_handover: () => draftExists(null) });
        await this.audit.write(tx, actor, { action: 'handover.drafted', fieldClass: 'CASE', caseId, subjectId: id });
      },
      (tx) => this.team.toRead(tx, actor, caseId),
    );
  }

  edit(actor: StaffActor, id: string, version: number, input: HandoverDraftInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayEdit);
      if (row.state !== 'DRAFT') throw wrongState(row.state);
      requireVersion(row, version);
      const unit = await this.prepared(tx, actor, input);
      await requireBackWhereItCameFrom(tx, row, unit);
      await tx.query(
        `update handover set to_unit_id = $2, to_organisation_id = $3, nominee_assignment_id = $4, answer_by = $5, template_id = $6, limits_version = $7,
           version = version + 1 where id = $1`,
        [id, unit.unitId, unit.organisationId, input.nomineeId ?? null, input.answerBy, unit.templateId, unit.limitsVersion],
      );
      await tx.query('update handover_content set asked = $2, reason = $3, checklist = $4 where handover_id = $1', [
        id,
        input.asked,
        input.reason,
        checklistJson(unit, input),
      ]);
      await this.audit.write(tx, actor, { action: 'handover.edited', fieldClass: 'CASE', caseId: row.caseId, subjectId: id });
    });
  }

  /** The unit, once day and nominee make sense; 422 otherwise. */
  private async prepared(tx: Tx, actor: StaffActor, { toUnitId, answerBy, nomineeId }: HandoverDraftInput): Promise<ReceivingUnit> {
    const wrong = whyNotAhead('/answerBy', answerBy, this.clock.today());
    if (wrong.length) throw unprocessable(wrong, 'Välj en dag från och med i dag och högst 30 dagar fram.');
    const unit = await receivingUnit(tx, toUnitId, actor.unitId);
    if (!nomineeId) return unit;
    if (unit.organisationId !== actor.organisationId)
      throw unprocessable([{ pointer: '/nomineeId', code: 'notYourColleague' }], 'En annan organisation väljer själv vem som får frågan.');
    await nomineeAt(tx, nomineeId, { unitId: unit.unitId }, [actor.id], '/nomineeId');
    return unit;
  }
}

/** Where it stands in the chain: linked by itself to the handover that made the sender answer. */
async function linkOf(
  tx: Tx,
  actor: StaffActor,
  { caseId, scope, activityId }: Baton,
  { previousId, direction, toUnitId }: StartHandoverInput,
): Promise<{ previousId: string | null; direction: HandoverDirection }> {
  const [previous] = await tx.query<Previous[]>(PREVIOUS, [caseId, scope, activityId, actor.id]);
  if (previousId && previousId !== previous?.id) throw unprocessable([{ pointer: '/previousId', code: 'notOpenHere' }]);
  if (direction === 'BACK' && toUnitId !== previous?.fromUnitId) throw notWhereItCameFrom();
  if (direction === 'FORWARD' && !previous) throw unprocessable([{ pointer: '/direction', code: 'nothingBefore' }]);
  return { previousId: previous?.id ?? null, direction: previous ? (direction === 'BACK' ? 'BACK' : 'FORWARD') : 'NEW' };
}

async function requireBackWhereItCameFrom(tx: Tx, { direction, previousId }: HandoverRow, unit: ReceivingUnit): Promise<void> {
  if (direction !== 'BACK') return;
  const [previous] = await tx.query<{ fromUnitId: string }[]>('select from_unit_id as "fromUnitId" from handover where id = $1', [previousId]);
  if (previous?.fromUnitId !== unit.unitId) throw notWhereItCameFrom();
}

const notWhereItCameFrom = (): Problem =>
  unprocessable([{ pointer: '/toUnitId', code: 'notWhereItCameFrom' }], 'Det går bara att lämna tillbaka till enheten som lämnade över.');

async function requireNoDraft(tx: Tx, actor: StaffActor, { caseId, scope, activityId }: Baton): Promise<void> {
  const [draft] = await tx.query<{ id: string }[]>(
    `select h.id from handover h where ${sameBaton('h')} and h.from_assignment_id = $4 and h.state = 'DRAFT'`,
    [caseId, scope, activityId, actor.id],
  );
  if (draft) throw draftExists(draft.id);
}

/** `id`: the draft, to go on with. */
const draftExists = (id: string | null): Problem =>
  new Problem(409, 'handover.draft_exists', 'Ett utkast finns redan', 'Du har redan börjat på en överlämning av det här. Fortsätt med den.', {
    extra: id ? { id } : {},
  });

interface NewDraft extends Omit<StartHandoverInput, 'activityId'> {
  id: string;
  activityId: string | null;
  unit: ReceivingUnit;
  direction: HandoverDirection;
}

async function insert(
  tx: Tx,
  actor: StaffActor,
  facts: CaseFacts,
  draft: Omit<NewDraft, 'previousId'> & { previousId: string | null },
): Promise<void> {
  const { id, scope, activityId, unit, nomineeId = null, answerBy, previousId, direction } = draft;
  await tx.query(
    `insert into handover (id, case_id, case_reference, scope, from_assignment_id, from_unit_id, from_organisation_id, to_unit_id, to_organisation_id,
       accountable_assignment_id, nominee_assignment_id, answer_by, template_id, limits_version, previous_handover_id, direction, activity_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[id, facts.id, facts.reference, scope, actor.id, actor.unitId, actor.organisationId, unit.unitId, unit.organisationId],
      ...[nomineeId, answerBy, unit.templateId, unit.limitsVersion, previousId, direction, activityId],
    ],
  );
  await tx.query(
    'insert into handover_content (handover_id, case_id, organisation_id, author_assignment_id, asked, reason, checklist) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, facts.id, actor.organisationId, actor.id, draft.asked, draft.reason, checklistJson(unit, draft)],
  );
}

function checklistJson(unit: ReceivingUnit, { checklist: ticked = [] }: HandoverDraftInput): string {
  const checklist = checklistOf(unit.checklist, ticked);
  if (!checklist) throw unprocessable([{ pointer: '/checklist', code: 'unknownLine' }], 'Checklistan har ändrats. Läs om sidan.');
  return JSON.stringify(checklist);
}
