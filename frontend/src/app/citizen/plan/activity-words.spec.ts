import { TestBed } from '@angular/core/testing';
import { AF, FK } from '../../handover/handovers.testing.ts';
import { provideTexts } from '../../text/texts.testing.ts';
import { Words } from '../../text/words.ts';
import { activitySentences, activityTime, helperName } from './activity-words.ts';
import { activity, asked, own, REGION } from './my-plan.testing.ts';

describe('what the person reads about one thing in the plan', () => {
  let words: Words;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts('person-plan')] });
    words = TestBed.inject(Words);
    await words.need('person-plan');
  });

  it('names who does it, in a region or at an authority', () => {
    expect(activitySentences(activity(), words)).toEqual(['Lena i Region Sjölandet gör det.']);
    expect(helperName({ givenName: 'Karin', organisation: FK }, words)).toBe('Karin på Försäkringskassan');
    expect(helperName({ givenName: 'Maria', organisation: { ...REGION, kind: 'KOMMUN', shortName: 'Sjöstads kommun' } }, words)).toBe(
      'Maria i Sjöstads kommun',
    );
  });

  it('says honestly that nobody has said yes, and who answers for it meanwhile', () => {
    expect(activitySentences(asked(), words)).toEqual([
      'Arbetsförmedlingen har fått frågan men har inte sagt ja än.',
      'Karin på Försäkringskassan ansvarar tills någon har sagt ja.',
    ]);
    expect(activitySentences(asked({ asked: null }), words)[0]).toBe('Ingen har sagt ja till det här än.');
  });

  it('says of nobody that they do what does not come to be', () => {
    expect(activitySentences(activity({ state: 'ENDED' }), words)).toEqual([]);
  });

  it('says that something stands in the way, never what', () => {
    expect(activitySentences(activity({ state: 'STUCK' }), words)[1]).toBe(
      'Något står i vägen just nu. Lena i Region Sjölandet ansvarar för att det löser sig.',
    );
  });

  it('says that it is on its way to somebody else, and who has it until then', () => {
    expect(activitySentences(activity({ handover: { toOrganisation: AF, day: 2 } }), words)[1]).toBe(
      'Arbetsförmedlingen har fått frågan om att ta över. Lena i Region Sjölandet ansvarar tills de har sagt ja.',
    );
  });

  it('tells what the person and somebody outside the team do from what the team does', () => {
    expect(activitySentences(own(), words)).toEqual(['Det gör du själv. Lena i Region Sjölandet hjälper dig om det behövs.']);
    const outside = activity({ doneBy: 'OTHER', who: { name: 'Gunilla Rask', givenName: null, organisation: null, worksAt: 'Almgården' } });
    expect(activitySentences(outside, words)).toEqual(['Gunilla Rask, Almgården gör det. Lena i Region Sjölandet följer upp.']);
  });

  it.each([
    [{}, 'Klart senast 18 december 2026.'],
    [{ startOn: '2026-12-01' }, 'Börjar 1 december 2026.'],
    [{ startOn: '2026-11-01' }, 'Klart senast 18 december 2026.'],
    [{ overdue: true, dueOn: '2026-11-20' }, 'Skulle ha varit klart 20 november 2026.'],
    [{ state: 'DONE' as const, overdue: true }, null],
    [{ state: 'ENDED' as const }, null],
  ])('%j is said to be: %s', (over, expected) => {
    expect(activityTime(activity(over), '2026-11-23', words)).toBe(expected);
  });
});
