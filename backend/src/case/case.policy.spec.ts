import type { StaffActor } from '../access/actor.ts';
import type { Decision } from '../access/gate.ts';
import type { CaseFacts } from './case-facts.ts';
import { mayAskCoordinator, mayChangeLanguage, mayClose, mayLead, mayShowIdentifier, partIn } from './case.policy.ts';

const facts: CaseFacts = {
  id: 'case',
  reference: 'S-0001',
  personId: 'person',
  status: 'OPEN',
  version: 1,
  ownerId: 'owner',
  coordinatorId: 'coordinator',
  participationId: 'participation',
  relation: 'PARTICIPANT',
  covered: true,
};
const actor = (id: string) => ({ id }) as StaffActor;
const verdict = (decision: Decision): string => (decision.allowed ? 'yes' : decision.because);

describe('what somebody is in a case', () => {
  it.each([
    ['owner', 'OWNER'],
    ['coordinator', 'COORDINATOR'],
    ['member', 'PARTICIPANT'],
  ])('%s is %s', (id, part) => {
    expect(partIn(facts, id)).toBe(part);
  });

  it('is both when the coordinator role was never handed on', () => {
    expect(partIn({ ownerId: 'a', coordinatorId: 'a' }, 'a')).toBe('BOTH');
  });
});

/** Policy × who: in an open case under consent, without consent, and in a closed one. */
const TABLE: [name: string, policy: (who: StaffActor, facts: CaseFacts) => Decision, who: string, open: string, uncovered: string, closed: string][] =
  [
    ['mayLead', mayLead, 'owner', 'yes', 'consent_missing', 'case_closed'],
    ['mayLead', mayLead, 'coordinator', 'yes', 'consent_missing', 'case_closed'],
    ['mayLead', mayLead, 'member', 'not_owner_or_coordinator', 'not_owner_or_coordinator', 'not_owner_or_coordinator'],
    ['mayAskCoordinator', mayAskCoordinator, 'owner', 'yes', 'consent_missing', 'case_closed'],
    ['mayAskCoordinator', mayAskCoordinator, 'coordinator', 'not_owner', 'not_owner', 'not_owner'],
    ['mayClose', mayClose, 'owner', 'yes', 'yes', 'case_closed'],
    ['mayClose', mayClose, 'coordinator', 'not_owner', 'not_owner', 'not_owner'],
    ['mayChangeLanguage', (_, given) => mayChangeLanguage(given), 'member', 'yes', 'consent_missing', 'case_closed'],
    ['mayShowIdentifier', (_, given) => mayShowIdentifier(given), 'member', 'yes', 'consent_missing', 'case_closed'],
  ];

describe.each(TABLE)('%s', (_, policy, who, open, uncovered, closed) => {
  it(`answers the ${who} ${open}, ${uncovered}, ${closed}`, () => {
    const states: CaseFacts[] = [facts, { ...facts, covered: false }, { ...facts, status: 'CLOSED' }];
    expect(states.map((given) => verdict(policy(actor(who), given)))).toEqual([open, uncovered, closed]);
  });
});
