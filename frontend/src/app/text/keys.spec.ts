import { isUsed, keysInSources, keysOf } from './key-check.testing.ts';
import { type Language, namespaceOf, TEXT_FEATURES } from './language.ts';
import { staticStyles } from './static-styles.testing.ts';
import { textFile } from './texts.testing.ts';

const use = keysInSources();

function all(language: Language): string[] {
  return TEXT_FEATURES.flatMap((feature) => keysOf(textFile(language, feature), namespaceOf(feature)));
}

describe('text keys', () => {
  const swedish = all('sv');

  it('has a Swedish text for every key the client asks for', () => {
    const known = new Set(swedish);
    const missing = [...use.demanded].filter(([key]) => !known.has(key)).map(([key, file]) => `${key} (${file})`);
    expect(missing).toEqual([]);
  });

  it('has no text nobody asks for', () => {
    expect(swedish.filter((key) => !isUsed(key, use))).toEqual([]);
  });

  it('says everything in English too, and nothing more', () => {
    expect(all('en').sort()).toEqual([...swedish].sort());
  });

  it('says in simple Swedish only what there is to say', () => {
    const known = new Set(swedish);
    expect(all('sv-enkel').filter((key) => !known.has(key))).toEqual([]);
  });

  it('sets no inline style in a template, which the content security policy would drop', () => {
    expect(staticStyles()).toEqual([]);
  });
});
