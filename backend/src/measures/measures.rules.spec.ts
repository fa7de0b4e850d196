import { type Journey, linkFigures, percentile } from './measures.rules.ts';

/** Monday 23 November 2026, 09.00 in Sweden. */
const now = new Date('2026-11-23T08:00:00Z');
const day = (text: string): Date => new Date(`${text}T08:00:00Z`);
const journey = (more: Partial<Journey> = {}): Journey => ({
  ...{ beganAt: day('2026-11-09'), receivedAt: null, acceptedAt: null, answeredAt: null, declineCode: null, firstContactAt: null, warm: null },
  ...{ closedAt: null, lostAt: null, repairedAt: null, bounces: 0, lags: null, alertsDuplicated: 0, alertsLost: 0, ...more },
});
/** Accepted on `text` by somebody who met the person at once. */
const accepted = (text: string, more: Partial<Journey> = {}): Journey =>
  journey({ receivedAt: day('2026-11-10'), acceptedAt: day(text), answeredAt: day(text), firstContactAt: day(text), warm: true, ...more });

/** Monday 9 November began all; accepted after 1, 2, 3, 4 and 10 working days. */
const five = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-23'].map((text) => accepted(text));

describe('how a link does', () => {
  it('tells medians and the tail in working days', () => {
    // Of 1, 2, 3, 4 and 10: p75 is the fourth, p90 lies between the last two, 4 + 0.6 × 6.
    expect(linkFigures(five, now).toOwnerDays).toEqual({ p50: 3, p75: 4, p90: 7.6, max: 10, n: 5 });
    expect(linkFigures(five, now).toReceivedHours).toEqual({ p50: 24, p75: 24, p90: 24, max: 24, n: 5 });
  });

  it('tells how many had an owner in time, of those that have had the time', () => {
    expect(linkFigures(five, now).ownedWithin).toEqual({ d1: 0.2, d3: 0.6, d5: 0.8 });
    // One that was sent on Friday has had one working day and not three.
    const young = [...five, journey({ beganAt: day('2026-11-20') })];
    expect(linkFigures(young, now).ownedWithin).toEqual({ d1: 0.167, d3: 0.6, d5: 0.8 });
  });

  it('adds up the hours without an accepted owner by the calendar', () => {
    // 24 + 48 + 72 + 96 + 336 hours.
    expect(linkFigures(five, now).ownerlessPersonHours).toBe(576);
    expect(linkFigures([...five, journey({ beganAt: day('2026-11-20') })], now).ownerlessPersonHours).toBe(576 + 72);
  });

  it('counts what still waits, with the oldest', () => {
    const figures = linkFigures([...five, journey(), journey({ beganAt: day('2026-11-18') })], now);
    expect(figures).toMatchObject({ n: 7, offered: 7, closed: 5, open: { n: 2, oldestDays: 10 } });
  });

  it('tells closed loops of those accepted, and warm ones of the first contacts', () => {
    const mixed = [accepted('2026-11-10', { closedAt: now }), accepted('2026-11-10', { warm: false }), ...five.slice(0, 3)];
    expect(linkFigures(mixed, now)).toMatchObject({ closedLoopShare: 0.2, warmShare: 0.8 });
  });

  it('counts declines by reason and leaves the rare ones open', () => {
    const declined = (declineCode: Journey['declineCode']): Journey => journey({ answeredAt: now, declineCode });
    const many = [...Array.from({ length: 5 }, () => declined('NO_CAPACITY')), declined('WRONG_UNIT')];
    expect(linkFigures(many, now).declines).toEqual([{ code: 'WRONG_UNIT', n: null }, { code: 'NO_CAPACITY', n: 5 }]); // prettier-ignore
  });

  it('tells how often a baton came back, one figure for each baton', () => {
    const batons = [0, 0, 1, 3, 0, null, null].map((bounces) => journey({ bounces }));
    expect(linkFigures(batons, now).bounces).toEqual({ max: 3, mean: 0.8 });
  });

  it('tells how long a lost owner took to mend, and how late alerts were', () => {
    const lost = five.map((each) => ({
      ...each,
      lostAt: day('2026-11-09'),
      repairedAt: each.acceptedAt,
      lags: [0.2, 1.4],
      alertsLost: 1,
      alertsDuplicated: 0,
    }));
    expect(linkFigures(lost, now)).toMatchObject({
      ownerLostRepairDays: 3,
      alertLagSeconds: { p50: 0.8, max: 1.4 },
      alertsLost: 5,
      alertsDuplicated: 0,
    });
  });

  it('leaves out everything but the number when there are fewer than five', () => {
    expect(linkFigures(five.slice(0, 4), now)).toEqual({
      ...{ n: 4, offered: 4, closed: null, open: null, toReceivedHours: null, toOwnerDays: null, ownedWithin: { d1: null, d3: null, d5: null } },
      ...{ ownerlessPersonHours: null, closedLoopShare: null, declines: [], bounces: null, warmShare: null, ownerLostRepairDays: null },
      ...{ alertLagSeconds: null, alertsLost: 0, alertsDuplicated: 0 },
    });
  });

  it.each([
    [[7], 0.9, 7],
    [[1, 3], 0.5, 2],
    [[1, 2, 3, 4], 0.75, 3.25],
  ])('percentile of %j at %d is %d', (values, p, expected) => expect(percentile(values, p)).toBe(expected));
});
