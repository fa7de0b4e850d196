import { COORDINATOR_REQUEST_STATES, type CoordinatorRequestState } from '@samspel/shared/case/coordinator-request.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { CaseFacts } from '../case-facts.ts';
import { mayAccept, mayRefuse, mayWithdraw } from './coordinator-request.policy.ts';
import { answer, type CoordinatorAct } from './coordinator-request.rules.ts';

/** Every state × act; undefined = somebody else was first. */
const TABLE: Record<CoordinatorRequestState, Record<CoordinatorAct, CoordinatorRequestState | 'repeat' | undefined>> = {
  PENDING: { accept: 'ACCEPTED', refuse: 'DECLINED', withdraw: 'WITHDRAWN' },
  ACCEPTED: { accept: 'repeat', refuse: undefined, withdraw: undefined },
  DECLINED: { accept: undefined, refuse: 'repeat', withdraw: undefined },
  WITHDRAWN: { accept: undefined, refuse: undefined, withdraw: 'repeat' },
};

describe('the question who coordinates', () => {
  it.each(COORDINATOR_REQUEST_STATES.flatMap((state) => (['accept', 'refuse', 'withdraw'] as const).map((act) => [state, act] as const)))(
    '%s, %s',
    (state, act) => {
      expect(answer(state, act)).toBe(TABLE[state][act]);
    },
  );

  const request = { askedId: 'asked', askedById: 'asker' };
  const facts = { ownerId: 'owner', status: 'OPEN', covered: true } as CaseFacts;
  const may = (id: string) => {
    const actor = { id } as StaffActor;
    return [mayAccept(actor, facts, request), mayRefuse(actor, request), mayWithdraw(actor, facts, request)].map(({ allowed }) => allowed);
  };

  it.each([
    ['asked', [true, true, false]],
    ['asker', [false, false, true]],
    ['owner', [false, false, true]],
    ['member', [false, false, false]],
  ])('%s may accept, refuse, withdraw: %j', (id, expected) => {
    expect(may(id)).toEqual(expected);
  });

  it('cannot be answered with yes without consent, but with no', () => {
    const actor = { id: 'asked' } as StaffActor;
    expect(mayAccept(actor, { ...facts, covered: false }, request)).toEqual({ allowed: false, because: 'consent_missing' });
    expect(mayRefuse(actor, request).allowed).toBe(true);
  });
});
