import type { STAFF_ROLES, UNIT_FUNCTIONS } from '../organisation/organisation.ts';

export const AUDIENCES = ['STAFF', 'CITIZEN'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A session nobody uses ends after this many minutes; a citizen may sit at a shared machine. */
export const IDLE_MINUTES: Record<Audience, number> = { STAFF: 30, CITIZEN: 15 };
/** Longest life of a sign-in, whoever uses it. */
export const ABSOLUTE_HOURS = 9;
/** How old a sign-in may be where a step-up is asked for. */
export const STEP_UP_MINUTES = 5;

export const DESTINATIONS = ['my-day', 'cases', 'invitations', 'stalled', 'operations', 'overview', 'my-plan'] as const;
export type Destination = (typeof DESTINATIONS)[number];

interface Work {
  readonly role: (typeof STAFF_ROLES)[number];
  readonly functions: readonly (typeof UNIT_FUNCTIONS)[number][];
}

/** Where a signed-in person may go; `work` is the assignment a staff member acts under. */
export function destinationsOf(audience: Audience, work: Work | null): Destination[] {
  if (audience === 'CITIZEN') return ['my-plan'];
  switch (work?.role) {
    case 'CASEWORKER':
    case 'SUPERVISOR':
      return [
        ...(['my-day', 'cases'] as const),
        ...(work.functions.includes('intake') ? (['invitations'] as const) : []),
        ...(work.role === 'SUPERVISOR' ? (['stalled'] as const) : []),
      ];
    case 'ADMINISTRATOR':
      return ['operations'];
    case 'FEDERATION_MANAGER':
      return ['overview'];
    default:
      return [];
  }
}
