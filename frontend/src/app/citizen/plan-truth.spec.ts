import { TestBed } from '@angular/core/testing';
import { type PersonHandoverView } from '@samspel/shared/api.ts';
import { AF, FK } from '../handover/handovers.testing.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { planSentences, planTruth } from './plan-truth.ts';

const handover = (over: Partial<PersonHandoverView> = {}): PersonHandoverView => ({
  scope: 'CASE_OWNERSHIP',
  state: 'OFFERED',
  toOrganisation: AF,
  day: 3,
  ofDays: 3,
  sender: { name: 'Karin Berg', givenName: 'Karin', organisation: FK },
  ...over,
});

describe('what the person reads while somebody has been asked to take over', () => {
  let words: Words;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts('citizen')] });
    words = TestBed.inject(Words);
    await words.need('citizen');
  });

  it('is the truth: who has not answered, who holds it, and that no duty moves', () => {
    expect(planTruth(handover(), words)).toBe(
      'Arbetsförmedlingen har inte tagit emot än (dag 3 av 3). Karin på Försäkringskassan håller i samordningen tills de har gjort det. ' +
        'Varje myndighet ansvarar som vanligt för sina egna beslut.',
    );
  });

  it('does not say "dag 5 av 3"', () => {
    expect(planTruth(handover({ day: 5 }), words)).toContain('(dag 5, de skulle ha svarat dag 3)');
    expect(planTruth(handover({ day: 0 }), words)).toContain('(frågan skickades i dag)');
  });

  it('tells the roles apart, and a question back from silence', () => {
    expect(planTruth(handover({ scope: 'COORDINATOR_ROLE' }), words)).toContain('håller ihop teamet');
    expect(planTruth(handover({ state: 'NEEDS_INFO' }), words)).toMatch(/^Arbetsförmedlingen vill veta mer innan de svarar/);
  });

  it('names no authority when the one asked is a colleague', () => {
    expect(planTruth(handover({ toOrganisation: FK }), words)).toBe(
      'Karin på Försäkringskassan har frågat om en kollega kan ta över, och ingen har sagt ja än (dag 3 av 3). Karin håller i samordningen tills någon har gjort det.',
    );
  });

  it('says it in simple Swedish, one thing at a time', async () => {
    await words.use('sv-enkel');
    expect(planSentences(handover(), words)).toEqual([
      'Karin har frågat Arbetsförmedlingen om de kan ta över. De har inte svarat än (dag 3 av 3).',
      'Karin hjälper dig tills de har svarat. Du behöver inte göra något.',
      'Alla bestämmer om sitt, precis som vanligt.',
    ]);
  });
});
