import { Injectable } from '@nestjs/common';
import { destinationsOf } from '@samspel/shared/session/session.ts';
import { organisationRefJson } from '../organisation/refs.sql.ts';
import { Environment } from '../platform/config/environment.ts';
import { Database } from '../platform/database/database.ts';
import { authRequired } from '../platform/problem/problem.ts';
import type { Actor } from './actor.ts';
import type { ActingForView, OwnAssignment, SessionList, SessionView } from './session.dto.ts';
import { ABSOLUTE, ASSIGNMENT_IS_ACTIVE, IDLE } from './session.sql.ts';
import { Sessions } from './sessions.ts';

interface ViewRow {
  name: string;
  given_name: string;
  assignment_id: string | null;
  assignments: OwnAssignment[];
  idle_expires_at: Date;
  absolute_expires_at: Date;
  domain_today: string;
  acting_for: ActingForView | null;
}

// A citizen's name is the provider's; their given name is its first word.
const VIEW = `select coalesce(m.given_name || ' ' || m.family_name, s.display_name) as name, coalesce(m.given_name, split_part(s.display_name, ' ', 1)) as given_name,
    s.assignment_id, s.last_seen_at + ${IDLE} as idle_expires_at, s.created_at + ${ABSOLUTE} as absolute_expires_at, app.domain_today()::text as domain_today,
    (select json_build_object('personId', r.person_id, 'name', r.given_name || ' ' || r.family_name, 'givenName', r.given_name) from app.represented_in_session(s.id) r) as acting_for,
    (select coalesce(json_agg(json_build_object('id', a.id, 'title', a.title, 'role', a.role, 'functions', a.functions,
        'unit', json_build_object('id', u.id, 'name', u.name), 'organisation', ${organisationRefJson('o', 'p')}) order by o.name, u.name, a.title, a.id), '[]')
      from assignment a join unit u on u.id = a.unit_id join organisation o on o.id = a.organisation_id join principal p on p.id = o.principal_id
      where a.staff_member_id = s.staff_member_id and ${ASSIGNMENT_IS_ACTIVE}) as assignments
  from session s left join staff_member m on m.id = s.staff_member_id where s.id = $1`;

@Injectable()
export class SessionQueries {
  constructor(
    private readonly db: Database,
    private readonly environment: Environment,
    private readonly sessions: Sessions,
  ) {}

  async view(actor: Actor): Promise<SessionView> {
    const [row] = await this.db.lookUp<ViewRow>('session-view', VIEW, [actor.sessionId]);
    if (!row) throw authRequired();
    const assignment = row.assignments.find(({ id }) => id === row.assignment_id) ?? null;
    return {
      audience: actor.kind === 'STAFF' ? 'staff' : 'citizen',
      sessionId: actor.sessionId,
      name: row.name,
      givenName: row.given_name,
      actingFor: row.acting_for,
      assignment,
      assignments: row.assignments,
      navigation: destinationsOf(actor.kind, assignment),
      idleExpiresAt: row.idle_expires_at.toISOString(),
      absoluteExpiresAt: row.absolute_expires_at.toISOString(),
      demo: this.environment.DEPLOYMENT_KIND === 'demo',
      domainToday: row.domain_today,
    };
  }

  async list(actor: Actor): Promise<SessionList> {
    const rows = await this.sessions.list(actor);
    return {
      items: rows.map((row) => ({
        id: row.id,
        current: row.id === actor.sessionId,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        device: row.device,
      })),
    };
  }
}
