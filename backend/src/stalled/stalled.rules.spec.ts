import { HANDOVER_STATES } from '@samspel/shared/handover/handover.ts';
import type { ClockFacts } from '../handover/handover.clock.ts';
import { workingDaysSince } from '../platform/clock/working-time.ts';
import { begunBefore, isWaitedFor, latestPause, nudgedRecently, stallKind, stepsOf } from './stalled.rules.ts';

const at = (text: string): Date => new Date(text);

describe('what stands on the board', () => {
  it.each([
    ['OFFERED', false, 'NOT_ACCEPTED'],
    ['RECEIVED', false, 'NOT_ACCEPTED'],
    ['NEEDS_INFO', false, 'NOT_ACCEPTED'],
    ['OFFERED', true, 'NO_OWNER'],
    ['ACCEPTED', false, 'SILENT'],
    ['IN_PROGRESS', false, 'OPEN_LOOP'],
  ] as const)('%s, owner lost %s: %s', (state, lost, kind) => expect(stallKind(state, lost)).toBe(kind));

  it('waits for somebody until the work has begun and ended, and not while it rests', () => {
    expect(HANDOVER_STATES.filter(isWaitedFor)).toEqual(['OFFERED', 'RECEIVED', 'NEEDS_INFO', 'ACCEPTED', 'IN_PROGRESS']);
  });
});

describe('days', () => {
  it.each([
    // Monday: one working day back is Friday, so what began on Friday has stood one day; the whole Friday counts.
    ['2026-11-23', 0, '2026-11-23T23:00:00.000Z'],
    ['2026-11-23', 1, '2026-11-20T23:00:00.000Z'],
    ['2026-11-23', 3, '2026-11-18T23:00:00.000Z'],
    // Sunday counts as the Friday before it.
    ['2026-11-22', 1, '2026-11-19T23:00:00.000Z'],
    // Over Christmas: 28 December is the working day after 23 December.
    ['2026-12-28', 1, '2026-12-23T23:00:00.000Z'],
    // In summer time midnight is two hours before UTC's.
    ['2026-06-22', 1, '2026-06-18T22:00:00.000Z'],
  ])('on %s at least %i working days means begun before %s', (today, days, expected) =>
    expect(begunBefore(today, days).toISOString()).toBe(expected),
  );

  it('are counted as the rows count them, to the minute', () => {
    for (const days of [1, 2, 3, 5, 20]) {
      const edge = begunBefore('2026-11-24', days).getTime();
      const now = at('2026-11-24T08:00:00Z');
      expect(workingDaysSince(new Date(edge - 1), now)).toBe(days);
      expect(workingDaysSince(new Date(edge), now)).toBe(days - 1);
    }
  });

  it.each([
    ['2026-11-23', '2026-12-07'],
    ['2026-12-18', '2027-01-08'],
  ])('a pause from %s lasts to %s at the most', (today, last) => expect(latestPause(today)).toBe(last));
});

describe('a nudge', () => {
  it.each([
    [null, false],
    ['2026-11-23T04:00:00Z', false],
    ['2026-11-23T04:00:01Z', true],
    ['2026-11-23T08:00:00Z', true],
  ])('last %s: too soon %s', (last, expected) => expect(nudgedRecently(last ? at(last) : null, at('2026-11-23T08:00:00Z'))).toBe(expected));
});

it('the ladder says what has been climbed', () => {
  const offeredAt = at('2026-11-18T08:00:00Z');
  const facts: ClockFacts = {
    ...{
      state: 'OFFERED' as const,
      ownerLost: false,
      heldFrom: null,
      heldUntil: null,
      heldSeconds: 0,
      offeredAt,
      epoch: 1,
      fired: ['RECEIPT', 'HALF_TIME'],
    },
    ...{ receiptDueAt: at('2026-11-19T08:00:00Z'), ownerDueAt: at('2026-11-23T08:00:00Z'), acceptedAt: null, firstContactAt: null },
    ...{ firstContactDueAt: null, loopDueAt: null, closeAt: null, closedAt: null },
  };
  expect(stepsOf(facts).map(({ rung, at: when, done }) => [rung, when.toISOString(), done])).toEqual([
    ['RECEIPT', '2026-11-19T08:00:00.000Z', true],
    ['HALF_TIME', '2026-11-19T20:00:00.000Z', true],
    ['LIMIT', '2026-11-23T08:00:00.000Z', false],
    ['SUPERVISOR', '2026-11-24T08:00:00.000Z', false],
    ['BOTH_SUPERVISORS', '2026-11-26T08:00:00.000Z', false],
    ['JOINT_REVIEW', '2026-11-30T08:00:00.000Z', false],
  ]);
});
