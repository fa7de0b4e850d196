import { keptRows } from './kept-rows.ts';

const rows = (...ids: string[]): { id: string }[] => ids.map((id) => ({ id }));
const ids = (shown: ReturnType<typeof keptRows>): string[] => shown.map(({ row, gone }) => (gone ? `${row.id}, gone` : row.id));

describe('rows one has acted on', () => {
  const before = keptRows([], rows('a', 'b', 'c'), new Set());

  it('stay in their place when the act took them off the list', () => {
    expect(ids(keptRows(before, rows('a', 'c'), new Set(['b'])))).toEqual(['a', 'b, gone', 'c']);
    expect(ids(keptRows(before, [], new Set(['b'])))).toEqual(['b, gone']);
  });

  it('are ordinary rows again when the list has them', () => {
    const gone = keptRows(before, rows('a', 'c'), new Set(['b']));
    expect(ids(keptRows(gone, rows('a', 'b', 'c'), new Set(['b'])))).toEqual(['a', 'b', 'c']);
  });

  it('are the only ones that stay', () => {
    expect(ids(keptRows(before, rows('c'), new Set()))).toEqual(['c']);
  });
});
