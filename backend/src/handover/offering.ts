import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { caseFacts } from '../case/case-facts.ts';
import { Consents } from '../consent/consents.ts';
import { consentMissing, Disclosures } from '../disclosure/disclosures.ts';
import { refusing } from '../organisation/database-refusals.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { requireVersion } from '../platform/http/version.ts';
import { mailTime } from '../platform/mail/quiet-hours.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { conflict, type Problem, unprocessable } from '../platform/problem/problem.ts';
import { Bouncing, bouncesOf } from './bouncing.ts';
import { categoryOf, heldActivity, mayReach, requireInForce, wordsOfAnother } from './handed-over-activity.ts';
import { HandoverActs } from './handover-acts.ts';
import { dueWhenOffered } from './handover.clock.ts';
import { mayEdit, mayHandOver, mayRevoke } from './handover.policy.ts';
import { moved } from './handover.rules.ts';
import { type HandoverRow, move, wrongState } from './handover.store.ts';
import { whyNotAhead, whyNotSent } from './handover.words.rules.ts';
import { nomineeAt } from './nominee.ts';
import { previewJson } from './preview.sql.ts';
import { receivingUnit, whyNotReceiving } from './receiving-unit.ts';

export const alreadyPending = (): Problem =>
  conflict('handover.pending', 'En överlämning väntar redan', 'En överlämning av det här väntar redan på svar. Ångra den först.');

const WORDS = `
  select w.asked, w.reason, (${previewJson('h', 'w')}) as preview from handover h join handover_content w on w.handover_id = h.id where h.id = $1`;

interface Words {
  asked: string;
  reason: string;
  preview: Record<string, unknown>;
}

/** Sending a handover and taking it back. */
@Injectable()
export class HandoverOffering {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly acts: HandoverActs,
    private readonly consents: Consents,
    private readonly disclosures: Disclosures,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly bouncing: Bouncing,
  ) {}

  /** All or nothing: without consent, receiver, words or day nothing is sent. The sender answers for everything until somebody accepts. */
  offer(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const draft = await this.acts.begin(tx, actor, id, mayEdit);
      if (draft.state === 'OFFERED') return;
      if (!moved(draft, 'offer')) throw wrongState(draft.state);
      await this.requireHolder(tx, actor, draft);
      requireVersion(draft, version);
      const unit = await receivingUnit(tx, draft.toUnitId, draft.fromUnitId);
      const refusal = whyNotReceiving(unit);
      if (refusal) throw refusal;
      if (draft.nomineeId) await nomineeAt(tx, draft.nomineeId, { unitId: draft.toUnitId }, [actor.id], '/nomineeId');
      await this.freeze(tx, actor, draft);
      const now = this.clock.now();
      const sent = await refusing(
        move(tx, actor, draft, 'offer', {
          offeredAt: now,
          templateId: unit.templateId,
          limitsVersion: unit.limitsVersion,
          bounces: await bouncesOf(tx, draft),
          ...dueWhenOffered(now, unit.limits, draft.answerBy),
        }),
        { one_open_handover: alreadyPending },
      );
      await this.bouncing.raise(tx, sent);
      await this.outbox.add(tx, { kind: 'handover.offered', handoverId: id }, { notBefore: mailTime(now) });
      await this.acts.end(tx, actor, sent, { kind: 'handover.offered', notice: 'handover.offered', to: [sent.nomineeId] });
    });
  }

  /** Before anybody has accepted; the preview is gone for the receiver at once. */
  revoke(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayRevoke);
      if (row.state === 'REVOKED') return;
      if (!moved(row, 'revoke')) throw wrongState(row.state);
      requireVersion(row, version);
      const now = this.clock.now();
      const revoked = await move(tx, actor, row, 'revoke', { endedAt: now, closedAt: now });
      // A draft that nobody has seen leaves no trace in the case.
      if (row.state === 'DRAFT') return;
      const told = { kind: 'handover.revoked', notice: 'handover.revoked', to: [row.nomineeId, row.receivedBy, row.fromAssignmentId] } as const;
      await this.acts.end(tx, actor, revoked, told);
    });
  }

  /** Whoever begun the draft may have handed over, or lost the consent, since. */
  private async requireHolder(tx: Tx, actor: StaffActor, row: HandoverRow): Promise<void> {
    const facts = await caseFacts(tx, actor, row.caseId);
    const activity = await heldActivity(tx, actor, row);
    this.gate.require(mayHandOver(actor, facts!, row.scope, activity));
    requireInForce(activity);
    if (!mayReach(activity, row.toOrganisationId)) throw wordsOfAnother();
  }

  /** Nobody is asked what they could not say yes to: the activity's words go with it. */
  private async requireAcceptable(tx: Tx, { caseId, scope, fromOrganisationId: from, toOrganisationId: to }: HandoverRow): Promise<void> {
    if (!(await this.consents.covering(tx, { caseId, from, to, ...categoryOf(scope) }))) throw consentMissing([to]);
  }

  /** What the receiver will see, as it stands now; to another organisation that is a disclosure. */
  private async freeze(tx: Tx, actor: StaffActor, row: HandoverRow): Promise<void> {
    const { id, caseId, answerBy, toOrganisationId, fromOrganisationId } = row;
    const [words] = await tx.query<Words[]>(WORDS, [id]);
    const wrong = [...whyNotSent(words!), ...whyNotAhead('/answerBy', answerBy!, this.clock.today())];
    if (wrong.length) throw unprocessable(wrong, 'Skriv vad du lämnar över och varför, och en dag som ligger framåt.');
    await tx.query('update handover_content set preview = $2 where handover_id = $1', [id, JSON.stringify(words!.preview)]);
    if (toOrganisationId === fromOrganisationId) return;
    await this.requireAcceptable(tx, row);
    await this.disclosures.record(tx, actor, {
      caseId,
      subjectKind: 'HANDOVER',
      subjectId: id,
      subjectVersion: 1,
      category: 'CONTACT',
      content: words!.preview,
      recipients: [toOrganisationId],
    });
  }
}
