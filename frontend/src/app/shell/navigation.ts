import { key } from '../text/words.ts';
import { type IconName } from '../ui/icon.ts';

export interface Place {
  readonly path: string;
  readonly label: string;
}

/** The places of the client by the word the server uses for them. A word without a place here is shown nowhere. */
export const STAFF_PLACES: Readonly<Record<string, Place>> = {
  'my-day': { path: '/', label: key('shell.nav.myDay') },
  cases: { path: '/arenden', label: key('shell.nav.cases') },
  invitations: { path: '/inbjudningar', label: key('shell.title.invitations') },
  stalled: { path: '/fastnat', label: key('shell.nav.stalled') },
  operations: { path: '/drift', label: key('shell.nav.operations') },
};

export function staffPlaces(navigation: readonly string[]): readonly Place[] {
  return navigation.map((entry) => STAFF_PLACES[entry]).filter((place) => place !== undefined);
}

/** The person's own places, the same for everybody; at the bottom of the screen on a phone. */
export const CITIZEN_PLACES: readonly (Place & { readonly icon: IconName })[] = [
  { path: '/min-plan', label: key('shell.nav.myPlan'), icon: 'plan' },
  { path: '/mina-moten', label: key('shell.nav.myMeetings'), icon: 'calendar' },
  { path: '/samtycke', label: key('shell.nav.myConsent'), icon: 'shield' },
  { path: '/vem-har-tittat', label: key('shell.nav.myLooks'), icon: 'eye' },
];
