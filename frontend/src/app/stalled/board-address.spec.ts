import { STALLED_DIRECTIONS, STALLED_FILTERS } from '@samspel/shared/stalled/stalled.ts';
import { addressOf, AGES, type BoardChoice, choiceOf, queryOf } from './board-address.ts';
import { FROM, TO } from './rows.testing.ts';

const PAIR = `${FROM.id}.${TO.id}`;
const fromAddress = (params: Record<string, string | null>): BoardChoice => choiceOf({ get: (name) => params[name] ?? null });

describe('the board in an address', () => {
  it('shows everything when the address says nothing, or nothing that is known', () => {
    const all = { direction: 'both', kind: null, pair: '', age: '0', row: null };
    expect(fromAddress({})).toEqual(all);
    expect(fromAddress({ riktning: 'upp', slag: 'x', par: `${PAIR}&limit=1`, dagar: '-1' })).toEqual(all);
    expect(Object.values(addressOf(fromAddress({}))).every((value) => value === null)).toBe(true);
  });

  it('brings back every choice from its address', () => {
    for (const direction of STALLED_DIRECTIONS)
      for (const kind of [null, ...STALLED_FILTERS])
        for (const age of AGES) {
          const choice: BoardChoice = { direction, kind, pair: PAIR, age, row: 'h1' };
          expect(fromAddress(addressOf(choice))).toEqual(choice);
        }
  });

  it('asks the server for what is chosen', () => {
    expect(queryOf(fromAddress({}))).toBe('direction=both');
    expect(queryOf(fromAddress({ riktning: 'till', slag: 'tyst', par: PAIR, dagar: '3', rad: 'h1' }))).toBe(
      `direction=in&kind=SILENT&fromUnit=${FROM.id}&toUnit=${TO.id}&minDays=3`,
    );
  });
});
