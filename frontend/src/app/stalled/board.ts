import { computed, effect, inject, linkedSignal, type Signal, untracked } from '@angular/core';
import { type StalledBoardView, type StalledRowView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { type CalmRead, calmRead } from '../api/calm-read.ts';
import { keptRows, type ShownRow } from './kept-rows.ts';

const PAGE = 50;

/** The board as it is shown: pages that grow, rows that stay where one acted, and changes by others that wait until asked for. */
export interface Board {
  readonly first: CalmRead<StalledBoardView>;
  readonly rows: Signal<readonly ShownRow<StalledRowView>[]>;
  readonly more: Signal<boolean>;
  readonly reading: Act;
  /** What became of a row one acted on, by its id. */
  readonly settled: Signal<ReadonlyMap<string, string>>;
  readMore(): void;
  settle(row: StalledRowView, what: string): void;
  reload(): void;
}

/** What a reader would notice when it changes. */
function parts({ items, counters }: StalledBoardView): readonly unknown[] {
  return [counters, ...items.map(({ id, version, kind, lastEvent, pausedUntil }) => [id, version, kind, lastEvent, pausedUntil])];
}

/** Call it in an injection context. `query`: without page and cursor. */
export function stalledBoard(query: () => string): Board {
  const api = inject(Api);
  const reading = new Act();
  const first = calmRead<StalledBoardView>(
    () => `/stalled-handovers?${query()}&limit=${PAGE}`,
    ({ type }) => type === 'stalled',
    parts,
  );
  const settled = linkedSignal<string, ReadonlyMap<string, string>>({ source: query, computation: () => new Map() });
  const further = linkedSignal<string, readonly StalledBoardView[]>({ source: query, computation: () => [] });
  const cursor = computed(() => (further().at(-1) ?? first.value())?.nextCursor);
  const fresh = computed(() => {
    const pages = [first.value(), ...further()];
    const seen = new Set<string>();
    // A row may have moved between two pages while they were read.
    return pages.flatMap((page) => page?.items ?? []).filter(({ id }) => !seen.has(id) && seen.add(id));
  });
  const rows = linkedSignal<
    { query: string; fresh: readonly StalledRowView[]; settled: ReadonlyMap<string, string> },
    readonly ShownRow<StalledRowView>[]
  >({
    source: () => ({ query: query(), fresh: fresh(), settled: settled() }),
    computation: (now, before) => keptRows(before?.source.query === now.query ? before.value : [], now.fresh, now.settled),
  });
  // Pages after the first belong to one answer of it; they are read again when it is.
  const wanted = linkedSignal<string, number>({ source: query, computation: () => 0 });
  const fill = async (pages: number): Promise<void> => {
    const asked = query();
    const found: StalledBoardView[] = [];
    let next = first.value()?.nextCursor;
    while (next !== undefined && found.length < pages) {
      const page = await api.get<StalledBoardView>(`/stalled-handovers?${asked}&limit=${PAGE}&cursor=${encodeURIComponent(next)}`);
      found.push(page);
      next = page.nextCursor;
    }
    if (asked === query()) further.set(found);
  };
  effect(() => {
    const pages = wanted();
    if (first.value() !== undefined && pages > 0) untracked(() => void reading.run(() => fill(pages)));
  });
  // A linked signal remembers only what somebody has read.
  effect(() => rows());
  return {
    first,
    rows,
    reading,
    settled,
    more: computed(() => cursor() !== undefined),
    readMore: () => wanted.set(further().length + 1),
    settle: (row, what) => {
      settled.update((all) => new Map(all).set(row.id, what));
      first.reload();
    },
    reload: () => first.reload(),
  };
}
