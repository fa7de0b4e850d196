import { type Language, type TextFeature } from './language.ts';
import { textFile } from './texts.testing.ts';

/** What stands in the texts of the person's pages where a text has a hole: as long and as odd as it really gets. */
const VALUES: Readonly<Record<string, string>> = {
  address: 'eva.lind@exempel.se',
  as: 'god man',
  at: 'på Försäkringskassan',
  authority: 'Sjöstads kommun',
  day: '26 november 2026',
  days: 'dag 2 av 3',
  from: '1 april 2026',
  holder: 'Karin på Försäkringskassan',
  kinds: 'arbete och planen',
  n: '3',
  name: 'Karin',
  names: 'Region Sjölandet och Sjöstads kommun',
  of: '9',
  organisation: 'Försäkringskassan',
  purpose: 'att du ska få hjälp',
  receiver: 'Arbetsförmedlingen',
  reference: 'S-0412',
  to: '31 mars 2027',
  value: '6',
  what: 'mina samtal med Ingrid',
  who: 'Karin på Försäkringskassan',
  words: 'jag tränar en gång i veckan',
};

export const LONGEST_SENTENCE = 15;
export const HIGHEST_LIX = 30;

export interface Readability {
  readonly lix: number;
  /** Sentences with more words than one breath holds. */
  readonly long: readonly string[];
}

/** Every text of a page as the reader of this language gets it: what the language lacks is Swedish, as in the client. */
export function textsOf(language: Language, feature: TextFeature): readonly string[] {
  return leaves(merged(textFile('sv', feature), textFile(language, feature))).map(filled);
}

/** LIX (Björnsson): words per sentence plus the share of words with more than six letters, in percent. Each text ends a sentence. */
export function readabilityOf(texts: readonly string[]): Readability {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  const longWords = words.filter((word) => [...word].length > 6);
  return {
    lix: words.length / sentences.length + (100 * longWords.length) / words.length,
    long: sentences.filter((sentence) => wordsOf(sentence).length > LONGEST_SENTENCE),
  };
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?:])\s+|\n/).filter((sentence) => wordsOf(sentence).length > 0);
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:[-@.][\p{L}\p{N}]+)*/gu) ?? [];
}

function filled(text: string): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = VALUES[name];
    if (value === undefined) throw new Error(`no realistic value for {{${name}}} in "${text}"`);
    return value;
  });
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

function merged(base: unknown, over: unknown): unknown {
  if (!isObject(base) || !isObject(over)) return over ?? base;
  return { ...base, ...Object.fromEntries(Object.entries(over).map(([name, value]) => [name, merged(base[name], value)])) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
