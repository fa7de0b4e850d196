import type { DemoTown } from './demo-town.ts';
import type { Visitor } from './visitor.ts';

/** A page of the client in its main role: who looks, where, and what is there when it is ready. */
export interface Place {
  readonly name: string;
  /** Absent: nobody is signed in. */
  readonly hint?: string;
  readonly citizen?: true;
  readonly path: string | ((town: DemoTown) => Promise<string>);
  /** A selector that is there when the page has what it shows, whatever its language. */
  readonly shows: string;
  /** Opens something on the page. */
  readonly act?: (visitor: Visitor) => Promise<void>;
}

export const caseOf = (givenName: string, familyName: string) => async (town: DemoTown) => `/arenden/${await town.caseOf(givenName, familyName)}`;

/** First row of a table, for pages about one of many. */
export const first = (path: string, sql: string) => async (town: DemoTown) => `${path}${(await town.sql<{ id: string }>(sql))[0]!.id}`;

export const press = (selector: string) => async (visitor: Visitor) => {
  await visitor.page.locator(selector).first().click();
  await visitor.page.locator('dialog[open]').waitFor();
};

/** Takes a visitor to the place and opens what it opens. */
export async function visit(town: DemoTown, visitor: Visitor, place: Place): Promise<void> {
  const path = typeof place.path === 'string' ? place.path : await place.path(town);
  await visitor.open(path, visitor.page.locator(place.shows).first());
  await place.act?.(visitor);
}
