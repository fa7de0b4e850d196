import { DOCUMENT, inject, Injectable, InjectionToken, type Signal, signal } from '@angular/core';
import { type ResolveFn } from '@angular/router';
import { type Translation, TranslocoService } from '@jsverse/transloco';
import { type Language, LANGUAGES, localeOf, namespaceOf, type TextFeature } from './language.ts';

/** What a text may name as `{{…}}`. */
export type TextParams = Readonly<Record<string, unknown>>;

const ALWAYS: readonly TextFeature[] = ['shell', 'ui', 'session', 'problem'];
const REMEMBERED = 'samspel.language';

export const FETCH_TEXTS = new InjectionToken<(language: Language, feature: TextFeature) => Promise<Translation>>('fetch texts', {
  providedIn: 'root',
  factory: () => async (language, feature) => {
    const answer = await fetch(`/i18n/${language}/${feature}.json`);
    if (!answer.ok) throw new Error(`texts ${language}/${feature}: ${answer.status}`);
    return (await answer.json()) as Translation;
  },
});

/**
 * The texts of the product. A route loads the files of its features before it opens (`needs: texts('case')`), so a
 * page never shows a key and no route carries another's words. Switching language reloads exactly what is in use.
 */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly transloco = inject(TranslocoService);
  private readonly fetchTexts = inject(FETCH_TEXTS);
  private readonly document = inject(DOCUMENT);
  private readonly needed = new Set<TextFeature>(ALWAYS);
  private readonly files = new Map<string, Promise<Translation>>();
  private readonly active = signal<Language>('sv');
  private readonly changes = signal(0);

  readonly language: Signal<Language> = this.active.asReadonly();

  /** Loads what every page uses, in the language chosen last on this machine. */
  async start(): Promise<void> {
    const stored = this.document.defaultView?.localStorage.getItem(REMEMBERED);
    await this.use(LANGUAGES.find((language) => language === stored) ?? 'sv');
  }

  /** Makes the texts of these features available in the language in use. */
  async need(...features: readonly TextFeature[]): Promise<void> {
    for (const feature of features) this.needed.add(feature);
    await this.load(this.active());
    this.changes.update((n) => n + 1);
  }

  async use(language: Language): Promise<void> {
    await this.load(language);
    this.transloco.setActiveLang(language);
    this.document.documentElement.lang = localeOf(language);
    this.document.defaultView?.localStorage.setItem(REMEMBERED, language);
    this.active.set(language);
  }

  /** The text of a key in the language in use; read inside a template or computed it follows the language. */
  t(key: string, params: TextParams = {}): string {
    this.active();
    this.changes();
    return this.transloco.translate<string>(key, params);
  }

  /** The text of `key.one`, `key.other` … for a number, which the text may name as `{{n}}`. */
  count(key: string, n: number, params: TextParams = {}): string {
    const form = new Intl.PluralRules(localeOf(this.active())).select(n);
    return this.t(`${key}.${form}`, { n, ...params });
  }

  /** The text of a key when there is one: for codes that come from the server and may be newer than this client. */
  known(key: string): string | undefined {
    const text = this.t(key);
    return text === key ? undefined : text;
  }

  private async load(language: Language): Promise<void> {
    // Swedish is always there: a text another language lacks is shown in Swedish rather than as a key.
    const languages: Language[] = language === 'sv' ? ['sv'] : [language, 'sv'];
    await Promise.all(languages.map((each) => this.fill(each)));
  }

  private async fill(language: Language): Promise<void> {
    const texts = await Promise.all([...this.needed].map(async (feature) => [namespaceOf(feature), await this.file(language, feature)] as const));
    this.transloco.setTranslation(Object.fromEntries(texts), language, { emitChange: false });
  }

  private file(language: Language, feature: TextFeature): Promise<Translation> {
    const name = `${language}/${feature}`;
    const known = this.files.get(name);
    if (known !== undefined) return known;
    const wanted = this.fetchTexts(language, feature);
    this.files.set(name, wanted);
    // A failed fetch is tried again the next time somebody needs the file.
    wanted.catch(() => this.files.delete(name));
    return wanted;
  }
}

/** Route resolver: `resolve: { texts: texts('case', 'consent') }`. */
export function texts(...features: readonly TextFeature[]): ResolveFn<boolean> {
  return async () => {
    await inject(Words).need(...features);
    return true;
  };
}

/** Names a text key in code; the key check reads it, so a key kept in a table is neither missing nor unused. */
export function key<const K extends string>(name: K): K {
  return name;
}
