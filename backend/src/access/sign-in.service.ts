import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PrincipalKind } from '@samspel/shared/organisation/organisation.ts';
import type { Audience } from '@samspel/shared/session/session.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { IdentifierVault } from '../person/identifier-vault.ts';
import { Database } from '../platform/database/database.ts';
import { Problem, stepUpRequired } from '../platform/problem/problem.ts';
import type { CitizenActor, StaffActor, StaffRole, UnitFunction } from './actor.ts';
import { type Identity, identityFrom, isAssured } from './identity.ts';
import { RelyingParty, signInFailed } from './relying-party.ts';
import { hashOf, newToken } from './session.store.ts';
import { Sessions } from './sessions.ts';
import { KNOWN_STAFF, TAKE_SIGN_IN } from './sign-in.sql.ts';

export interface SignInWish {
  audience: Audience;
  /** The callback's address as this browser reaches it. */
  redirectUri: string;
  returnTo: string;
  hint?: string;
  fresh: boolean;
}

export interface SignedIn {
  audience: Audience;
  token: string;
  returnTo: string;
}

/** What the browser brings back from the provider. */
export interface Callback {
  url: URL;
  /** The pre-login cookie. */
  browserSecret: string | undefined;
  device: string;
  previousToken: (audience: Audience) => string | undefined;
}

interface SignInRow {
  audience: Audience;
  nonce: string;
  code_verifier: string;
  return_to: string;
}

interface StaffRow {
  staff_member_id: string;
  name: string;
  assignment_id: string | null;
  unit_id: string;
  organisation_id: string;
  role: StaffRole;
  functions: UnitFunction[];
  principal_kind: PrincipalKind;
}

const noStaff = (): Problem =>
  new Problem(403, 'sign_in.unknown_staff', 'Ditt konto finns inte i Samspel än', 'Ditt konto finns inte i Samspel än. Kontakta din administratör.');

const noAssignment = (): Problem =>
  new Problem(
    403,
    'sign_in.no_assignment',
    'Du har inget uppdrag i Samspel just nu',
    'Du har inget uppdrag i Samspel just nu. Kontakta din administratör.',
  );

const noNumber = (): Problem =>
  new Problem(
    403,
    'sign_in.no_number',
    'Inloggningen räcker inte',
    'Din inloggning innehåller inget personnummer. Logga in med en e-legitimation som gör det.',
  );

/** From a click on "Logga in" to a session: what was proved elsewhere becomes somebody here, or nobody. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly relyingParty: RelyingParty,
    private readonly vault: IdentifierVault,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** Answers where to send the browser, and the secret that ties the answer to this browser. */
  async begin(wish: SignInWish): Promise<{ location: URL; browserSecret: string }> {
    const [state, nonce, verifier, browserSecret] = [newToken(), newToken(), newToken(), newToken()];
    const location = await this.relyingParty.authorizationUrl(wish.audience, { ...wish, state, nonce, verifier });
    await this.db.lookUp(
      'begin-sign-in',
      'insert into sign_in (state_hash, browser_hash, audience, nonce, code_verifier, return_to) values ($1, $2, $3, $4, $5, $6)',
      [hashOf(state), hashOf(browserSecret), wish.audience, nonce, verifier, wish.returnTo],
    );
    return { location, browserSecret };
  }

  /** 400 when the answer does not belong to a sign-in of this browser, 401 below LoA 3, 403 for nobody we know. */
  async complete({ url, browserSecret, device, previousToken }: Callback): Promise<SignedIn> {
    const state = url.searchParams.get('state');
    if (!state || !browserSecret) throw signInFailed();
    // Gone before it is used, whatever comes of it: neither state nor code works twice.
    const [row] = await this.db.lookUp<SignInRow>('take-sign-in', TAKE_SIGN_IN, [hashOf(state), hashOf(browserSecret)]);
    if (!row) throw signInFailed();
    const claims = await this.relyingParty.claims(row.audience, url, { state, nonce: row.nonce, verifier: row.code_verifier });
    const identity = identityFrom(claims, new Date());
    if (!isAssured(identity.acr)) throw await this.refused(stepUpRequired());
    const { actor, name } = row.audience === 'STAFF' ? await this.staff(identity) : await this.citizen(identity);
    const token = await this.sessions.begin(actor, name, device, previousToken(row.audience));
    return { audience: row.audience, token, returnTo: row.return_to };
  }

  private async staff(identity: Identity): Promise<{ actor: StaffActor; name: string }> {
    const { hsaId = null, orgAffiliation = null, personalNumber } = identity;
    const [row] = await this.db.lookUp<StaffRow>('known-staff', KNOWN_STAFF, [hsaId, orgAffiliation]);
    if (!row) throw await this.refused(noStaff());
    if (!row.assignment_id) throw await this.refused(noAssignment(), row.staff_member_id);
    if (personalNumber) {
      // So that row security can keep them out of their own case.
      await this.db.lookUp('staff-index', 'update staff_member set personal_index = $2 where id = $1 and personal_index is distinct from $2', [
        row.staff_member_id,
        this.vault.blindIndex(personalNumber),
      ]);
    }
    const actor: StaffActor = {
      kind: 'STAFF',
      id: row.assignment_id,
      staffMemberId: row.staff_member_id,
      organisationId: row.organisation_id,
      principalKind: row.principal_kind,
      unitId: row.unit_id,
      role: row.role,
      functions: row.functions,
      ...signedBy(identity),
    };
    return { actor, name: row.name };
  }

  private async citizen(identity: Identity): Promise<{ actor: CitizenActor; name: string }> {
    if (!identity.personalNumber) throw await this.refused(noNumber());
    const [person] = await this.db.lookUp<{ person_id: string }>('person-with-index', 'select person_id from app.person_with_index($1)', [
      this.vault.blindIndex(identity.personalNumber),
    ]);
    const signed = signedBy(identity);
    const personId = person?.person_id ?? null;
    return { actor: { kind: 'CITIZEN', id: personId ?? signed.sessionId, personId, representativeId: null, ...signed }, name: identity.name };
  }

  private async refused(problem: Problem, subjectId?: string): Promise<Problem> {
    await this.audit.system({ action: 'session.refused', fieldClass: 'SESSION', purpose: 'SIGN_IN', ...(subjectId && { subjectId }) });
    return problem;
  }
}

const signedBy = ({ acr, authenticatedAt }: Identity) => ({ sessionId: randomUUIDv7(), acr, authenticatedAt });
