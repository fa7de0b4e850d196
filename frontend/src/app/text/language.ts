/** The languages of the client. `sv-enkel` is simple Swedish, one thing per screen, and falls back to `sv` per text. */
export const LANGUAGES = ['sv', 'sv-enkel', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Language tag for Intl and for the `lang` attribute. */
export function localeOf(language: Language): 'sv-SE' | 'en-GB' {
  return language === 'en' ? 'en-GB' : 'sv-SE';
}

/** One text file per feature and language: `public/i18n/<language>/<feature>.json`. */
export const TEXT_FEATURES = [
  'shell',
  'ui',
  'session',
  'problem',
  'kit',
  'case',
  'care-team',
  'consent',
  'note',
  'timeline',
  'organisation',
  'operations',
  'citizen',
  'person-plan',
  'voice',
  'my-consent',
  'my-settings',
  'plan',
  'person-messages',
  'question',
  'my-day',
  'invitation',
  'records',
  'demo',
  'handover',
  'stalled',
  'alert',
  'caseload',
  'measures',
] as const;
export type TextFeature = (typeof TEXT_FEATURES)[number];

/** The first word of a feature's keys: `care-team` speaks as `careTeam.…`. */
export function namespaceOf(feature: TextFeature): string {
  return feature.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
