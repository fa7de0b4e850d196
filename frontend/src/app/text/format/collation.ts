const swedish = new Intl.Collator('sv-SE', { sensitivity: 'base', numeric: true });

/** Swedish order, å ä ö last: for names in every language of the client, since the names are Swedish. */
export function compareSwedish(a: string, b: string): number {
  return swedish.compare(a, b);
}
