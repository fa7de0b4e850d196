import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { TeamCase } from '../../case/team-case.ts';
import type { Tx } from '../../platform/database/database.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { notVisible } from '../../platform/problem/problem.ts';
import { type ActivityMoveByStaff, mayMove } from './activity.policy.ts';
import { activityRow, type ActivityRow } from './activity.store.ts';

export interface FoundActivity {
  facts: CaseFacts;
  row: ActivityRow;
}

/** The way to an activity for those who read it. */
@Injectable()
export class ActivityGate {
  constructor(
    private readonly team: TeamCase,
    private readonly gate: Gate,
  ) {}

  /** With the case locked, so that acts, sharing, consent and closing follow each other. 404 for whoever does not read it, 409 in a closed case. */
  async forChange(tx: Tx, actor: StaffActor, id: string): Promise<FoundActivity> {
    const first = await activityRow(tx, actor, id);
    if (!first) throw notVisible();
    const facts = await this.team.toChange(tx, actor, first.caseId);
    // Read again under the case's lock: it may have moved while we waited, or have been closed to the actor.
    const row = await activityRow(tx, actor, id);
    if (!row) throw notVisible();
    return { facts, row };
  }

  /**
   * The same, for one move on the version the actor has read. 412 before 403: of two who answer the same question the second is not told that
   * nobody has asked them.
   */
  async forMove(tx: Tx, actor: StaffActor, id: string, version: number, along: ActivityMoveByStaff): Promise<FoundActivity> {
    const found = await this.forChange(tx, actor, id);
    requireVersion(found.row, version);
    this.gate.require(mayMove(actor, found.facts, found.row, along));
    return found;
  }
}
