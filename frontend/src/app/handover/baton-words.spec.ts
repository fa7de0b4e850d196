import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { HANDOVER_EVENTS, HANDOVER_MOVES, HANDOVER_STATES } from '@samspel/shared/handover/handover.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { clockSentence, clockTag, laneDays, nextAct, receiverOf, relayState, truth } from './baton-words.ts';
import { AHMED, clock, FK, handoverRow, staff } from './handovers.testing.ts';
import { historyText } from './history-words.ts';

describe('what is said of a handover', () => {
  let words: Words;
  beforeEach(async () => {
    jest.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z'), doNotFake: ['queueMicrotask'] });
    TestBed.configureTestingModule({ providers: [provideTexts('handover')] });
    words = TestBed.inject(Words);
    await words.need('handover');
  });
  afterEach(() => jest.useRealTimers());

  it('says who has not answered, which day it is, and who answers until then', () => {
    expect(truth(handoverRow(), words)).toBe(
      'Arbetsförmedlingen har inte tagit emot än (dag 3 av 3). Karin Berg ansvarar tills någon där har sagt ja.',
    );
    expect(truth(handoverRow({ scope: 'COORDINATOR_ROLE' }), words)).toContain('Karin Berg samordnar tills någon där har sagt ja.');
  });

  it('names the unit when both are of one organisation', () => {
    const to = { unit: { id: 'fk-2', name: 'Försäkringskassan Norrvik' }, organisation: FK };
    expect(truth(handoverRow({ to }), words)).toMatch(/^Försäkringskassan Norrvik har inte tagit emot än/);
  });

  it('never makes a nominee an owner', () => {
    expect(truth(handoverRow({ state: 'RECEIVED', nominee: AHMED }), words)).toBe(
      'Ahmed Haddad på Arbetsförmedlingen Sjöstad är föreslagen men har inte svarat än (dag 3 av 3). Karin Berg ansvarar tills svaret är ja.',
    );
  });

  it('says first that the owner is lost and who stands in', () => {
    const row = handoverRow({ ownerLost: true, accountable: staff('maria', 'Maria Ståhl', FK) });
    expect(truth(row, words)).toMatch(/^Den som ansvarade kan inte göra det längre\. Maria Ståhl svarar nu för att hitta någon ny\./);
    expect(relayState(row)).toBe('lost');
  });

  it.each(HANDOVER_STATES)('has a whole sentence for %s', (state) => {
    for (const stage of ['OWNER', null] as const) {
      const text = truth(handoverRow({ state, clock: clock({ stage }) }), words);
      expect(text).not.toMatch(/handover\.|\{\{|undefined/);
      expect(text).toMatch(/\.$/);
    }
  });

  it.each([
    [{ day: 0 }, 'Skickad i dag', 'Skickad i dag. Svar senast mån 23 nov.'],
    [{ day: 2 }, 'Dag 2 av 3', 'Dag 2 av 3. Svar senast mån 23 nov.'],
    [{ day: 5, overdue: true }, 'Dag 5, över tiden', 'Dag 5, över tiden. Svaret skulle ha kommit mån 23 nov.'],
    [{ stage: 'FIRST_CONTACT', day: 1, ofDays: 5 }, 'Dag 1 av 5', 'Dag 1 av 5. Första kontakt senast mån 23 nov.'],
    [{ stage: 'ON_HOLD', heldUntil: '2026-12-01' }, 'Pausad', 'Pausad till tis 1 dec. Då går klockan igen av sig själv.'],
    [{ stage: null }, null, null],
  ] as const)('tells the clock %o in words', (over, tag, sentence) => {
    expect(clockTag(clock(over), words)).toBe(tag);
    expect(clockSentence(clock(over), words)).toBe(sentence);
  });

  it('counts a limit at midnight to the working day before, so that Monday 00.00 is Friday', () => {
    expect(clockSentence(clock({ dueAt: '2026-11-29T23:00:00Z', day: 2 }), words)).toBe('Dag 2 av 3. Svar senast fre 27 nov.');
  });

  it('draws the baton with the sender until somebody has said yes', () => {
    const at = (state: (typeof HANDOVER_STATES)[number]) => relayState(handoverRow({ state }));
    expect([at('OFFERED'), at('RECEIVED'), at('NEEDS_INFO'), at('ACCEPTED'), at('DECLINED'), at('STOPPED_BY_PERSON')]).toEqual([
      'offered',
      'received',
      'received',
      'accepted',
      'held',
      'held',
    ]);
    expect(receiverOf(handoverRow(), words)).toEqual({ name: 'Ingen än', note: 'Arbetsförmedlingen Sjöstad', org: null });
    expect(receiverOf(handoverRow({ nominee: AHMED }), words).name).toBe('Ahmed Haddad');
  });

  it('shows at most three days on the lane, the last of them today', () => {
    expect(laneDays(clock({ day: 2 }), words)).toEqual(['dag 1', 'dag 2']);
    expect(laneDays(clock({ day: 6 }), words)).toEqual(['dag 4', 'dag 5', 'dag 6']);
    expect(laneDays(clock({ day: 0 }), words)).toEqual([]);
    expect(laneDays(clock({ stage: 'LOOP' }), words)).toEqual([]);
  });

  it('says what happens by itself only while something will', () => {
    expect(nextAct(clock())).toEqual({ key: 'handover.next.LIMIT', at: '2026-11-23T13:10:00Z' });
    expect(nextAct(clock({ nextTimer: null, nextTimerAt: null }))).toBeNull();
  });

  it.each([...HANDOVER_MOVES, ...HANDOVER_EVENTS])('has a sentence of its own in the history for %s', (act) => {
    expect(historyText({ act, reasonCode: null }, words)).not.toBe('Något ändrades.');
  });

  it('adds why in words, and is honest about what it does not know', () => {
    expect(historyText({ act: 'decline', reasonCode: 'WRONG_UNIT' }, words)).toBe('Tackade nej. Skäl: Fel enhet.');
    expect(historyText({ act: 'brand-new', reasonCode: 'BRAND_NEW' }, words)).toBe('Något ändrades.');
  });
});
