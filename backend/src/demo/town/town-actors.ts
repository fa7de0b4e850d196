import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DemoAccount, DEMO_ACCOUNTS } from '@samspel/dev-idp/accounts.ts';
import type { CitizenActor, StaffActor } from '../../access/actor.ts';
import { LOA3 } from '../../access/identity.ts';
import { IdentifierVault } from '../../person/identifier-vault.ts';
import { Database } from '../../platform/database/database.ts';
import type { TownPerson } from './town-people.ts';
import { TOWN_COLLEAGUES } from './town-staff.ts';

/** The first assignment of whoever signs in with this identity, as a session would carry it. */
const ACTOR = `
  select a.id, a.staff_member_id as "staffMemberId", a.organisation_id as "organisationId", p.kind as "principalKind", a.unit_id as "unitId", a.role, a.functions
  from staff_member s join assignment a on a.staff_member_id = s.id join organisation o on o.id = a.organisation_id join principal p on p.id = o.principal_id
  where lower(s.hsa_id) = lower($1) or lower(s.org_affiliation) = lower($2)
  order by a.id limit 1`;

type ActorRow = Pick<StaffActor, 'id' | 'staffMemberId' | 'organisationId' | 'principalKind' | 'unitId' | 'role' | 'functions'>;

/** The staff of the town as actors, from the database's rows, so that every lock treats the seed like anybody at work. */
@Injectable()
export class TownActors {
  private readonly known = new Map<string, StaffActor>();

  constructor(
    private readonly db: Database,
    private readonly vault: IdentifierVault,
  ) {}

  /** `hint`: the account. Throws when nobody with its identity has an assignment. */
  async of(hint: string): Promise<StaffActor> {
    const known = this.known.get(hint);
    if (known) return known;
    const { employeeHsaId, orgAffiliation } = accountOf(hint);
    const [row] = await this.db.lookUp<ActorRow>('town-actor', ACTOR, [employeeHsaId ?? null, orgAffiliation ?? null]);
    if (!row) throw new Error(`${hint} has no assignment in the town`);
    const actor: StaffActor = { kind: 'STAFF', ...row, sessionId: randomUUID(), acr: LOA3, authenticatedAt: new Date() };
    this.known.set(hint, actor);
    return actor;
  }

  /** Somebody of the town as they sign in for themself, or as `by` acting for them. Throws when Samspel holds nothing about them yet. */
  async citizen(person: TownPerson, by?: TownPerson): Promise<CitizenActor> {
    const [personId, representativeId] = [await this.personId(person), by ? await this.personId(by) : null];
    const signed = { sessionId: randomUUID(), acr: LOA3, authenticatedAt: new Date() };
    return { kind: 'CITIZEN', id: personId, personId, representativeId, ...signed };
  }

  private async personId({ personalNumber, givenName }: TownPerson): Promise<string> {
    const index = this.vault.blindIndex(personalNumber);
    const [row] = await this.db.lookUp<{ id: string }>('town-person', 'select person_id as id from app.person_with_index($1)', [index]);
    if (!row) throw new Error(`${givenName} is not known in the town yet`);
    return row.id;
  }
}

type Identity = Pick<DemoAccount, 'givenName' | 'familyName' | 'employeeHsaId' | 'orgAffiliation' | 'title'>;

export function accountOf(hint: string): Identity {
  const colleagues: Record<string, Identity> = TOWN_COLLEAGUES;
  const account = DEMO_ACCOUNTS.find((each) => each.hint === hint) ?? colleagues[hint];
  if (!account) throw new Error(`no demo account ${hint}`);
  return account;
}
