import { key } from '../text/words.ts';

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
