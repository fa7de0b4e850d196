import { Injectable } from '@nestjs/common';
import type { TimelineKind } from '@samspel/shared/timeline/timeline.ts';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { revokeForActivity } from '../../handover/revoking-moot.ts';
import { refusing } from '../../organisation/database-refusals.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/problem/problem.ts';
import { PlanReading } from '../plan.reading.ts';
import { ActivityGate, type FoundActivity } from './activity-gate.ts';
import type { ActivityMoveByStaff } from './activity.policy.ts';
import { type ActivityChange, move } from './activity.store.ts';
import type { ActivityView } from './activity-view.dto.ts';
import type { AcceptActivityInput, BlockActivityInput, CancelActivityInput, RefuseActivityInput } from './acts.dto.ts';
import { ActivityNoting, type NoteOfAct } from './noting.ts';
import { ownersWaiting, tellHistory, tellThem } from './telling.ts';

/** One move: what it changes, what is written beside it, what history and notices call it, and whom they reach. */
interface Act {
  along: ActivityMoveByStaff;
  kind: TimelineKind;
  change?: (found: FoundActivity) => ActivityChange;
  note?: NoteOfAct;
  code?: string;
  tell?: (tx: Tx, found: FoundActivity) => Promise<void>;
}

const words = (text: string | undefined): string => text ?? '';

/** Everything that happens to an activity after it has been written. 409 `activity.state` where the machine has no such arrow. */
@Injectable()
export class ActivityActing {
  constructor(
    private readonly db: Database,
    private readonly found: ActivityGate,
    private readonly noting: ActivityNoting,
    private readonly reading: PlanReading,
    private readonly audit: AuditLog,
  ) {}

  /** Whoever says yes becomes owner, in their own name; the clock begins anew for them. */
  accept(actor: StaffActor, id: string, version: number, { dueOn, startOn }: AcceptActivityInput): Promise<ActivityView> {
    return this.act(actor, id, version, {
      along: 'accept',
      kind: 'activity.accepted',
      change: ({ row }) => {
        requireOrder(startOn ?? row.startOn, dueOn ?? row.dueOn);
        return { ownerId: actor.id, ownerOrganisationId: actor.organisationId, ...(dueOn && { dueOn }), ...(startOn && { startOn }), anew: true };
      },
      tell: (tx, { row, facts }) => tellThem(tx, actor, row, facts.reference, 'activity.accepted', [row.ownerId, row.authorId]),
    });
  }

  refuse(actor: StaffActor, id: string, version: number, { code, text, suggestion }: RefuseActivityInput): Promise<ActivityView> {
    return this.act(actor, id, version, {
      ...{ along: 'refuse', kind: 'activity.declined', code },
      change: () => ({ declineCode: code }),
      note: { kind: 'DECLINED', code, text: [text, suggestion].filter(Boolean).join('\n\n') },
      tell: (tx, { row, facts }) => tellThem(tx, actor, row, facts.reference, 'activity.declined', [row.ownerId]),
    });
  }

  takeBack(actor: StaffActor, id: string, version: number): Promise<ActivityView> {
    return this.act(actor, id, version, { along: 'take-back', kind: 'activity.taken-back', change: (found) => ownerWho(actor, found) });
  }

  start(actor: StaffActor, id: string, version: number): Promise<ActivityView> {
    return this.act(actor, id, version, { along: 'start', kind: 'activity.started' });
  }

  complete(actor: StaffActor, id: string, version: number): Promise<ActivityView> {
    return this.act(actor, id, version, {
      ...{ along: 'complete', kind: 'activity.completed' },
      change: () => ({ completedBy: actor.id }),
      tell: async (tx, { row, facts }) => {
        const to = [row.ownerId, row.authorId, ...(await ownersWaiting(tx, row))];
        await tellThem(tx, actor, row, facts.reference, 'activity.completed', to);
      },
    });
  }

  /** The alerts of the old day ended when it was done, so its clock begins anew. Of somebody who has left, whoever takes it up answers for it. */
  reopen(actor: StaffActor, id: string, version: number): Promise<ActivityView> {
    return this.act(actor, id, version, {
      ...{ along: 'reopen', kind: 'activity.reopened' },
      change: (found) => ({ ...ownerWho(actor, found), anew: true }),
    });
  }

  block(actor: StaffActor, id: string, version: number, { category, text }: BlockActivityInput): Promise<ActivityView> {
    return this.act(actor, id, version, {
      ...{ along: 'block', kind: 'activity.blocked', code: category },
      change: () => ({ blockedCategory: category }),
      note: { kind: 'BLOCKED', code: category, text: words(text) },
    });
  }

  unblock(actor: StaffActor, id: string, version: number): Promise<ActivityView> {
    return this.act(actor, id, version, { along: 'unblock', kind: 'activity.unblocked' });
  }

  cancel(actor: StaffActor, id: string, version: number, { code, text }: CancelActivityInput): Promise<ActivityView> {
    return this.act(actor, id, version, {
      ...{ along: 'cancel', kind: 'activity.cancelled', code },
      change: () => ({ cancelCode: code }),
      note: { kind: 'CANCELLED', code, text: words(text) },
      tell: (tx, { row, facts }) => tellThem(tx, actor, row, facts.reference, 'activity.cancelled', [row.authorId, row.ownerId]),
    });
  }

  private async act(actor: StaffActor, id: string, version: number, act: Act): Promise<ActivityView> {
    await this.db.transaction(actor, async (tx) => {
      const found = await this.found.forMove(tx, actor, id, version, act.along);
      const { facts, row } = found;
      await refusing(move(tx, row, act.along, act.change?.(found)), { activity_owner_is_active: ownerGone, activity_owner_in_team: ownerGone });
      await revokeForActivity(tx, actor, id);
      if (act.note) await this.noting.write(tx, actor, row, act.note);
      await this.audit.write(tx, actor, { action: act.kind, fieldClass: 'CASE', caseId: row.caseId, personId: facts.personId, subjectId: id });
      await act.tell?.(tx, found);
      await tellHistory(tx, actor, row, act.kind, act.code);
    });
    const { view } = await this.reading.item(actor, id);
    return view.activity!;
  }
}

/** Nobody who has left answers for what is open: then it is whoever does this. */
const ownerWho = (actor: StaffActor, { row }: FoundActivity): ActivityChange =>
  row.ownerThere ? {} : { ownerId: actor.id, ownerOrganisationId: actor.organisationId };

function requireOrder(startOn: string | null, dueOn: string): void {
  if (startOn && startOn > dueOn) throw unprocessable([{ pointer: '/startOn', code: 'afterDueOn' }]);
}

const ownerGone = () =>
  conflict('activity.owner_gone', 'Ingen svarar för insatsen', 'Den som svarade för insatsen är inte kvar. Lämna över den till någon annan först.');
