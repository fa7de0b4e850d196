import { ACTIVITY_MOVES, ACTIVITY_STATES } from '@samspel/shared/plan/plan.ts';
import { moved } from './activity.rules.ts';

/** Read from the product's machine, not from the code: `state move → state`; every pair that is not here must be refused. */
const ARROWS = `
  REQUESTED accept → PLANNED       REQUESTED refuse → DECLINED      REQUESTED take-back → PLANNED    REQUESTED cancel → CANCELLED
  DECLINED ask → REQUESTED         DECLINED take-back → PLANNED     DECLINED cancel → CANCELLED
  PLANNED ask → REQUESTED          PLANNED start → IN_PROGRESS      PLANNED complete → COMPLETED
  PLANNED block → BLOCKED          PLANNED cancel → CANCELLED
  IN_PROGRESS complete → COMPLETED IN_PROGRESS block → BLOCKED      IN_PROGRESS cancel → CANCELLED
  BLOCKED unblock → PLANNED        BLOCKED complete → COMPLETED     BLOCKED cancel → CANCELLED
  COMPLETED reopen → PLANNED
  CANCELLED reopen → PLANNED
`;
const expected = new Map([...ARROWS.matchAll(/(\w+) ([\w-]+) → (\w+)/g)].map(([, from, move, to]) => [`${from} ${move}`, to]));

describe('the machine of an activity', () => {
  const pairs = ACTIVITY_STATES.flatMap((state) => ACTIVITY_MOVES.map((move) => [state, move] as const));

  it('has a table to be held against', () => {
    expect(expected.size).toBe(20);
    expect(pairs).toHaveLength(70);
  });

  it.each(pairs)('%s, %s', (state, move) => {
    expect(moved({ state, started: false }, move)).toBe(expected.get(`${state} ${move}`) ?? null);
  });

  it('goes back to where it stood when work had begun', () => {
    expect(moved({ state: 'BLOCKED', started: true }, 'unblock')).toBe('IN_PROGRESS');
    expect(moved({ state: 'COMPLETED', started: true }, 'reopen')).toBe('IN_PROGRESS');
    expect(moved({ state: 'CANCELLED', started: true }, 'reopen')).toBe('PLANNED');
  });
});
