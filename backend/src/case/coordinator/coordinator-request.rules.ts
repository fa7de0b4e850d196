import type { CoordinatorRequestState } from '@samspel/shared/case/coordinator-request.ts';

export type CoordinatorAct = 'accept' | 'refuse' | 'withdraw';

/** Where each answer leads; a question that has been answered is not answered again. */
const OUTCOME = { accept: 'ACCEPTED', refuse: 'DECLINED', withdraw: 'WITHDRAWN' } as const satisfies Record<CoordinatorAct, CoordinatorRequestState>;

/** `repeat`: this very answer already stands. `undefined`: another one does. */
export function answer(state: CoordinatorRequestState, act: CoordinatorAct): CoordinatorRequestState | 'repeat' | undefined {
  if (state === OUTCOME[act]) return 'repeat';
  return state === 'PENDING' ? OUTCOME[act] : undefined;
}
