import { INVITATION_STATES } from '@samspel/shared/care-team/invitation.ts';
import type { StaffActor, UnitFunction } from '../../access/actor.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { isIntakeOf, mayAnswerJoinRequest, mayInviteAsker, maySeeInvitation, mayWithdraw } from './invitation.policy.ts';

const actor = (unitId: string, ...functions: UnitFunction[]): StaffActor => ({ id: 'me', unitId, functions }) as unknown as StaffActor;
const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({ status: 'OPEN', covered: true, coordinatorId: 'me', ...more }) as CaseFacts;
const waiting = { state: 'PENDING', unitId: 'af' } as const;

describe('who may do what with an invitation', () => {
  it.each([
    ['the unit’s intake', actor('af', 'intake'), true],
    ['the unit’s records keeper', actor('af', 'records'), false],
    ['a colleague without the function', actor('af'), false],
    ['another unit’s intake', actor('fk', 'intake'), false],
  ])('%s answers: %s', (_, who, expected) => {
    expect(isIntakeOf(who, waiting).allowed).toBe(expected);
    expect(maySeeInvitation(who, { ...waiting, inTeam: false, covered: true }).allowed).toBe(expected);
  });

  it.each(INVITATION_STATES)('a %s invitation is seen by the team, by the intake only while it waits under a consent', (state) => {
    expect(maySeeInvitation(actor('fk'), { state, unitId: 'af', inTeam: true, covered: false }).allowed).toBe(true);
    expect(maySeeInvitation(actor('af', 'intake'), { state, unitId: 'af', inTeam: false, covered: true }).allowed).toBe(state === 'PENDING');
    expect(maySeeInvitation(actor('af', 'intake'), { state, unitId: 'af', inTeam: false, covered: false }).allowed).toBe(false);
  });

  it('is taken back with or without consent, not in a closed case', () => {
    expect(mayWithdraw(facts({ covered: false })).allowed).toBe(true);
    expect(mayWithdraw(facts({ status: 'CLOSED' }))).toEqual({ allowed: false, because: 'case_closed' });
  });

  it('the coordinator answers requests to join; inviting needs a consent too', () => {
    expect(mayAnswerJoinRequest(actor('fk'), facts()).allowed).toBe(true);
    expect(mayAnswerJoinRequest(actor('fk'), facts({ coordinatorId: 'other' }))).toEqual({ allowed: false, because: 'not_coordinator' });
    expect(mayAnswerJoinRequest(actor('fk'), facts({ status: 'CLOSED' }))).toEqual({ allowed: false, because: 'case_closed' });
    expect(mayInviteAsker(actor('fk'), facts({ covered: false }))).toEqual({ allowed: false, because: 'consent_missing' });
    expect(mayInviteAsker(actor('fk'), facts({ coordinatorId: 'other' }))).toEqual({ allowed: false, because: 'not_coordinator' });
  });
});
