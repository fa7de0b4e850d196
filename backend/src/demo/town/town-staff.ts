import { ORGANISATION_NUMBERS } from '@samspel/dev-idp/accounts.ts';
import type { StaffRole, UnitFunction } from '../../access/actor.ts';
import type { Place } from './town-organisations.ts';

interface Work {
  readonly at: Place;
  /** Key of a unit in that organisation. */
  readonly unit: string;
  readonly role: StaffRole;
  readonly functions: readonly UnitFunction[];
  /** Only where it differs from the account's. */
  readonly title?: string;
}

export interface TownStaff {
  readonly phone: string;
  /** The first is the one the town's story is told under. */
  readonly works: readonly [Work, ...Work[]];
}

const RECEIVES: readonly UnitFunction[] = ['intake', 'records'];

function works(phone: number, at: Place, unit: string, role: StaffRole = 'CASEWORKER', functions: readonly UnitFunction[] = []): TownStaff {
  return { phone: `0980-319 ${phone}`, works: [{ at, unit, role, functions }] };
}

/** Who works in the town without an account of the demo's: they are met in lists and on boards. */
export const TOWN_COLLEAGUES = {
  'noor.af': { givenName: 'Noor', familyName: 'Aziz', orgAffiliation: `noor.aziz@${ORGANISATION_NUMBERS.af}`, title: 'Arbetsförmedlare' },
  'elsa.region': { givenName: 'Elsa', familyName: 'Nordahl', employeeHsaId: `SE${ORGANISATION_NUMBERS.region}-ENORDAHL01`, title: 'Arbetsterapeut' },
  'jonas.af': { givenName: 'Jonas', familyName: 'Wik', orgAffiliation: `jonas.wik@${ORGANISATION_NUMBERS.af}`, title: 'Arbetsförmedlare' },
} as const;

/** Where everybody works, by account. */
export const TOWN_STAFF: Readonly<Record<string, TownStaff>> = {
  'lena.region': works(201, 'region', 'health'),
  'karin.fk': works(202, 'fk', 'insurance'),
  'johan.region': works(203, 'region', 'health'),
  'sofia.kommun': works(204, 'social', 'family'),
  'ahmed.af': works(205, 'af', 'employment'),
  'maria.chef.fk': works(206, 'fk', 'insurance', 'SUPERVISOR'),
  'per.chef.af': works(207, 'af', 'employment', 'SUPERVISOR'),
  'anna.chef.kommun': works(208, 'social', 'family', 'SUPERVISOR'),
  'helena.chef.region': works(209, 'region', 'health', 'SUPERVISOR'),
  'admin.drift': works(210, 'federation', 'office', 'ADMINISTRATOR'),
  'forbund.ledare': works(211, 'federation', 'office', 'FEDERATION_MANAGER'),
  'magnus.region': works(212, 'region', 'health'),
  'ingrid.region': works(213, 'region', 'health'),
  'tomas.region': {
    phone: '0980-319 214',
    works: [
      { at: 'region', unit: 'psychiatry', role: 'CASEWORKER', functions: ['intake'] },
      { at: 'region', unit: 'health', role: 'CASEWORKER', functions: [], title: 'Psykiater, varannan vecka' },
    ],
  },
  'ulla.region': works(215, 'region', 'health', 'CASEWORKER', RECEIVES),
  'fatima.kommun': works(216, 'work', 'market', 'CASEWORKER', RECEIVES),
  'kerstin.kommun': works(217, 'care', 'home', 'CASEWORKER', RECEIVES),
  'nils.kommun': works(218, 'social', 'family', 'CASEWORKER', RECEIVES),
  'sara.af': works(219, 'af', 'employment', 'CASEWORKER', RECEIVES),
  'david.fk': works(221, 'fk', 'insurance', 'CASEWORKER', RECEIVES),
  'noor.af': works(226, 'af', 'employment'),
  'jonas.af': works(227, 'af', 'employment'),
  'elsa.region': works(228, 'region', 'health'),
};

/** Away next week, Monday to Friday, with the colleague who steps in. */
export const NEXT_WEEKS_LEAVE = { who: 'ingrid.region', deputy: 'lena.region' } as const;
/** Away since three working days and for two weeks more, with nobody to step in: Jonas holds a case, Elsa one activity. */
export const SUDDEN_LEAVE = { who: ['jonas.af', 'elsa.region'], sinceWorkingDays: 3, moreDays: 15 } as const;
