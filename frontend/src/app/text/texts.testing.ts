import { type Provider } from '@angular/core';
import { provideTransloco, type Translation } from '@jsverse/transloco';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, LANGUAGES, type TextFeature } from './language.ts';
import { FETCH_TEXTS, Words } from './words.ts';
import { type EnvironmentProviders, inject, provideAppInitializer } from '@angular/core';

/** The texts a page would have, from the real files, for specs that render components. */
export function provideTexts(...features: readonly TextFeature[]): (Provider | EnvironmentProviders)[] {
  return [
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'sv',
        fallbackLang: 'sv',
        missingHandler: { useFallbackTranslation: true, logMissingKey: false },
      },
    }),
    { provide: FETCH_TEXTS, useValue: (language: Language, feature: TextFeature) => Promise.resolve(textFile(language, feature)) },
    provideAppInitializer(async () => {
      const words = inject(Words);
      await words.use('sv');
      await words.need(...features);
    }),
  ];
}

export function textFile(language: Language, feature: TextFeature): Translation {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/i18n', language, `${feature}.json`), 'utf8')) as Translation;
}
