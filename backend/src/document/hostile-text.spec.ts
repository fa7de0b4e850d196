import { fullPlan, keptSample } from './document.sample.ts';
import type { DocumentGoal, PlanDocument } from './plan-document.ts';
import { readPdf } from './pdf-reading.sample.ts';
import { DocumentRenderer } from './rendering.ts';
import { UNICODE_BLOCKS } from './unicode-blocks.sample.ts';

const renderer = new DocumentRenderer();
afterAll(() => renderer.onApplicationShutdown());

/** The Arabic here is of letters drawn in one piece: pdf.js reads a letter drawn as body and dots twice. */
const HOSTILE: Record<string, [written: string, printed?: string]> = {
  'Typst code': ['#import "x": * #read("/etc/passwd") #panic("nej") #sys.inputs'],
  'Typst markup': ['$a$ *b* _c_ `d` ] [ } { \\ // x /* y */ ~ #[ = rubrik + punkt --- ...'],
  'labels and references': ['<label> @ref <a:b> https://exempel.se/a?b=c#d'],
  'what a font would improve': ['10x5 -> <= 1/2 fi ffl "citat" \'x\''],
  Arabic: ['محمد'],
  'Arabic with marks of direction': ['\u200Fمحمد', '[tecken U+200F]محمد'],
  'an override of direction': ['a\u202Eb\u2066c', 'a[tecken U+202E]b[tecken U+2066]c'],
  Hebrew: ['שלום', '[tecken U+05E9][tecken U+05DC][tecken U+05D5][tecken U+05DD]'],
  emoji: ['bra 🙂👍🏽', 'bra[tecken U+1F642][tecken U+1F44D][tecken U+1F3FD]'],
  'control characters': ['a\u0000b\u001Bc', 'a[tecken U+0000]b[tecken U+001B]c'],
  'half a character': ['a\uD83Db', 'a[tecken U+D83D]b'],
};

/** Fields with a closed set of values; all else may hold whatever somebody wrote. */
const CLOSED = new Set(['variant', 'language', 'title', 'kind', 'printedAt']);

/** The same document with each text marked with the number of its field and followed by `text`. */
function everywhere<T>(data: T, text: string): T {
  let fields = 0;
  const fill = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return CLOSED.has(name) ? value : `Q${++fields}Q${text}`;
    if (Array.isArray(value)) return value.map((one) => fill(one, name));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, key === 'title' && 'phone' in value ? '' : key)]));
  };
  return fill(data, '') as T;
}

/** Where lines end, the hyphens put there, and what keeps a name together are the layout's business. */
const squeezed = (text: string): string => text.replaceAll(/[\s\u00AD\u2068\u2069-]/g, '');
/** A row of a table may go on overleaf, and then its cells' ends come after all its cells' beginnings. */
const comesOut = (wanted: string, found: string): boolean =>
  Array.from(wanted, (_, at) => at).some((at) => {
    const begins = at > 3 || at === 0 ? found.indexOf(wanted.slice(0, at)) : -1;
    return begins >= 0 && found.includes(wanted.slice(at), begins + at);
  });
const marks = (text: string): string[] => [...new Set(text.match(/Q\d+Q/g))];
const rendered = async (plan: PlanDocument) => readPdf(await renderer.render('plan', plan));

describe.each(['STAFF', 'SIMPLE'] as const)('text from outside, in every field (%s)', (variant) => {
  let fields: string[];
  beforeAll(async () => {
    const { text, decoration } = await rendered(everywhere(fullPlan(variant), ''));
    fields = marks(squeezed(text + decoration.join()));
  });

  it('reaches the paper', () => {
    expect(fields).toHaveLength(variant === 'STAFF' ? marks(JSON.stringify(everywhere(fullPlan(variant), ''))).length : 61);
  });

  it.each(Object.entries(HOSTILE))('comes out as written: %s', async (_, [written, printed = written]) => {
    const { text, decoration } = await rendered(everywhere(fullPlan(variant), written));
    const found = squeezed(text + decoration.join());
    expect(fields.filter((mark) => !comesOut(mark + squeezed(printed), found))).toEqual([]);
  });

  it('keeps 200 lines apart', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `rad ${index}.`);
    const { text, structure } = await rendered({ ...fullPlan(variant), whatMatters: lines.join('\r\n') });
    expect(text).toContain(lines.slice(0, 10).join('\n'));
    expect(
      structure
        .join(' ')
        .match(/BlockQuote\([^)]*\)/g)
        ?.join()
        .match(/\bP\b/g),
    ).toHaveLength(201);
  });

  it('keeps 10,000 characters without a space on the paper', async () => {
    const long = 'Ø'.repeat(10_000);
    const plan = fullPlan(variant);
    const [goal] = everywhere(plan.goals, long);
    const { text, rightEdge } = await rendered({ ...plan, whatMatters: long, strengths: [long], goals: [goal as DocumentGoal] });
    expect(text.match(/Ø/g)?.length).toBe(10_000 * (variant === 'STAFF' ? 18 : 14));
    expect(rightEdge).toBeLessThan(595 - 60);
  }, 20_000);
});

it('prints hostile text in a kept copy as written', async () => {
  const text = Object.values(HOSTILE).map(([written]) => written);
  const pdf = await readPdf(await renderer.render('kept', everywhere(keptSample, text.join('\n'))));
  for (const [written, printed = written] of Object.values(HOSTILE)) expect(squeezed(pdf.text)).toContain(squeezed(printed));
});

it('prints one character of every Unicode block, by itself and with a mark on it', async () => {
  expect(UNICODE_BLOCKS).toHaveLength(338);
  const characters = UNICODE_BLOCKS.map((code) => String.fromCodePoint(code));
  const text = characters.map((character) => `${character} a${character} ${character}\u0301`).join('\n');
  const { text: printed } = await rendered({ ...fullPlan(), whatMatters: text, strengths: characters, contacts: [] });
  expect(printed).toContain('[tecken U+4E00]');
  expect(printed).toContain('Ā');
});
