import { TestBed } from '@angular/core/testing';
import { provideTexts } from '../../text/texts.testing.ts';
import { Words } from '../../text/words.ts';
import { goal, own, planBody } from './my-plan.testing.ts';
import { mustDo, nextFacts, ownActionsOf } from './next-words.ts';

describe('what happens next, and whether there is anything to do', () => {
  let words: Words;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts('person-plan')] });
    words = TestBed.inject(Words);
    await words.need('person-plan');
  });

  it('says when and by whom', () => {
    expect(nextFacts(planBody(), words)).toEqual(['Senast 26 november 2026.', 'Lena i Region Sjölandet gör det.']);
  });

  it('says that it is one’s own to do, and nothing the plan does not say', () => {
    expect(nextFacts(planBody({ next: { kind: 'ACTIVITY', activityId: 'a3', words: 'Säg nej.', on: null, mine: true, who: null } }), words)).toEqual([
      'Det gör du själv.',
    ]);
    expect(nextFacts(planBody({ next: null }), words)).toEqual([]);
  });

  it('counts what is still to be done by oneself, wherever it stands', () => {
    expect(mustDo(planBody(), 0, words)).toBe('Du har 1 sak att göra själv.');
    expect(mustDo(planBody({ otherActivities: [own({ id: 'a9' })] }), 0, words)).toBe('Du har 2 saker att göra själv.');
  });

  it('says in so many words that there is nothing', () => {
    expect(mustDo(planBody({ goals: [goal({ activities: [own({ state: 'DONE' })] })] }), 0, words)).toBe('Du behöver inte göra något just nu.');
  });

  it('never says so while a question waits', () => {
    expect(mustDo(planBody({ goals: [] }), 1, words)).toBe('Du har 1 fråga att svara på. Den finns under Samtycke.');
  });

  it('keeps what is done among one’s own, not what came to nothing', () => {
    const plan = planBody({ otherActivities: [own({ id: 'x', state: 'DONE' }), own({ id: 'y', state: 'ENDED' })] });
    expect(ownActionsOf(plan).map(({ id }) => id)).toEqual(['a3', 'x']);
  });
});
