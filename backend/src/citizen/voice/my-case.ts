import { Injectable } from '@nestjs/common';
import type { CitizenActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { type CaseFacts, caseFactsForUpdate } from '../../case/case-facts.ts';
import { maySeeCase } from '../../case/case-visibility.policy.ts';
import type { Tx } from '../../platform/database/database.ts';
import { conflict, notVisible } from '../../platform/problem/problem.ts';

const OPEN_CASE = `
  select c.id from case_access me join coordination_case c on c.id = me.case_id and c.person_id = me.actor_id
  where me.actor_id = $1 and me.via = 'SUBJECT' and c.status = 'OPEN'`;

/** The way of the person into their own open case; there is at most one. */
@Injectable()
export class MyCase {
  constructor(private readonly gate: Gate) {}

  /** Locks the case row. 409 `case.none` for somebody without an open case. */
  async toChange(tx: Tx, actor: CitizenActor): Promise<CaseFacts> {
    const [mine] = await tx.query<{ id: string }[]>(OPEN_CASE, [actor.id]);
    if (!mine) throw conflict('case.none', 'Inget pågående ärende', 'Du har inget team som arbetar med dig just nu. Inget har skickats.');
    const facts = await caseFactsForUpdate(tx, actor, mine.id);
    this.gate.requireVisible(maySeeCase(actor, facts));
    if (!facts) throw notVisible();
    return facts;
  }
}
