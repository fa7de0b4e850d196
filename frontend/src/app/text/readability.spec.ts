import { type TextFeature } from './language.ts';
import { HIGHEST_LIX, readabilityOf, textsOf } from './readability.testing.ts';

const PAGES: readonly TextFeature[] = ['citizen', 'person-plan', 'voice', 'my-consent', 'my-settings'];

describe('simple Swedish is simple', () => {
  it.each(PAGES)('%s: LIX under 30', (page) => {
    expect(readabilityOf(textsOf('sv-enkel', page)).lix).toBeLessThan(HIGHEST_LIX);
  });

  it.each(PAGES)('%s: no sentence longer than fifteen words', (page) => {
    expect(readabilityOf(textsOf('sv-enkel', page)).long).toEqual([]);
  });
});

describe('the measure', () => {
  // 14 words in 2 sentences, 1 of them longer than six letters: 7 + 7.14.
  it('is LIX as Björnsson defined it', () => {
    expect(readabilityOf(['Karin ringer dig i morgon. Arbetsförmedlingen har inte svarat på frågan än om kursen.']).lix).toBeCloseTo(14.14, 2);
  });

  it('finds an official sentence too hard, and too long', () => {
    const { lix, long } = readabilityOf([
      'Handläggaren ansvarar för att samordningen av rehabiliteringsinsatserna genomförs i enlighet med gällande överenskommelser mellan de samverkande myndigheterna under hela planeringsperioden.',
    ]);
    expect(lix).toBeGreaterThan(HIGHEST_LIX);
    expect(long).toHaveLength(1);
  });
});
