import { STAFF_ROLES } from '../organisation/organisation.ts';
import { destinationsOf } from './session.ts';

describe('where a signed-in person may go', () => {
  it.each([
    ['CASEWORKER', ['my-day', 'cases']],
    ['SUPERVISOR', ['my-day', 'cases', 'stalled']],
    ['ADMINISTRATOR', ['operations']],
    ['FEDERATION_MANAGER', ['overview']],
  ] as const)('%s: %j', (role, expected) => {
    expect(STAFF_ROLES).toContain(role);
    expect(destinationsOf('STAFF', { role, functions: [] })).toEqual(expected);
  });

  it('adds invitations for whoever receives them for the unit', () => {
    expect(destinationsOf('STAFF', { role: 'CASEWORKER', functions: ['intake'] })).toEqual(['my-day', 'cases', 'invitations']);
    expect(destinationsOf('STAFF', { role: 'CASEWORKER', functions: ['records'] })).toEqual(['my-day', 'cases']);
    expect(destinationsOf('STAFF', { role: 'SUPERVISOR', functions: ['intake'] })).toEqual(['my-day', 'cases', 'invitations', 'stalled']);
  });

  it('gives a citizen their plan and staff without an assignment nothing', () => {
    expect(destinationsOf('CITIZEN', null)).toEqual(['my-plan']);
    expect(destinationsOf('STAFF', null)).toEqual([]);
  });
});
