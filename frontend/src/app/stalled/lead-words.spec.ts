import { TestBed } from '@angular/core/testing';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { countOf, leadText } from './lead-words.ts';
import { COUNTERS } from './rows.testing.ts';

describe('the first sentence of the board', () => {
  it.each([
    [{ notAccepted: 0, paused: 4 }, 'in', 'Inget har fastnat.'],
    [{}, 'in', 'En överlämning till er har stannat.'],
    [{ notAccepted: 3, silent: 2, noOwner: 1 }, 'in', 'Sex överlämningar till er har stannat. En saknar ägare.'],
    [{ notAccepted: 0, noOwner: 2 }, 'out', 'Två överlämningar från er har stannat. Två saknar ägare.'],
    [{ openLoop: 12 }, 'both', '13 överlämningar till eller från er har stannat.'],
  ])('%j %s: %s', async (counters, direction, expected) => {
    TestBed.configureTestingModule({ providers: [provideTexts('stalled')] });
    const words = TestBed.inject(Words);
    await words.need('stalled');
    expect(leadText({ ...COUNTERS, ...counters }, direction, words)).toBe(expected);
  });

  it('counts what is paused only where it is asked for', () => {
    expect(countOf({ ...COUNTERS, paused: 4 }, null)).toBe(1);
    expect(countOf({ ...COUNTERS, paused: 4 }, 'PAUSED')).toBe(4);
  });
});
