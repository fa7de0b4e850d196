/** One field of an item in the order it is read; days as YYYY-MM-DD, codes as codes. */
export interface ComparedField {
  readonly name: string;
  readonly value: string;
  /** What the value names, where it is the words of something else: those may change without this field doing so. */
  readonly ref?: string;
}

export interface ComparedItem {
  readonly itemId: string;
  readonly fields: readonly ComparedField[];
}

/** Empty text on the side where the field does not stand. */
export interface ChangedField {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface Differences<Item extends ComparedItem> {
  added: Item[];
  removed: Item[];
  changed: { item: Item; fields: ChangedField[] }[];
  unchanged: number;
}

/** What differs between two collections of items, each in the order of its own side. An item is the same when its id is, wherever it stands. */
export function differences<Item extends ComparedItem>(before: readonly Item[], after: readonly Item[]): Differences<Item> {
  const earlier = new Map(before.map((item) => [item.itemId, item]));
  const later = new Set(after.map((item) => item.itemId));
  const found: Differences<Item> = { added: [], removed: before.filter(({ itemId }) => !later.has(itemId)), changed: [], unchanged: 0 };
  for (const item of after) {
    const was = earlier.get(item.itemId);
    if (!was) {
      found.added.push(item);
      continue;
    }
    const fields = changedFields(was.fields, item.fields);
    if (fields.length) found.changed.push({ item, fields });
    else found.unchanged += 1;
  }
  return found;
}

/** How many items somebody would have to read to know what is new. */
export const countOf = ({ added, removed, changed }: Differences<ComparedItem>): number => added.length + removed.length + changed.length;

/** Fields that differ, in the order of `after`; those that only `before` has come last. */
export function changedFields(before: readonly ComparedField[], after: readonly ComparedField[]): ChangedField[] {
  const was = new Map(before.map((field) => [field.name, field]));
  const is = new Map(after.map((field) => [field.name, field]));
  return [...new Set([...is.keys(), ...was.keys()])]
    .filter((name) => !same(was.get(name), is.get(name)))
    .map((name) => ({ name, before: was.get(name)?.value ?? '', after: is.get(name)?.value ?? '' }));
}

const same = (one: ComparedField | undefined, other: ComparedField | undefined): boolean =>
  (one?.ref ?? one?.value ?? '') === (other?.ref ?? other?.value ?? '');
