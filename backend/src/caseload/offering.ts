import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AHEAD_MAX_DAYS } from '@samspel/shared/handover/handover.ts';
import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import type { StaffActor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { record, tellThoseWhoLook } from '../handover/handover.store.ts';
import { linkNames } from '../handover/link-names.ts';
import type { Nominee } from '../handover/nominee.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Once, type OnceKey } from '../platform/http/once.ts';
import { unprocessable } from '../platform/problem/problem.ts';
import { notify } from '../timeline/notices.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import type { CaseloadHandoverInput, CaseloadItemView, CaseloadOfferView, CaseloadReceiverInput, CaseloadRefusalView } from './caseload.dto.ts';
import { caseloadItems, Caseloads, type Holder, itemKey } from './caseload.queries.ts';
import { insertOffer, type Offer, receiversAt, terms } from './caseload.store.ts';

/** What this actor offered under a key: its handovers were made in the transaction that wrote the key. */
const OFFERED_UNDER_KEY = `
  select distinct h.case_id as "caseId", h.scope, h.activity_id as "activityId" from idempotency_key k
  join handover_transition t on t.act = 'offer' and t.actor_assignment_id = k.actor_id and t.recorded_at between k.created_at and k.created_at + interval '5 minutes'
  join handover h on h.id = t.handover_id and h.initiated_by_assignment_id = k.actor_id
  where k.actor_id = $1 and k.key = $2`;

/** A reviewed offer of what one assignment answers for, each case to a colleague who is asked by name and must accept. */
@Injectable()
export class CaseloadOffering {
  constructor(
    private readonly once: Once,
    private readonly caseloads: Caseloads,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** What cannot be offered is answered with why and stops nothing else. */
  async offer(actor: StaffActor, key: OnceKey, input: CaseloadHandoverInput): Promise<CaseloadOfferView> {
    this.requireDay(input.answerBy);
    let answer: CaseloadOfferView = { offered: 0, refused: [] };
    const work = async (tx: Tx): Promise<void> => {
      const holder = await this.caseloads.holder(tx, actor, input.assignmentId);
      await tx.query('select app.lock_caseload($1)', [input.assignmentId]);
      answer = await this.offerEach(tx, actor, holder, input);
    };
    await this.once.run(actor, key, work, async (tx) => {
      await this.caseloads.holder(tx, actor, input.assignmentId);
      answer = await repeated(tx, actor, key, input.receivers);
    });
    return answer;
  }

  private requireDay(answerBy: string): void {
    const today = this.clock.today();
    if (answerBy < today) throw unprocessable([{ pointer: '/answerBy', code: 'passed' }], 'Välj en dag som inte har varit.');
    if (answerBy > plusDays(today, AHEAD_MAX_DAYS))
      throw unprocessable([{ pointer: '/answerBy', code: 'too_late' }], `Svaret får vänta högst ${AHEAD_MAX_DAYS} dagar.`);
  }

  private async offerEach(tx: Tx, actor: StaffActor, holder: Holder, { receivers, answerBy }: CaseloadHandoverInput): Promise<CaseloadOfferView> {
    const items = new Map((await caseloadItems(tx, holder.assignmentId)).map((item) => [itemKey(item), item]));
    const nominees = await receiversAt(
      tx,
      holder,
      receivers.map(({ nomineeId }) => nomineeId),
    );
    const answer: CaseloadOfferView = { offered: 0, refused: [] };
    for (const asked of receivers) {
      const item = items.get(itemKey(asked));
      const nominee = nominees.get(asked.nomineeId);
      const because = refusal(item, nominee);
      if (because) answer.refused.push(notOffered(asked, because));
      else {
        const offer = await terms(tx, { id: randomUUIDv7(), item: item!, holder, nominee: nominee!, answerBy, at: this.clock.now() });
        await this.offerOne(tx, actor, offer);
        item!.pendingHandoverId = offer.id;
        answer.offered += 1;
      }
    }
    return answer;
  }

  private async offerOne(tx: Tx, actor: StaffActor, offer: Offer): Promise<void> {
    const { id, caseId, scope, nomineeId } = offer;
    await insertOffer(tx, actor, offer);
    // Sent and named in one go, which its history says like any other's.
    await record(tx, actor, { ...offer, state: 'OFFERED' }, 'offer', 'DRAFT');
    await record(tx, actor, offer, 'nominate', 'OFFERED');
    await this.audit.write(tx, actor, { action: 'handover.offered', fieldClass: 'CASE', caseId, subjectId: id });
    const names = await linkNames(tx, offer);
    await recordInTimeline(tx, actor, { caseId, kind: 'handover.offered', params: { scope, ...names } });
    if (nomineeId !== actor.id)
      await notify(tx, { kind: 'handover.offered', to: { assignmentId: nomineeId }, caseId, params: { scope, ...names, handoverId: id } });
    await tellThoseWhoLook(tx, offer);
  }
}

function refusal(item: CaseloadItemView | undefined, nominee: Nominee | undefined): string | null {
  if (!item) return 'not_in_caseload';
  if (item.pendingHandoverId) return 'handover_pending';
  if (!item.covered) return 'consent_missing';
  return nominee ? null : 'nominee_unavailable';
}

const notOffered = ({ caseId, scope, activityId }: CaseloadReceiverInput, because: string): CaseloadRefusalView => ({
  ...{ caseId, scope, activityId: activityId ?? null, because },
});

async function repeated(tx: Tx, actor: StaffActor, { key }: OnceKey, receivers: readonly CaseloadReceiverInput[]): Promise<CaseloadOfferView> {
  const rows = await tx.query<Pick<CaseloadItemView, 'caseId' | 'scope' | 'activityId'>[]>(OFFERED_UNDER_KEY, [actor.id, key]);
  const offered = new Set(rows.map(itemKey));
  // Each was offered once, however often it was asked for.
  const refused = receivers.filter((each) => !offered.delete(itemKey(each)));
  return { offered: rows.length, refused: refused.map((each) => notOffered(each, 'not_offered')) };
}
