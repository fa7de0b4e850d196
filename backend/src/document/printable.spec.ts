import { printable, printableData } from './printable.ts';

describe('what can be printed', () => {
  it.each([
    ['Swedish', 'Åsa säger: "Kör på!" – 3 × 4 ≠ 13 €'],
    ['letters of other languages', 'Đorđe, Łukasz, Ğülay, Nguyễn Thị, Ελένη, Олена'],
    ['an accent as a character of its own', 'A\u030Asa'],
    ['Arabic and Persian with a joiner', 'فاطمة می\u200Cخواهم'],
    ['places to hyphenate and to break', 'arbets\u00ADförmedling\u200B'],
  ])('leaves %s alone', (_, text) => expect(printable(text)).toBe(text));

  it.each([
    ['emoji', 'bra 🙂', 'bra [tecken U+1F642]'],
    ['an emoji of several characters', '👩‍👧', '[tecken U+1F469][tecken U+200D][tecken U+1F467]'],
    ['Hebrew', 'א', '[tecken U+05D0]'],
    ['control characters', '\u0000\u001B\u007F\u009F', '[tecken U+0000][tecken U+001B][tecken U+007F][tecken U+009F]'],
    ['changes of direction', 'a\u202Eb\u061C', 'a[tecken U+202E]b[tecken U+061C]'],
    ['private use, where fonts keep pictures', '\uE000', '[tecken U+E000]'],
    ['half of a pair', '\uD83D', '[tecken U+D83D]'],
    ['a mark that the font of its letter lacks', 'α\u0655', 'α[tecken U+0655]'],
    ['what no character is', '\uFFFF', '[tecken U+FFFF]'],
  ])('names %s', (_, text, printed) => expect(printable(text)).toBe(printed));

  it('lets a look asked for go, and makes one line end of all', () => {
    expect(printable('©\uFE0F')).toBe('©');
    expect(printable('a\r\nb\rc\u2028d\u0085e\vf\tg')).toBe('a\nb\nc\nd\ne\nf g');
  });

  it('reaches every text of the data and nothing else', () => {
    const data = { a: '🙂', b: [{ c: '\u0007', d: null, e: 7, f: true }] };
    expect(printableData(data)).toEqual({ a: '[tecken U+1F642]', b: [{ c: '[tecken U+0007]', d: null, e: 7, f: true }] });
  });
});
