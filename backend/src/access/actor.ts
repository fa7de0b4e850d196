import type { PrincipalKind } from '@samspel/shared/organisation/organisation.ts';

export type StaffRole = 'CASEWORKER' | 'SUPERVISOR' | 'ADMINISTRATOR' | 'FEDERATION_MANAGER';
export type UnitFunction = 'intake' | 'records';

interface Signed {
  readonly sessionId: string;
  readonly acr: string;
  readonly authenticatedAt: Date;
}

/** A staff member acting under one assignment; `id` is the assignment, the only thing row security is told. */
export interface StaffActor extends Signed {
  readonly kind: 'STAFF';
  readonly id: string;
  readonly staffMemberId: string;
  readonly organisationId: string;
  readonly principalKind: PrincipalKind;
  readonly unitId: string;
  readonly role: StaffRole;
  readonly functions: readonly UnitFunction[];
}

/** The person themself. Without a case there is no person row yet and `id` is the session's, which reaches nothing. */
export interface CitizenActor extends Signed {
  readonly kind: 'CITIZEN';
  readonly id: string;
  /** Whose data it is about: the signed-in person's own, or those of whom they act for just now. */
  readonly personId: string | null;
  /** The signed-in person, while they act for somebody else (god man, förvaltare, ombud). */
  readonly representativeId: string | null;
}

/** Who has signed in, whoever they act for. */
export const signedInPerson = (actor: CitizenActor): string | null => actor.representativeId ?? actor.personId;

export type Actor = StaffActor | CitizenActor;
