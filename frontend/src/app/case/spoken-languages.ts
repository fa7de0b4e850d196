import { compareSwedish } from '../text/format/collation.ts';
import { type Words } from '../text/words.ts';
import { languageName } from '../timeline/language-name.ts';

/** Swedish, the national minority languages, and those most often interpreted; others stay as they were recorded. */
const TAGS = [
  'sv',
  'ar',
  'bs',
  'ckb',
  'de',
  'en',
  'es',
  'fa',
  'fi',
  'fr',
  'hr',
  'ku',
  'pl',
  'prs',
  'ps',
  'ro',
  'rom',
  'ru',
  'se',
  'so',
  'sq',
  'sr',
  'th',
  'ti',
  'tr',
  'uk',
  'yi',
  'zh',
];

/** Languages to choose from, by name, together with one that is recorded already. */
export function spokenLanguages(words: Words, recorded?: string | null): readonly { readonly value: string; readonly label: string }[] {
  const tags = recorded && !TAGS.includes(recorded) ? [...TAGS, recorded] : TAGS;
  return tags.map((value) => ({ value, label: languageName(value, words) })).sort((a, b) => compareSwedish(a.label, b.label));
}
