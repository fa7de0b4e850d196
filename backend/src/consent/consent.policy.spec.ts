import type { StaffActor } from '../access/actor.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { mayRecordConsent, mayShareFor, mayWithdrawConsent } from './consent.policy.ts';

const karin = { kind: 'STAFF', id: 'karin', organisationId: 'fk' } as StaffActor;
const facts = (more: Partial<CaseFacts> = {}) => ({ relation: 'PARTICIPANT', status: 'OPEN', covered: true, ...more }) as CaseFacts;

describe('recording a consent', () => {
  it('is for the team of an open case, also when nothing is valid any more', () => {
    expect(mayRecordConsent(karin, facts())).toEqual({ allowed: true });
    expect(mayRecordConsent(karin, facts({ covered: false }))).toEqual({ allowed: true });
    expect(mayRecordConsent(karin, facts({ relation: null }))).toEqual({ allowed: false, because: 'not_in_team' });
    expect(mayRecordConsent(karin, facts({ status: 'CLOSED' }))).toEqual({ allowed: false, because: 'case_closed' });
  });

  it('gives leave to one’s own organisation only', () => {
    expect(mayShareFor(karin, 'fk')).toEqual({ allowed: true });
    expect(mayShareFor(karin, 'af')).toEqual({ allowed: false, because: 'not_own_organisation' });
  });
});

describe('withdrawing a consent', () => {
  it('is offered once', () => {
    expect(mayWithdrawConsent({ withdrawn: false })).toEqual({ allowed: true });
    expect(mayWithdrawConsent({ withdrawn: true })).toEqual({ allowed: false, because: 'already_withdrawn' });
  });
});
