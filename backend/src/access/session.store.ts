import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PrincipalKind } from '@samspel/shared/organisation/organisation.ts';
import type { Audience } from '@samspel/shared/session/session.ts';
import { Database } from '../platform/database/database.ts';
import type { Actor, StaffRole, UnitFunction } from './actor.ts';
import { BURY, LIVE_SESSION, LIVING, MARK_SEEN } from './session.sql.ts';

interface SessionRow {
  session_id: string;
  acr: string;
  authenticated_at: Date;
  person_id: string | null;
  represented_person_id: string | null;
  staff_member_id: string | null;
  assignment_id: string;
  role: StaffRole;
  functions: UnitFunction[];
  unit_id: string;
  organisation_id: string;
  principal_kind: PrincipalKind;
  unmarked: boolean;
}

/** 256 random bits; the browser alone has them. */
export const newToken = (): string => randomBytes(32).toString('base64url');
/** What the database has of a token: a copy of it lets nobody in. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** From a cookie's token to who acts, read anew at every request. */
@Injectable()
export class SessionStore {
  constructor(private readonly db: Database) {}

  /**
   * Null when there is no such session, it has run out, was ended, or its staff member or assignment has. `noticed`: the request moves the
   * idle limit.
   */
  async find(audience: Audience, token: string | undefined, { noticed = true } = {}): Promise<Actor | null> {
    if (!token) return null;
    const key = [hashOf(token), audience];
    const [row] = await this.db.lookUp<SessionRow>('live-session', LIVE_SESSION, key);
    if (!row) {
      await this.db.lookUp('bury-session', BURY, key);
      return null;
    }
    if (noticed && row.unmarked) await this.db.lookUp('mark-session', MARK_SEEN, [row.session_id]);
    return actorOf(row);
  }

  /** Those of `actors` whose session still lives, and acts for whom it did. */
  async alive(actors: readonly Actor[]): Promise<Set<Actor>> {
    const rows = await this.db.lookUp<{ id: string; represented: string | null }>('living-sessions', LIVING, [
      actors.map((actor) => actor.sessionId),
    ]);
    const living = new Map(rows.map(({ id, represented }) => [id, represented]));
    return new Set(actors.filter((actor) => living.get(actor.sessionId) === representedBy(actor)));
  }
}

const representedBy = (actor: Actor): string | null => (actor.kind === 'CITIZEN' && actor.representativeId ? actor.personId : null);

function actorOf(row: SessionRow): Actor {
  const signed = { sessionId: row.session_id, acr: row.acr, authenticatedAt: row.authenticated_at };
  if (!row.staff_member_id) {
    const personId = row.represented_person_id ?? row.person_id;
    const representativeId = row.represented_person_id ? row.person_id : null;
    return { kind: 'CITIZEN', ...signed, id: personId ?? row.session_id, personId, representativeId };
  }
  return {
    kind: 'STAFF',
    ...signed,
    id: row.assignment_id,
    staffMemberId: row.staff_member_id,
    organisationId: row.organisation_id,
    principalKind: row.principal_kind,
    unitId: row.unit_id,
    role: row.role,
    functions: row.functions,
  };
}
