import { compareSwedish } from '../text/format/collation.ts';

export interface PaletteEntry {
  readonly kind: 'place' | 'case';
  readonly path: string;
  readonly label: string;
}

const MOST = 8;

/** The entries one may mean: every typed word begins a word of the label; places first, then people in Swedish order. */
export function matching(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = words(typed);
  return entries
    .filter((entry) => wanted.every((word) => words(entry.label).some((part) => part.startsWith(word))))
    .sort((a, b) => Number(a.kind === 'case') - Number(b.kind === 'case') || (a.kind === 'case' ? compareSwedish(a.label, b.label) : 0))
    .slice(0, MOST);
}

function words(text: string): readonly string[] {
  return text
    .toLocaleLowerCase('sv')
    .split(/[\s,-]+/)
    .filter((word) => word !== '');
}
