/** LIKE patterns over `' ' || full name`, one per word written: each must begin some part of the name. `%` and `_` stand for themselves. */
export function beginningsOf(written: string): string[] {
  const words = written.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => `% ${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}

/** SQL condition over the alias `s` (staff_member): every pattern in the parameter fits. */
export const named = (parameter: string): string =>
  `not exists (select 1 from unnest(${parameter}::text[]) as beginning where ' ' || s.given_name || ' ' || s.family_name not ilike beginning)`;

/** What a search among colleagues must have at least, so that nobody reads the whole list letter by letter. */
export const hasTwoLetters = (written: string): boolean => (written.match(/\p{L}/gu)?.length ?? 0) >= 2;
