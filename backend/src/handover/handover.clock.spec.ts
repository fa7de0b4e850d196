import { type ClockFacts, closesAt, dueWhenAccepted, dueWhenOffered, ladderOf, timing } from './handover.clock.ts';

const LIMITS = { receiptDays: 1, ownerDays: 3, firstContactDays: 5, loopDays: 30 };
const at = (local: string): Date => new Date(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds);

const facts = (change: Partial<ClockFacts>): ClockFacts => ({
  state: 'OFFERED',
  ownerLost: false,
  heldFrom: null,
  heldUntil: null,
  heldSeconds: 0,
  offeredAt: null,
  receiptDueAt: null,
  ownerDueAt: null,
  acceptedAt: null,
  firstContactAt: null,
  firstContactDueAt: null,
  loopDueAt: null,
  closeAt: null,
  closedAt: null,
  epoch: 1,
  fired: [],
  ...change,
});
const offered = (from: string, change: Partial<ClockFacts> = {}): ClockFacts => {
  const offeredAt = at(from);
  return facts({ offeredAt, ...dueWhenOffered(offeredAt, LIMITS, null), ...change });
};
const accepted = (from: string, change: Partial<ClockFacts> = {}): ClockFacts => {
  const acceptedAt = at(from);
  return facts({ state: 'ACCEPTED', epoch: 2, acceptedAt, ...dueWhenAccepted(acceptedAt, LIMITS), ...change });
};

