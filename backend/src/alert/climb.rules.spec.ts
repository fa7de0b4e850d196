import { dueWhenAccepted, dueWhenOffered } from '../handover/handover.clock.ts';
import { climb, type Timed } from './climb.rules.ts';

const at = (local: string): Date => new Date(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds);
const limits = { receiptDays: 1, ownerDays: 3, firstContactDays: 5, loopDays: 30 };
const since = at('2026-11-25T10:00');
const nothing = { heldFrom: null, heldUntil: null, heldAt: null, heldSeconds: 0, acceptedAt: null, firstContactAt: null, firstContactDueAt: null, loopDueAt: null, closeAt: null, closedAt: null }; // prettier-ignore
const offered: Timed = {
  ...nothing,
  limits,
  state: 'OFFERED',
  ownerLost: false,
  offeredAt: since,
  ...dueWhenOffered(since, limits, null),
  epoch: 1,
  fired: [],
};
const accepted: Timed = { ...offered, state: 'ACCEPTED', acceptedAt: since, ...dueWhenAccepted(since, limits), epoch: 2 };

describe('climbing what is due', () => {
  it('nothing is due before its time, not by a millisecond', () => {
    const due = at('2026-11-26T10:00');
    expect(climb(offered, new Date(due.getTime() - 1))).toMatchObject({ reached: [], moves: [], time: { nextTimer: 'RECEIPT', nextTimerAt: due } });
    expect(climb(offered, due).reached).toEqual([{ rung: 'RECEIPT', epoch: 1, dueAt: due }]);
  });

  it('what has been climbed is not climbed again, however often one looks', () => {
    const { row, reached } = climb(offered, at('2026-12-01T10:00'));
    expect(reached.map(({ rung }) => rung)).toEqual(['RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR']);
    expect(climb(row, at('2026-12-01T10:00')).reached).toEqual([]);
    expect(climb(row, at('2027-12-01T10:00'))).toMatchObject({ reached: [{ rung: 'BOTH_SUPERVISORS' }, { rung: 'JOINT_REVIEW' }], time: { nextTimer: null } });
  }); // prettier-ignore

  it('in many looks or in one, the same is climbed at the same due times', () => {
    const whole = climb(offered, at('2026-12-31T10:00')).reached;
    const steps: typeof whole = [];
    let row = offered;
    for (let hour = since; hour <= at('2026-12-31T10:00'); hour = new Date(hour.getTime() + 3_600_000)) {
      const next = climb(row, hour);
      steps.push(...next.reached);
      row = next.row;
    }
    expect(steps).toEqual(whole);
  });

  it('an earlier answer day brings limit and receipt forward together', () => {
    const asked = { ...offered, ...dueWhenOffered(since, limits, '2026-11-25') };
    expect(climb(asked, at('2026-11-26T00:00')).reached.map(({ rung }) => rung)).toEqual(['HALF_TIME', 'RECEIPT', 'LIMIT']);
  });

  it('a hold wakes when its day begins and moves what is left by the working time it took', () => {
    const held: Timed = { ...accepted, state: 'ON_HOLD', heldFrom: 'ACCEPTED', heldAt: at('2026-11-26T10:00'), heldUntil: '2026-11-30' };
    expect(climb(held, at('2026-11-29T23:59')).moves).toEqual([]);
    const { moves, row } = climb(held, at('2026-11-30T00:00'));
    expect(moves).toEqual([{ act: 'resume', at: at('2026-11-30T00:00'), fromState: 'ON_HOLD', toState: 'ACCEPTED', court: 'RECEIVER' }]);
    // Thursday 10.00 to Monday 00.00 holds fourteen hours of Thursday and all of Friday.
    expect(row).toMatchObject({ state: 'ACCEPTED', heldFrom: null, heldAt: null, heldUntil: null, heldSeconds: 38 * 3_600, firstContactDueAt: at('2026-12-04T00:00') });
  }); // prettier-ignore

  it('a finished one closes when it is due, and has nothing more to wait for', () => {
    const closeAt = at('2026-12-10T10:00');
    const over: Timed = { ...accepted, state: 'FAILED', closeAt, epoch: 4 };
    expect(climb(over, at('2027-02-01T10:00'))).toMatchObject({ reached: [], moves: [{ act: 'close', at: closeAt, toState: 'FAILED', court: 'NOBODY' }], row: { closedAt: closeAt }, time: { nextTimer: null } }); // prettier-ignore
  });
});
