import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Audience } from '@samspel/shared/session/session.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { announce } from '../platform/live/announce.ts';
import { authRequired, notVisible } from '../platform/problem/problem.ts';
import { type Actor, type CitizenActor, signedInPerson, type StaffActor } from './actor.ts';
import { ASSIGNMENT_IS_ACTIVE, OWN_SESSIONS } from './session.sql.ts';
import { hashOf, newToken, SessionStore } from './session.store.ts';

export interface OwnSession {
  id: string;
  created_at: Date;
  last_seen_at: Date;
  device: string;
}

type EndReason = 'SIGNED_OUT' | 'KILLED' | 'ROTATED';

export const audienceOf = (actor: Actor): Audience => actor.kind;

/** The life of sessions: begun at sign-in, renewed at every change of rights, ended by their owner. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly store: SessionStore,
    private readonly audit: AuditLog,
  ) {}

  /** Begins `actor`'s session and answers its token. The browser's previous session of the same audience ends: an id never survives a sign-in. */
  async begin(actor: Actor, name: string, device: string, previousToken: string | undefined): Promise<string> {
    const token = newToken();
    const previous = await this.store.find(audienceOf(actor), previousToken);
    await this.db.transaction(actor, async (tx) => {
      const [staffMemberId, assignmentId, personId] =
        actor.kind === 'STAFF' ? [actor.staffMemberId, actor.id, null] : [null, null, signedInPerson(actor)];
      await tx.query(
        `insert into session (id, token_hash, audience, staff_member_id, assignment_id, person_id, display_name, acr, authenticated_at, device)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [actor.sessionId, hashOf(token), audienceOf(actor), staffMemberId, assignmentId, personId, name, actor.acr, actor.authenticatedAt, device],
      );
      if (previous) await end(tx, previous.sessionId, 'ROTATED');
      await this.audit.write(tx, actor, { action: 'session.started', fieldClass: 'SESSION', purpose: 'SIGN_IN', subjectId: actor.sessionId });
    });
    return token;
  }

  /** Goes on under another assignment of one's own, as a new session with the old one's limits. 404 when it is not one's own or not valid today. */
  async switchTo(actor: StaffActor, assignmentId: string): Promise<string> {
    const token = newToken();
    await this.db.transaction(actor, async (tx) => {
      const own = await tx.query<unknown[]>(`select 1 from assignment a where a.id = $1 and a.staff_member_id = $2 and ${ASSIGNMENT_IS_ACTIVE}`, [
        assignmentId,
        actor.staffMemberId,
      ]);
      if (!own.length) throw notVisible();
      // Of two switches at once one finds the session ended, so that it never becomes two.
      if (!(await end(tx, actor.sessionId, 'ROTATED'))) throw authRequired();
      const id = randomUUIDv7();
      await tx.query(
        `insert into session (id, token_hash, audience, staff_member_id, assignment_id, display_name, acr, authenticated_at, device, created_at)
         select $1, $2, audience, staff_member_id, $3, display_name, acr, authenticated_at, device, created_at from session where id = $4`,
        [id, hashOf(token), assignmentId, actor.sessionId],
      );
      await this.audit.write(tx, actor, {
        action: 'session.assignment-switched',
        fieldClass: 'SESSION',
        purpose: 'SIGN_IN',
        subjectId: assignmentId,
      });
    });
    return token;
  }

  /**
   * Goes on as somebody the signed-in person may act for, or (null) as themself again, in a new session with the old one's limits. 404 when they
   * may not, as for anybody unknown.
   */
  async actFor(actor: CitizenActor, representedId: string | null): Promise<string> {
    const token = newToken();
    await this.db.transaction(actor, async (tx) => {
      const [right] = await tx.query<{ valid: boolean }[]>('select app.represents($1, $2) as valid', [signedInPerson(actor), representedId]);
      if (representedId && !right!.valid) throw notVisible();
      if (!(await end(tx, actor.sessionId, 'ROTATED'))) throw authRequired();
      await tx.query(
        `insert into session (id, token_hash, audience, person_id, represented_person_id, display_name, acr, authenticated_at, device, created_at)
         select $1, $2, audience, person_id, $3, display_name, acr, authenticated_at, device, created_at from session where id = $4`,
        [randomUUIDv7(), hashOf(token), representedId, actor.sessionId],
      );
      await this.audit.write(tx, actor, {
        action: representedId ? 'session.acting-for-begun' : 'session.acting-for-ended',
        fieldClass: 'SESSION',
        purpose: 'SIGN_IN',
        ...(representedId && { subjectId: representedId }),
      });
    });
    return token;
  }

  list(actor: Actor): Promise<OwnSession[]> {
    return this.db.lookUp<OwnSession>('own-sessions', OWN_SESSIONS, ownerOf(actor));
  }

  /** Ends one of the actor's own sessions, whichever browser it is in. 404 for anybody else's. */
  async kill(actor: Actor, sessionId: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const own = await tx.query<{ id: string }[]>(OWN_SESSIONS, ownerOf(actor));
      if (!own.some(({ id }) => id === sessionId) || !(await end(tx, sessionId, 'KILLED'))) throw notVisible();
      await this.audit.write(tx, actor, { action: 'session.killed', fieldClass: 'SESSION', purpose: 'SIGN_IN', subjectId: sessionId });
    });
  }

  /** Repeatable: a session that has ended already is signed out. */
  async signOut(actor: Actor): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await end(tx, actor.sessionId, 'SIGNED_OUT');
      await this.audit.write(tx, actor, { action: 'session.ended', fieldClass: 'SESSION', purpose: 'SIGN_IN', subjectId: actor.sessionId });
    });
  }
}

const ownerOf = (actor: Actor): (string | null)[] =>
  actor.kind === 'STAFF' ? [actor.staffMemberId, null, actor.sessionId] : [null, signedInPerson(actor), actor.sessionId];

/** False when it had ended already. The process that holds the session's live stream ends that too. */
async function end(tx: Tx, sessionId: string, reason: EndReason): Promise<boolean> {
  const [, count] = await tx.query<[unknown[], number]>(
    'update session set ended_at = clock_timestamp(), end_reason = $2 where id = $1 and ended_at is null',
    [sessionId, reason],
  );
  if (count) await announce(tx, { type: 'session', ref: sessionId, gone: true });
  return count > 0;
}
