import { localeOf } from '../text/language.ts';
import { type Words } from '../text/words.ts';

/** "arabiska" for `ar`. Browsers lack a name for some of the national minority languages, so those are among our own texts. */
export function languageName(tag: string, words: Words): string {
  const known = words.known(`ui.language.${tag}`);
  return known ?? new Intl.DisplayNames([localeOf(words.language())], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
