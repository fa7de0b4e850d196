import { TestBed } from '@angular/core/testing';
import { ASKED_MAX } from '@samspel/shared/handover/handover.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { askedOf } from './activity-words.ts';
import { isBaton } from './draft-of.ts';
import { handoverRow } from './handovers.testing.ts';

describe('an activity that is handed over', () => {
  let words: Words;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts('handover')] });
    words = TestBed.inject(Words);
    await words.need('handover');
  });

  it('is asked for by its words, cut where the receiver’s line ends', () => {
    expect(askedOf('Praktik två dagar i veckan', words)).toBe('Ta över insatsen: Praktik två dagar i veckan');
    const long = askedOf('x'.repeat(2000), words);
    expect(long).toHaveLength(ASKED_MAX);
    expect(long.endsWith('x…')).toBe(true);
  });

  it('is another baton than the case’s, and than another activity', () => {
    const row = handoverRow({ scope: 'ACTIVITY', activity: { id: 'a1', text: null } });
    expect(isBaton(row, 'ACTIVITY', 'a1')).toBe(true);
    expect(isBaton(row, 'ACTIVITY', 'a2')).toBe(false);
    expect(isBaton(handoverRow(), 'ACTIVITY', 'a1')).toBe(false);
    expect(isBaton(handoverRow(), 'CASE_OWNERSHIP', null)).toBe(true);
  });
});
