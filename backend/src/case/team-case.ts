import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { type CaseFacts, caseFacts, caseFactsForUpdate } from './case-facts.ts';
import { maySeeCase } from './case-visibility.policy.ts';
import type { Tx } from '../platform/database/database.ts';
import { conflict, notVisible } from '../platform/problem/problem.ts';

/** The way into a case for its team. Row security hides it (no facts), or the policy refuses (no relation): the answer is the same 404. */
@Injectable()
export class TeamCase {
  constructor(private readonly gate: Gate) {}

  async toRead(tx: Tx, actor: StaffActor, caseId: string): Promise<CaseFacts> {
    return this.admit(actor, await caseFacts(tx, actor, caseId));
  }

  /** Locks the case row, so that invitations, consents and departures follow each other. 409 when the case is closed. */
  async toChange(tx: Tx, actor: StaffActor, caseId: string): Promise<CaseFacts> {
    const facts = this.admit(actor, await caseFactsForUpdate(tx, actor, caseId));
    if (facts.status !== 'OPEN') throw conflict('case.closed', 'Ärendet är avslutat', 'Ett avslutat ärende kan läsas men inte ändras.');
    return facts;
  }

  private admit(actor: StaffActor, facts: CaseFacts | undefined): CaseFacts {
    this.gate.requireVisible(maySeeCase(actor, facts));
    if (!facts) throw notVisible();
    return facts;
  }
}
