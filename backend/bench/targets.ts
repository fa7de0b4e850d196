import { createHash } from 'node:crypto';
import { withClient } from '../src/platform/database/provision.ts';
import { ORGANISATIONS, tokenOf } from './population.ts';
import { Random } from './random.ts';

/** Somebody who reads a case they are in. */
export interface Target {
  token: string;
  actorId: string;
  caseId: string;
}

/** `count` readers with a case each, the same ones for the same seed. */
export async function targets(adminUrl: string, count: number, seed: number): Promise<Target[]> {
  const random = new Random(seed);
  return withClient(adminUrl, async (client) => {
    const sessions = await client.query<{ hash: string; id: string }>(`select encode(token_hash, 'hex') as hash, assignment_id as id from session`);
    const actorByHash = new Map(sessions.rows.map(({ hash, id }) => [hash, id]));
    const perOrganisation = sessions.rows.length / ORGANISATIONS.length;
    const chosen: Target[] = [];
    while (chosen.length < count) {
      const token = tokenOf(`${random.below(ORGANISATIONS.length)}-${random.below(perOrganisation)}`);
      const actorId = actorByHash.get(createHash('sha256').update(token).digest('hex'))!;
      const cases = await client.query<{ id: string }>('select case_id as id from participation where assignment_id = $1 order by case_id limit 50', [
        actorId,
      ]);
      chosen.push({ token, actorId, caseId: random.pick(cases.rows).id });
    }
    return chosen;
  });
}
