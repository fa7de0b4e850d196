import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';
import { STALLED_DIRECTIONS, STALLED_FILTERS, type StalledDirection, type StalledFilter } from '@samspel/shared/stalled/stalled.ts';

export const AGES = ['0', '3', '5', '10'] as const;

/** What the board shows, as it stands in the page's address. */
export interface BoardChoice {
  readonly direction: StalledDirection;
  readonly kind: StalledFilter | null;
  /** `<from-unit>.<to-unit>`, or '' for all. */
  readonly pair: string;
  /** At least so many working days. */
  readonly age: string;
  /** The row that is open. */
  readonly row: string | null;
}

export interface BoardAddress {
  readonly choice: Signal<BoardChoice>;
  choose(change: Partial<BoardChoice>): void;
}

const IN_ADDRESS: Readonly<Record<StalledFilter, string>> = {
  NO_OWNER: 'utan-agare',
  NOT_ACCEPTED: 'ej-mottagen',
  SILENT: 'tyst',
  OPEN_LOOP: 'utan-avslut',
  PAUSED: 'pausad',
};
const WAYS = { both: null, in: 'till', out: 'fran' } as const;
const PAIR = /^[\da-f-]{36}\.[\da-f-]{36}$/;

export function choiceOf(params: { get(name: string): string | null }): BoardChoice {
  const pair = params.get('par') ?? '';
  return {
    direction: STALLED_DIRECTIONS.find((way) => WAYS[way] === params.get('riktning')) ?? 'both',
    kind: STALLED_FILTERS.find((kind) => IN_ADDRESS[kind] === params.get('slag')) ?? null,
    pair: PAIR.test(pair) ? pair : '',
    age: AGES.find((age) => age === params.get('dagar')) ?? '0',
    row: params.get('rad'),
  };
}

export function addressOf(choice: BoardChoice): Record<string, string | null> {
  return {
    riktning: WAYS[choice.direction],
    slag: choice.kind === null ? null : IN_ADDRESS[choice.kind],
    par: choice.pair || null,
    dagar: choice.age === '0' ? null : choice.age,
    rad: choice.row,
  };
}

/** What to ask the server for. The open row is the page's own business. */
export function queryOf({ direction, kind, pair, age }: BoardChoice): string {
  const [fromUnit, toUnit] = pair.split('.');
  const query = new URLSearchParams({ direction });
  if (kind !== null) query.set('kind', kind);
  if (fromUnit && toUnit) {
    query.set('fromUnit', fromUnit);
    query.set('toUnit', toUnit);
  }
  if (age !== '0') query.set('minDays', age);
  return query.toString();
}

/** The filters of the board survive a reload and can be sent to a colleague. Call in an injection context. */
export function boardAddress(): BoardAddress {
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const choice = toSignal(route.queryParamMap.pipe(map(choiceOf)), { initialValue: choiceOf(route.snapshot.queryParamMap) });
  return {
    choice,
    choose: (change) => {
      const queryParams = addressOf({ ...choice(), ...change });
      void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge', replaceUrl: true });
    },
  };
}
