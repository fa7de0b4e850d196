import { TestBed } from '@angular/core/testing';
import { ACTIVITY_STATES } from '@samspel/shared/plan/plan.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { badgeOf, metaOf, statusOf, truthOf } from './activity-words.ts';
import { activity, AF, KARIN } from './plans.testing.ts';

const EVA = { givenName: 'Eva', familyName: 'Lind' };
const asked = { organisation: AF, staff: null, at: '2026-11-18T08:00:00Z' };

describe('what is said of an activity', () => {
  let words: Words;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts('plan')] });
    words = TestBed.inject(Words);
    await words.need('plan');
  });

  it.each(ACTIVITY_STATES)('has a word and a drawing for %s', (state) => {
    const tag = statusOf(activity({ state, requested: state === 'REQUESTED' || state === 'DECLINED' ? asked : null }), words);
    expect(tag.text).not.toMatch(/plan\.|\{\{/);
    expect(tag.icon).not.toBe('');
  });

  it('says that it is late or has nobody before how far it has come, but not once it is done', () => {
    expect(statusOf(activity({ overdueDays: 3 }), words)).toMatchObject({ kind: 'late', text: '3 dagar sen' });
    expect(statusOf(activity({ ownerLost: true, overdueDays: 3 }), words)).toMatchObject({ kind: 'stop', text: 'Ingen ansvarar' });
    expect(statusOf(activity({ state: 'COMPLETED', completedAt: '2026-11-20T08:00:00Z', overdueDays: 3 }), words).text).toBe('Klart');
  });

  it('names who answers until the asked organisation has said yes', () => {
    const found = activity({ state: 'REQUESTED', owner: KARIN, requested: asked });
    expect(statusOf(found, words)).toMatchObject({ kind: 'wait', text: 'Väntar på AF' });
    expect(truthOf(found, words)).toBe('Arbetsförmedlingen har inte svarat än. Karin ansvarar tills någon där har sagt ja.');
    const declined = activity({ state: 'DECLINED', owner: KARIN, requested: asked, declineCode: 'NO_CAPACITY' });
    expect(truthOf(declined, words)).toBe('Arbetsförmedlingen sa nej: de har inte tid nu. Karin ansvarar och kan fråga någon annan.');
  });

  it('tells who does it: staff, somebody outside, or the person', () => {
    const gunilla = { contactId: 'c', name: 'Gunilla Rask', worksAt: 'Almgården' };
    expect(metaOf(activity(), 'Eva', words)[0]).toBe('Lena Forsman, handläggare');
    expect(metaOf(activity({ provider: 'OTHER_MEASURE', performer: gunilla }), 'Eva', words)[0]).toBe(
      'Gunilla Rask, Almgården. Åtgärd av annan, Lena Forsman följer upp',
    );
    expect(metaOf(activity({ provider: 'OWN_ACTION' }), 'Eva', words)[0]).toBe('Gör Eva själv. Lena Forsman följer upp');
    expect(badgeOf(activity({ provider: 'OWN_ACTION' }), EVA)).toMatchObject({ letters: 'EL', name: 'Eva' });
    expect(badgeOf(activity({ provider: 'OTHER_MEASURE', performer: gunilla }), EVA)).toMatchObject({ letters: 'AL', name: 'Almgården' });
    expect(badgeOf(activity(), EVA).letters).toBe('R');
  });
});
