import { type ConsentSightView, type InformationCategory } from '@samspel/shared/api.ts';
import { localeOf } from '../../text/language.ts';
import { type Words } from '../../text/words.ts';
import { listed } from '../plan-parts.ts';

export function categoriesIn(categories: readonly InformationCategory[], words: Words): string {
  return listed(
    categories.map((kind) => words.t(`citizen.category.${kind}`)),
    localeOf(words.language()),
  );
}

/** "Arbetsförmedlingen (Ahmed Haddad) får veta om arbete och planen." Somebody may be named before anybody of theirs is there. */
export function sightSentence({ organisation, people, categories }: ConsentSightView, words: Words): string {
  const names = listed(people, localeOf(words.language()));
  const who = organisation === null ? names : people.length === 0 ? organisation.name : `${organisation.name} (${names})`;
  return words.t('myConsent.sees', { who, what: categoriesIn(categories, words) });
}
