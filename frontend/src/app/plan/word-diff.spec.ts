import { whole, wordDiff } from './word-diff.ts';

describe('what became of a text', () => {
  it('is told word by word, and together the pieces are both texts', () => {
    const [before, after] = ['Eva arbetar halva dagar från maj.', 'Eva arbetar tre dagar från den 1 maj.'];
    const pieces = wordDiff(before, after);
    expect(pieces.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(['halva']);
    expect(
      pieces
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before);
    expect(
      pieces
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe(after);
  });

  it('leaves words with å, ä and ö whole', () => {
    expect(wordDiff('på måndag', 'på fredag').map(({ text }) => text)).toEqual(['på ', 'måndag', 'fredag']);
  });

  it('lays a choice beside the other, and a very long text too', () => {
    expect(whole('2026-11-26', '2026-12-04').map(({ kind, text }) => [kind, text])).toEqual([
      ['removed', '2026-11-26'],
      ['same', ' '],
      ['added', '2026-12-04'],
    ]);
    expect(whole('', 'nytt')).toEqual([{ kind: 'added', text: 'nytt' }]);
    expect(wordDiff('a '.repeat(4000), 'b')).toHaveLength(3);
  });
});
