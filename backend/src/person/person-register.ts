import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IdentifierKind } from '@samspel/shared/person/identifier.ts';
import type { StaffActor } from '../access/actor.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { IdentifierVault } from './identifier-vault.ts';

export type ProtectedLevel = 'CONFIDENTIALITY_FLAG' | 'PROTECTED_REGISTRATION' | 'ASSUMED_IDENTITY';

export interface NewPerson {
  readonly digits12: string;
  readonly kind: IdentifierKind;
  readonly givenName: string;
  readonly familyName: string;
  readonly language?: string;
  readonly interpreterLanguage?: string;
}

export interface RegisteredPerson {
  readonly personId: string;
  readonly protectedLevel: ProtectedLevel | null;
}

/** One number is one person, whoever asks; what an organisation has itself recorded about them stays its own. */
@Injectable()
export class PersonRegister {
  constructor(
    private readonly vault: IdentifierVault,
    private readonly clock: Clock,
  ) {}

  /**
   * The person with this number, recorded now if nobody had. What others have recorded is neither read nor changed. The caller refuses a
   * protected person by throwing, so that nothing of this remains.
   */
  async findOrRecord(tx: Tx, actor: StaffActor, person: NewPerson): Promise<RegisteredPerson> {
    const index = this.vault.blindIndex(person.digits12);
    // Two who record the same number at once follow each other; the loser finds the winner's row.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('person ' || encode($1, 'hex'), 0))`, [index]);
    const known = await personWithIndex(tx, index);
    const found = known ?? (await this.record(tx, person, index));
    await tx.query(
      `insert into person_registration (person_id, organisation_id, given_name, family_name, registered_by_assignment_id)
       values ($1, $2, $3, $4, $5) on conflict (person_id, organisation_id) do nothing`,
      [found.personId, actor.organisationId, person.givenName, person.familyName, actor.id],
    );
    return found;
  }

  private async record(tx: Tx, person: NewPerson, index: Buffer): Promise<RegisteredPerson> {
    const personId = randomUUIDv7();
    await tx.query(`insert into person (id, given_name, family_name, language, interpreter_language) values ($1, $2, $3, coalesce($4, 'sv'), $5)`, [
      personId,
      person.givenName,
      person.familyName,
      person.language,
      person.interpreterLanguage,
    ]);
    await tx.query('insert into person_identifier (person_id, kind, ciphertext, blind_index, valid_from) values ($1, $2, $3, $4, $5)', [
      personId,
      person.kind,
      this.vault.encrypt(person.digits12),
      index,
      this.clock.today(),
    ]);
    return { personId, protectedLevel: null };
  }
}

async function personWithIndex(tx: Tx, index: Buffer): Promise<RegisteredPerson | undefined> {
  const [row] = await tx.query<RegisteredPerson[]>(
    'select person_id as "personId", protected_level as "protectedLevel" from app.person_with_index($1)',
    [index],
  );
  return row;
}
