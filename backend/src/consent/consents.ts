import { Injectable } from '@nestjs/common';
import type { InformationCategory } from '@samspel/shared/consent/consent.ts';
import type { Tx } from '../platform/database/database.ts';

export interface ConsentQuestion {
  caseId: string;
  /** The disclosing organisation. */
  from: string;
  /** The receiving organisation. */
  to: string;
  /** Absent: any category will do (joining the team, say). */
  category?: InformationCategory;
}

/** Answers whether the person has said yes. Ask with the case row locked: a withdrawal takes the same lock, so one of the two comes first. */
@Injectable()
export class Consents {
  /**
   * The id of a consent that is valid today and covers the question; null when none does. Also answers the invited unit's intake,
   * who may not read the consent itself.
   */
  async covering(tx: Tx, { caseId, from, to, category }: ConsentQuestion): Promise<string | null> {
    const [row] = await tx.query<{ id: string | null }[]>('select app.covering_consent($1, $2, $3, $4) as id', [caseId, from, to, category ?? null]);
    return row?.id ?? null;
  }
}
