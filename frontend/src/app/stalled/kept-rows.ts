interface Row {
  readonly id: string;
}

/** A row as it is shown; `gone`: the list no longer has it, and it stands only to say what became of it. */
export interface ShownRow<T extends Row> {
  readonly row: T;
  readonly gone: boolean;
}

/** The rows of a list, with those one has just acted on kept in their place even when the act took them off it. */
export function keptRows<T extends Row>(
  before: readonly ShownRow<T>[],
  fresh: readonly T[],
  settled: { has(id: string): boolean },
): readonly ShownRow<T>[] {
  const there = new Set(fresh.map(({ id }) => id));
  const shown: ShownRow<T>[] = fresh.map((row) => ({ row, gone: false }));
  before.forEach(({ row }, index) => {
    if (settled.has(row.id) && !there.has(row.id)) shown.splice(Math.min(index, shown.length), 0, { row, gone: true });
  });
  return shown;
}
