import { matching, type PaletteEntry } from './palette-match.ts';

const entries: PaletteEntry[] = [
  { kind: 'case', path: '/arenden/1', label: 'Öman Åke' },
  { kind: 'case', path: '/arenden/2', label: 'Eva Lind' },
  { kind: 'place', path: '/', label: 'Min dag' },
];
const labels = (typed: string): string[] => matching(entries, typed).map((entry) => entry.label);

describe('what the palette finds', () => {
  it('offers places first, then people in Swedish order', () => {
    expect(labels('')).toEqual(['Min dag', 'Eva Lind', 'Öman Åke']);
  });

  it('finds by the beginning of any word, in any order and case', () => {
    expect(labels('lin ev')).toEqual(['Eva Lind']);
    expect(labels('åke')).toEqual(['Öman Åke']);
    expect(labels('ind')).toEqual([]);
  });
});
