let last = 0;

/** An element id no other part of the page has, for labels and descriptions. */
export function uniqueId(prefix: string): string {
  last += 1;
  return `${prefix}-${last}`;
}
