import type { CaseFacts } from './case-facts.ts';
import { mayWorkInTeam } from './team-case.policy.ts';

describe('working in a team', () => {
  it.each([
    ['OPEN', true, { allowed: true }],
    ['OPEN', false, { allowed: false, because: 'consent_missing' }],
    ['CLOSED', true, { allowed: false, because: 'case_closed' }],
    ['CLOSED', false, { allowed: false, because: 'case_closed' }],
  ] as const)('in a case that is %s, covered %s', (status, covered, expected) => {
    expect(mayWorkInTeam({ status, covered } as CaseFacts)).toEqual(expected);
  });
});
