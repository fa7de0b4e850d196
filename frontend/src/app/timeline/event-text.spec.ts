import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { type TimelineItemView } from '@samspel/shared/api.ts';
import { TIMELINE_KINDS } from '@samspel/shared/timeline/timeline.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { eventText } from './event-text.ts';

const PARAMS = {
  name: 'Ahmed Haddad',
  role: 'Arbetsförmedlare',
  organisation: 'AF',
  to: 'AF',
  category: 'WORK',
  level: 'JOINT_ACTION',
  mandate: 'MAY_DECIDE',
  reason: 'MOVED',
  answer: 'INVITED',
  due: '2026-11-26',
  validTo: '2027-03-31',
  language: 'ar',
  scope: 'COORDINATOR_ROLE',
  toUnit: 'Arbetsförmedlingen Sjöstad',
  toOrganisation: 'Arbetsförmedlingen',
  fromOrganisation: 'Försäkringskassan',
  code: 'NO_CAPACITY',
  until: '2026-11-26',
  warm: 'true',
  kind: 'CALL_ME',
  type: 'SIP',
  status: 'IMPROVING',
  stance: 'AGREES_WITH_DISSENT',
  number: '3',
  value: '6',
};

const item = (over: Partial<TimelineItemView>): TimelineItemView => ({ kind: 'told', params: {}, text: null, ...over }) as TimelineItemView;

describe('what an event says', () => {
  let words: Words;
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z') });
    TestBed.configureTestingModule({ providers: [provideTexts('timeline')] });
    words = TestBed.inject(Words);
  });
  afterEach(() => jest.useRealTimers());

  it.each(TIMELINE_KINDS.filter((kind) => kind !== 'told'))('has a whole sentence for %s', (kind) => {
    const text = eventText(item({ kind, params: PARAMS, text: 'Ring Gunilla.' }), words);
    expect(text).not.toContain('timeline.');
    expect(text).not.toMatch(
      /[{}]|WORK|MOVED|JOINT_ACTION|MAY_DECIDE|INVITED|COORDINATOR_ROLE|NO_CAPACITY|true|2026-11-26|CALL_ME|SIP|IMPROVING|AGREES/,
    );
  });

  it('does not make a wish that was told to staff the wish of staff', () => {
    expect(eventText(item({ kind: 'person.asked', params: { kind: 'CALL_ME' } }), words)).toBe('Vill ha ett samtal.');
    expect(eventText(item({ kind: 'person.asked', params: { kind: 'CALL_ME', form: 'PHONE' } }), words)).toBe('Skrev in en önskan om ett samtal.');
  });

  it('says why it has come to a stop, and how an organisation stands behind the plan', () => {
    expect(eventText(item({ kind: 'person.stopped', params: { kind: 'STOP', reason: 'NO_ANSWER' } }), words)).toBe(
      'Sa att det har stannat. Skäl: ingen svarar.',
    );
    expect(eventText(item({ kind: 'plan.agreed', params: { number: '3', stance: 'AGREES_WITH_DISSENT' } }), words)).toBe(
      'Står bakom version 3 av planen. Med avvikande mening.',
    );
  });

  it('leaves what somebody told in their own words', () => {
    expect(eventText(item({ text: 'Eva provade två timmar.' }), words)).toBe('Eva provade två timmar.');
  });

  it('names a day only when there is one', () => {
    expect(eventText(item({ kind: 'case.next-step-set', text: 'Ring.' }), words)).toBe('Satte nästa steg: Ring.');
    expect(eventText(item({ kind: 'case.next-step-set', text: 'Ring.', params: { due: '2026-11-26' } }), words)).toBe(
      'Satte nästa steg: Ring. Klart senast tors 26 nov.',
    );
  });

  it('says whether a handover was warm, and why one was declined', () => {
    expect(eventText(item({ kind: 'handover.first-contact', params: { warm: 'false' } }), words)).toBe(
      'Hade den första kontakten efter överlämningen. Alla tre var inte med.',
    );
    const params = { scope: 'CASE_OWNERSHIP', toUnit: 'Arbetsförmedlingen Sjöstad', code: 'WRONG_UNIT' };
    expect(eventText(item({ kind: 'handover.declined', params }), words)).toBe(
      'Arbetsförmedlingen Sjöstad tackade nej till att ta över ansvaret för ärendet: fel enhet.',
    );
  });
});
