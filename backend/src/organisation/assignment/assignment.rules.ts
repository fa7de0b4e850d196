import type { PrincipalKind } from '@samspel/shared/organisation/organisation.ts';
import type { StaffRole } from '../../access/actor.ts';

/** A federation never reaches an individual (lag 2003:1210 7 §), so nobody works in cases there, and nobody elsewhere reads as a federation. */
export function roleFits(kind: PrincipalKind, role: StaffRole): boolean {
  if (role === 'ADMINISTRATOR') return true;
  return (kind === 'FEDERATION') === (role === 'FEDERATION_MANAGER');
}

/** Intake and records read about individuals; administrators and federation managers do not. */
export const mayHoldFunctions = (role: StaffRole): boolean => role === 'CASEWORKER' || role === 'SUPERVISOR';
