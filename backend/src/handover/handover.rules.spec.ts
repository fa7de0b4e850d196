import { HANDOVER_MOVES, HANDOVER_STATES, type HandoverState } from '@samspel/shared/handover/handover.ts';
import { courtOf, isWarm, moved } from './handover.rules.ts';

/** Read from the product's machine, not from the code: `state move → state`; every pair that is not here must be refused. */
const ARROWS = `
  DRAFT offer → OFFERED                      DRAFT revoke → REVOKED                    DRAFT stop → STOPPED_BY_PERSON
  OFFERED receive → RECEIVED                 OFFERED nominate → RECEIVED               OFFERED accept → ACCEPTED
  OFFERED decline → DECLINED                 OFFERED ask → NEEDS_INFO                  OFFERED revoke → REVOKED
  OFFERED stop → STOPPED_BY_PERSON
  RECEIVED nominate → RECEIVED               RECEIVED accept → ACCEPTED                RECEIVED decline → DECLINED
  RECEIVED ask → NEEDS_INFO                  RECEIVED revoke → REVOKED                 RECEIVED stop → STOPPED_BY_PERSON
  NEEDS_INFO answer → RECEIVED               NEEDS_INFO nominate → NEEDS_INFO          NEEDS_INFO accept → ACCEPTED
  NEEDS_INFO decline → DECLINED              NEEDS_INFO revoke → REVOKED               NEEDS_INFO stop → STOPPED_BY_PERSON
  ACCEPTED record-first-contact → IN_PROGRESS  ACCEPTED hold → ON_HOLD                 ACCEPTED fail → FAILED
  ACCEPTED hand-on → COMPLETED               ACCEPTED hand-back → FAILED
  IN_PROGRESS hold → ON_HOLD                 IN_PROGRESS complete → COMPLETED          IN_PROGRESS fail → FAILED
  IN_PROGRESS hand-on → COMPLETED            IN_PROGRESS hand-back → FAILED
  ON_HOLD hand-on → COMPLETED                ON_HOLD hand-back → FAILED
  COMPLETED acknowledge → COMPLETED          COMPLETED close → COMPLETED
  FAILED acknowledge → FAILED                FAILED close → FAILED
`;
const expected = new Map([...ARROWS.matchAll(/(\w+) ([\w-]+) → (\w+)/g)].map(([, from, move, to]) => [`${from} ${move}`, to]));

describe('the machine of a handover', () => {
  const pairs = HANDOVER_STATES.flatMap((state) => HANDOVER_MOVES.filter((move) => move !== 'resume').map((move) => [state, move] as const));

  it('has a table to be held against', () => {
    expect(expected.size).toBe(38);
  });

  it.each(pairs)('%s, %s', (state, move) => {
    expect(moved({ state }, move)).toBe(expected.get(`${state} ${move}`) ?? null);
  });

  it.each(HANDOVER_STATES)('wakes to where it was before the hold, and to nothing else (%s)', (state) => {
    for (const heldFrom of ['ACCEPTED', 'IN_PROGRESS'] as const)
      expect(moved({ state, heldFrom }, 'resume')).toBe(state === 'ON_HOLD' ? heldFrom : null);
  });

  it('moves nowhere once it is closed', () => {
    const closedAt = new Date();
    for (const [state, move] of pairs) expect(moved({ state, closedAt }, move)).toBeNull();
  });

  it('always knows whose turn it is', () => {
    const courts: Record<HandoverState, string> = {
      DRAFT: 'SENDER',
      OFFERED: 'RECEIVER',
      RECEIVED: 'RECEIVER',
      NEEDS_INFO: 'SENDER',
      ACCEPTED: 'RECEIVER',
      IN_PROGRESS: 'RECEIVER',
      ON_HOLD: 'RECEIVER',
      COMPLETED: 'SENDER',
      FAILED: 'SENDER',
      DECLINED: 'NOBODY',
      REVOKED: 'NOBODY',
      STOPPED_BY_PERSON: 'NOBODY',
    };
    for (const state of HANDOVER_STATES) {
      expect([state, courtOf({ state })]).toEqual([state, courts[state]]);
      expect(courtOf({ state, closedAt: new Date() })).toBe('NOBODY');
    }
  });

  it.each([
    [['SENDER', 'PERSON'], true],
    [['PERSON'], false],
    [['SENDER'], false],
    [[], false],
  ])('calls a first contact with %j warm: %j', (present, warm) => {
    expect(isWarm(present)).toBe(warm);
  });
});