describe('the clock of a handover', () => {
  it('climbs the ladder of a Wednesday offer as written in a calendar', () => {
    expect(ladderOf(offered('2026-11-18T10:00'))).toEqual([
      { rung: 'RECEIPT', at: at('2026-11-19T10:00') },
      { rung: 'HALF_TIME', at: at('2026-11-19T22:00') },
      { rung: 'LIMIT', at: at('2026-11-23T10:00') },
      { rung: 'SUPERVISOR', at: at('2026-11-24T10:00') },
      { rung: 'BOTH_SUPERVISORS', at: at('2026-11-26T10:00') },
      { rung: 'JOINT_REVIEW', at: at('2026-11-30T10:00') },
    ]);
  });

  it.each([
    ['2027-03-24T09:00', '2027-03-31T09:00', 'over Easter and the clock moved forward'],
    ['2026-10-22T09:00', '2026-10-27T09:00', 'over the clock moved back'],
    ['2026-12-22T15:00', '2026-12-29T15:00', 'over Christmas'],
  ])('an offer of %s wants an owner by %s (%s)', (from, due) => {
    expect(offered(from).ownerDueAt).toEqual(at(due));
  });

  it('is shortened by an earlier latest answer day, and not lengthened by a later one', () => {
    const from = at('2026-11-18T10:00');
    expect(dueWhenOffered(from, LIMITS, '2026-11-19').ownerDueAt).toEqual(at('2026-11-20T00:00'));
    expect(dueWhenOffered(from, LIMITS, '2026-11-18').receiptDueAt).toEqual(at('2026-11-19T00:00'));
    expect(dueWhenOffered(from, LIMITS, '2026-12-10').ownerDueAt).toEqual(at('2026-11-23T10:00'));
    // An offer sent on from an earlier day must not be late before it has begun.
    expect(dueWhenOffered(from, LIMITS, '2026-11-16').ownerDueAt).toEqual(at('2026-11-23T10:00'));
  });

  it('goes on under a question, with one rung less: nothing is left to receive', () => {
    const asked = offered('2026-11-18T10:00', { state: 'NEEDS_INFO', fired: ['RECEIPT', 'HALF_TIME'] });
    expect(timing(asked)).toMatchObject({ epoch: 1, nextTimer: 'LIMIT', nextTimerAt: at('2026-11-23T10:00'), fired: ['RECEIPT', 'HALF_TIME'] });
    expect(ladderOf(asked).map(({ rung }) => rung)).not.toContain('RECEIPT');
  });

  it('starts a new stage at acceptance, with nothing climbed', () => {
    const time = timing(accepted('2026-11-20T14:00', { epoch: 1, fired: ['RECEIPT', 'HALF_TIME', 'LIMIT'] }));
    expect(time).toMatchObject({ epoch: 2, fired: [], nextTimer: 'HALF_TIME', stageStartedAt: at('2026-11-20T14:00') });
    expect(accepted('2026-11-20T14:00').firstContactDueAt).toEqual(at('2026-11-27T14:00'));
    expect(accepted('2026-11-20T14:00').loopDueAt).toEqual(at('2027-01-08T14:00'));
  });

  it('counts the loop from the first contact on', () => {
    const time = timing(accepted('2026-11-20T14:00', { state: 'IN_PROGRESS', firstContactAt: at('2026-11-23T09:00'), epoch: 2 }));
    expect(time).toMatchObject({ epoch: 3, nextTimer: 'HALF_TIME', stalledFrom: at('2027-01-08T14:00') });
  });

  it('stands still on hold, wakes when the day begins, and goes on where it was', () => {
    const held = accepted('2026-11-20T14:00', { state: 'ON_HOLD', heldFrom: 'ACCEPTED', heldUntil: '2026-12-01', fired: ['HALF_TIME'] });
    expect(timing(held)).toMatchObject({ epoch: 2, fired: ['HALF_TIME'], nextTimer: 'WAKE', nextTimerAt: at('2026-12-01T00:00'), stalledFrom: null });
    expect(ladderOf(held)).toEqual([]);
    const heldSeconds = 2 * 86_400;
    const due = dueWhenAccepted(at('2026-11-20T14:00'), LIMITS, heldSeconds);
    expect(due.firstContactDueAt).toEqual(at('2026-12-01T14:00'));
    // Two and a half of five days that count, and two that did not.
    expect(timing(accepted('2026-11-20T14:00', { ...due, heldSeconds }))).toMatchObject({
      nextTimer: 'HALF_TIME',
      nextTimerAt: at('2026-11-27T02:00'),
    });
  });

  it('closes by itself at the limit of the loop, never before the sender could have seen it', () => {
    const loopDueAt = at('2027-01-11T14:00');
    expect(closesAt(at('2026-12-01T10:00'), loopDueAt, LIMITS)).toEqual(loopDueAt);
    expect(closesAt(at('2027-01-11T13:00'), loopDueAt, LIMITS)).toEqual(at('2027-01-12T13:00'));
    const done = accepted('2026-11-20T14:00', { state: 'COMPLETED', closeAt: loopDueAt });
    expect(timing(done)).toMatchObject({ epoch: 4, nextTimer: 'CLOSE', nextTimerAt: loopDueAt, stalledFrom: null });
  });

  it('has nothing more to do when every rung is climbed, and when it is closed', () => {
    const all = ['RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW'];
    expect(timing(offered('2026-11-18T10:00', { fired: all }))).toMatchObject({ nextTimer: null, nextTimerAt: null });
    expect(timing(offered('2026-11-18T10:00', { state: 'REVOKED', closedAt: new Date() }))).toMatchObject({ nextTimer: null, stalledFrom: null });
    for (const state of ['DECLINED', 'REVOKED', 'STOPPED_BY_PERSON'] as const)
      expect(timing(offered('2026-11-18T10:00', { state }))).toMatchObject({ nextTimer: null, stalledFrom: null });
  });

  it('shows supervisors a lost owner at once, an unreceived offer at its limit, a silent owner half-way', () => {
    expect(timing(offered('2026-11-18T10:00')).stalledFrom).toEqual(at('2026-11-19T10:00'));
    expect(timing(offered('2026-11-18T10:00', { ownerLost: true })).stalledFrom).toEqual(at('2026-11-18T10:00'));
    expect(timing(accepted('2026-11-20T14:00')).stalledFrom).toEqual(at('2026-11-25T02:00'));
  });
});
