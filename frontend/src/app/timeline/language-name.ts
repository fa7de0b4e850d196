import { type Language, localeOf } from '../text/language.ts';

/** "arabiska" for `ar`; the tag itself when the browser knows no name for it. */
export function languageName(tag: string, language: Language): string {
  return new Intl.DisplayNames([localeOf(language)], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
