import { type CaseView, type ConsentView } from '@samspel/shared/api.ts';
import { covers, receivers } from './coverage.ts';

const FK = { id: 'fk', name: 'Försäkringskassan' };
const AF = { id: 'af', name: 'Arbetsförmedlingen' };

const consent = (over: object): ConsentView =>
  ({
    state: 'VALID',
    disclosingOrganisation: FK,
    recipients: { organisations: [AF], contacts: [] },
    informationCategories: ['WORK'],
    ...over,
  }) as unknown as ConsentView;

describe('what a consent lets one organisation tell another', () => {
  it.each([
    ['in force', {}, true],
    ['about to end', { state: 'EXPIRING' }, true],
    ['not begun', { state: 'UPCOMING' }, false],
    ['over', { state: 'EXPIRED' }, false],
    ['taken back', { state: 'WITHDRAWN' }, false],
    ['somebody else’s to share', { disclosingOrganisation: AF }, false],
    ['for somebody else', { recipients: { organisations: [FK], contacts: [] } }, false],
    ['about something else', { informationCategories: ['HEALTH'] }, false],
  ])('%s', (_, over, expected) => {
    expect(covers([consent(over)], 'fk', 'af', 'WORK')).toBe(expected);
  });

  it('asks about any kind of information when none is named', () => {
    expect(covers([consent({ informationCategories: ['HEALTH'] })], 'fk', 'af')).toBe(true);
  });
});

describe('the receivers in a team', () => {
  const view = {
    participants: [
      { staff: { name: 'Karin Berg', organisation: FK } },
      { staff: { name: 'Ahmed Haddad', organisation: AF } },
      { staff: { name: 'Sara Lundgren', organisation: AF } },
    ],
    consents: { items: [consent({})] },
  } as unknown as CaseView;

  it('are the other organisations, each with everybody behind it', () => {
    expect(receivers(view, 'fk', 'WORK')).toEqual([{ organisation: AF, people: ['Ahmed Haddad', 'Sara Lundgren'], covered: true }]);
    expect(receivers(view, 'fk', 'HEALTH')[0]?.covered).toBe(false);
  });
});
