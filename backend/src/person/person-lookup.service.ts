import { Injectable } from '@nestjs/common';
import { maskedNumber } from '@samspel/shared/person/identifier.ts';
import { LOOKUPS_AN_HOUR } from '@samspel/shared/person/lookup.ts';
import type { StaffActor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { tooMany } from '../platform/problem/problem.ts';
import { IdentifierVault } from './identifier-vault.ts';
import { Identifiers } from './identifiers.ts';
import type { PersonLookupView } from './person-lookup.dto.ts';
import type { ProtectedLevel } from './person-register.ts';

interface Registered {
  personId: string;
  givenName: string;
  familyName: string;
  protectedLevel: ProtectedLevel | null;
}

/** Answers only with what the asker's own organisation has recorded; a protected person is answered as an unknown one. */
@Injectable()
export class PersonLookups {
  constructor(
    private readonly db: Database,
    private readonly identifiers: Identifiers,
    private readonly vault: IdentifierVault,
    private readonly audit: AuditLog,
  ) {}

  async lookUp(actor: StaffActor, personalNumber: string): Promise<PersonLookupView> {
    const { digits12 } = this.identifiers.read(personalNumber);
    return this.db.transaction(actor, async (tx) => {
      await countAgainstLimit(tx, actor);
      const [row] = await tx.query<Registered[]>(
        `select person_id as "personId", given_name as "givenName", family_name as "familyName", protected_level as "protectedLevel"
         from app.registered_person($1)`,
        [this.vault.blindIndex(digits12)],
      );
      const person = row && !row.protectedLevel ? row : undefined;
      await this.audit.write(tx, actor, { action: 'person.looked-up', fieldClass: 'IDENTITY', ...(person && { personId: person.personId }) });
      if (!person) return { found: false };
      return { found: true, person: { givenName: person.givenName, familyName: person.familyName, maskedNumber: maskedNumber(digits12) } };
    });
  }
}

/** On the real clock, per human being and not per assignment; 429 says when the oldest look-up leaves the hour. */
async function countAgainstLimit(tx: Tx, actor: StaffActor): Promise<void> {
  // Look-ups sent at once must not all find room for one more.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('person-lookup ' || $1, 0))`, [actor.staffMemberId]);
  const [{ made, wait } = { made: 0, wait: 0 }] = await tx.query<{ made: number; wait: number }[]>(
    `select count(*)::int as made, ceil(extract(epoch from min(at) + interval '1 hour' - clock_timestamp()))::int as wait
     from person_lookup where staff_member_id = $1 and at > clock_timestamp() - interval '1 hour'`,
    [actor.staffMemberId],
  );
  if (made >= LOOKUPS_AN_HOUR) throw tooMany(Math.max(1, wait));
  await tx.query('insert into person_lookup (staff_member_id) values ($1)', [actor.staffMemberId]);
}
