import { coverage } from './fonts.ts';

/** What a person may write that needs no font: joiners inside words, a place to break, a place to hyphenate. */
const INVISIBLE = new Set([0x200b, 0x200c, 0x200d, 0xad]);
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Only asks for another look of the character before it, so it says nothing of its own. */
const VARIATION_SELECTOR = /[\uFE00-\uFE0F]/g;
/** Controls, directions (they make a text read otherwise than it is stored), private use, unassigned, half surrogates. */
const NEVER = /[\p{Cc}\p{Bidi_Control}\p{Co}\p{Cn}\p{Cs}]/u;
const PLAIN = /^[\n\x20-\x7E\xA0-\xAC\xAE-\xFF]*$/;

const clusters = new Intl.Segmenter('sv', { granularity: 'grapheme' });
let families: ReadonlySet<number>[] | undefined;

/**
 * The text with every character that cannot be printed replaced by its name, `[tecken U+1F642]`: PDF/UA-1 refuses a document
 * with a character no font draws, and a character left out would change what somebody wrote. Line ends become `\n`, tabs spaces.
 */
export function printable(text: string): string {
  const lines = text.replace(LINE_ENDS, '\n').replaceAll('\t', ' ');
  if (PLAIN.test(lines)) return lines;
  return Array.from(clusters.segment(lines.replace(VARIATION_SELECTOR, '')), ({ segment }) => printableCluster(segment)).join('');
}

/** A base and its marks are drawn with one font, so what that font lacks cannot be borrowed from the other. */
function printableCluster(cluster: string): string {
  families ??= coverage();
  const points = Array.from(cluster);
  const font = families.find((one) => points.every((point) => drawn(point, one))) ?? families.find((one) => drawn(points[0] ?? '', one));
  const base = font !== undefined;
  return points.map((point) => (base && drawn(point, font) ? point : marked(point))).join('');
}

function drawn(point: string, font: ReadonlySet<number>): boolean {
  const code = point.codePointAt(0) ?? 0;
  return point === '\n' || (!NEVER.test(point) && (font.has(code) || INVISIBLE.has(code)));
}

const marked = (point: string): string => `[tecken U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** The same data with every text in it printable, whatever its depth. */
export function printableData(data: unknown): unknown {
  if (typeof data === 'string') return printable(data);
  if (Array.isArray(data)) return data.map(printableData);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, printableData(value)]));
}
