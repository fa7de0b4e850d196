import { diffWordsWithSpace } from 'diff';

/** A piece of two texts laid over each other: in both, only in the later, or only in the earlier. */
export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Texts beyond this many characters are laid beside each other whole: finding the words would hold up the page. */
const TOO_LONG = 6_000;

/** Word by word what became of a text. */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  if (before.length + after.length > TOO_LONG) return whole(before, after);
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** A choice or a day is one or the other; its letters mean nothing. */
export function whole(before: string, after: string): readonly DiffPiece[] {
  return [
    ...(before === '' ? [] : [{ kind: 'removed', text: before } as const]),
    ...(before === '' || after === '' ? [] : [{ kind: 'same', text: ' ' } as const]),
    ...(after === '' ? [] : [{ kind: 'added', text: after } as const]),
  ];
}
