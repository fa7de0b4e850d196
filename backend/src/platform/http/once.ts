import { createHash, randomUUIDv7 } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Database, type DatabaseActor, type Tx } from '../database/database.ts';
import { documentedHeader } from '../openapi/header.ts';
import { Problem, malformed } from '../problem/problem.ts';

/** One intended act: the client's key, where it was sent and what it carried. */
export interface OnceKey {
  key: string;
  route: string;
  bodyHash: Buffer;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The `Idempotency-Key` header (UUID), required on every POST that creates or sends. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): OnceKey => {
    const request = context.switchToHttp().getRequest<Request>();
    const key = request.get('idempotency-key') ?? '';
    if (!UUID.test(key)) throw malformed([{ pointer: '/headers/idempotency-key', code: key ? 'isUuid' : 'required' }]);
    const body = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest();
    return { key: key.toLowerCase(), route: `${request.method} ${request.path}`, bodyHash: body };
  },
  [
    documentedHeader({
      name: 'Idempotency-Key',
      description: 'A UUID of the intended act; a repeat with the same key is done once.',
      required: true,
      example: '5b0c0f0e-6a4f-4f86-9c56-0d0c51a2f0aa',
    }),
  ],
);

export interface Outcome {
  /** The resource the act made; a replay rebuilds its view from this, authorised again. */
  id: string | null;
  status: number;
}

interface KeyRow {
  route: string;
  body_hash: Buffer;
  status: number;
  resource_id: string | null;
}

/** Runs an act at most once per actor and key. The key commits with the act, so a reply lost after the commit is answered by the repeat. */
@Injectable()
export class Once {
  constructor(private readonly db: Database) {}

  /**
   * `work` gets the id to create its resource under; it may answer with another status (202) or id. `again` authorises a replay: whoever has
   * lost the case since is refused like anybody else.
   */
  run(
    actor: DatabaseActor,
    once: OnceKey,
    work: (tx: Tx, id: string) => Promise<Partial<Outcome> | void>,
    again: (tx: Tx) => Promise<unknown> = async () => undefined,
  ): Promise<Outcome> {
    return this.db.transaction(actor, async (tx) => {
      const planned: Outcome = { id: randomUUIDv7(), status: 201 };
      // A concurrent twin waits here until the first has committed or rolled back.
      const reserved = await tx.query<unknown[]>(
        `insert into idempotency_key (actor_id, key, route, body_hash, status, resource_id) values ($1, $2, $3, $4, $5, $6)
         on conflict (actor_id, key) do nothing returning 1`,
        [actor.id, once.key, once.route, once.bodyHash, planned.status, planned.id],
      );
      if (!reserved.length) {
        await again(tx);
        return replay(tx, actor, once);
      }
      const outcome = { ...planned, ...(await work(tx, planned.id!)) };
      if (outcome.id !== planned.id || outcome.status !== planned.status) {
        await tx.query('update idempotency_key set status = $3, resource_id = $4 where actor_id = $1 and key = $2', [
          actor.id,
          once.key,
          outcome.status,
          outcome.id,
        ]);
      }
      return outcome;
    });
  }
}

async function replay(tx: Tx, actor: DatabaseActor, once: OnceKey): Promise<Outcome> {
  const [row] = await tx.query<KeyRow[]>('select route, body_hash, status, resource_id from idempotency_key where actor_id = $1 and key = $2', [
    actor.id,
    once.key,
  ]);
  if (!row || row.route !== once.route || !row.body_hash.equals(once.bodyHash)) {
    throw new Problem(
      422,
      'idempotency.reused',
      'Samma nyckel, annat innehåll',
      'Förfrågan upprepar en nyckel som redan har använts till något annat.',
    );
  }
  return { id: row.resource_id, status: row.status };
}
