import { clockReading, type StoredClock } from './handover.clock-view.ts';

const local = (moment: string): string =>
  new Date(Temporal.PlainDateTime.from(moment).toZonedDateTime('Europe/Stockholm').epochMilliseconds).toISOString();
const at = (moment: string): Date => new Date(local(moment));
const clock = (change: Partial<StoredClock>): StoredClock => ({
  ...{ state: 'OFFERED', ownerLost: false, heldFrom: null, heldUntil: null, heldAt: null, heldSeconds: 0, epoch: 1, fired: [] },
  ...{ offeredAt: null, receiptDueAt: null, ownerDueAt: null, acceptedAt: null, firstContactAt: null, firstContactDueAt: null, loopDueAt: null },
  ...{ endedAt: null, closeAt: null, closedAt: null, nextTimer: null, nextTimerAt: null, stageStartedAt: null, stalledFrom: null },
  ...change,
});
const said = (stored: StoredClock, now: string): string => {
  const { stage, day, ofDays, overdue, heldDays } = clockReading(stored, at(now));
  return `${stage} ${day}/${ofDays}${overdue ? ' over' : ''}${heldDays ? ` held ${heldDays}` : ''}`;
};

describe('the clock as a reader is told it', () => {
  // Sent Monday at 09.40, due Thursday at the same time.
  const offered = clock({ offeredAt: local('2026-11-23T09:40'), ownerDueAt: local('2026-11-26T09:40') });
  it.each([
    ['2026-11-23T09:41', 'OWNER 0/3'],
    ['2026-11-25T23:59', 'OWNER 2/3'],
    ['2026-11-26T00:00', 'OWNER 3/3'],
    ['2026-11-26T09:40', 'OWNER 3/3 over'],
    // The weekend adds none.
    ['2026-11-29T12:00', 'OWNER 4/3 over'],
    ['2026-11-30T08:00', 'OWNER 5/3 over'],
  ])('at %s: %s', (now, expected) => expect(said(offered, now)).toBe(expected));

  it('counts no summer time, no Easter and no midsummer eve as a day', () => {
    // Friday 26 March 2027 is Good Friday, the clock moves on the 28th and the 29th is Easter Monday.
    expect(said(clock({ offeredAt: local('2027-03-25T10:00'), ownerDueAt: local('2027-04-01T10:00') }), '2027-03-31T10:00')).toBe('OWNER 2/3');
    expect(said(clock({ offeredAt: local('2027-06-24T10:00'), ownerDueAt: local('2027-06-30T10:00') }), '2027-06-28T10:00')).toBe('OWNER 1/3');
  });

  const accepted = {
    state: 'ACCEPTED',
    acceptedAt: local('2026-11-23T10:00'),
    firstContactDueAt: local('2026-11-30T10:00'),
    loopDueAt: local('2027-01-11T10:00'),
  } as const;
  it('goes on to the first contact, the loop and the closing', () => {
    expect(said(clock(accepted), '2026-11-24T10:00')).toBe('FIRST_CONTACT 1/5');
    const contacted = { ...accepted, firstContactAt: local('2026-11-26T10:00') };
    // Counted from acceptance, as the link's thirty days are; five days between are free ones of the calendar.
    expect(said(clock({ ...contacted, state: 'IN_PROGRESS' }), '2026-11-26T10:00')).toBe('LOOP 3/30');
    const completed = { ...contacted, state: 'COMPLETED', endedAt: local('2026-12-01T10:00'), closeAt: local('2027-01-11T10:00') } as const;
    expect(said(clock(completed), '2026-12-02T10:00')).toBe('CLOSING 1/24');
    expect(said(clock({ ...completed, closedAt: local('2026-12-02T10:00') }), '2026-12-02T10:00')).toBe('null 0/0');
  });

  it('says how long it has been on hold, this time and before', () => {
    const held = {
      ...accepted,
      state: 'ON_HOLD',
      heldFrom: 'ACCEPTED',
      heldAt: local('2026-11-24T10:00'),
      heldUntil: '2026-12-01',
      heldSeconds: 86_400,
    } as const;
    expect(said(clock(held), '2026-11-26T10:00')).toBe('ON_HOLD 2/5 held 3');
  });

  it('has nothing to say of what ended without an owner', () => {
    expect(said(clock({ ...offered, state: 'DECLINED' }), '2026-11-25T10:00')).toBe('null 0/0');
  });
});
