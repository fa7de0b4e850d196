import type { StaffActor } from '../../access/actor.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { mayAcknowledge, mayChangeParticipant, mayLeave, mayLeaveNow } from './participant.policy.ts';

const actor = { id: 'me', organisationId: 'ours' } as StaffActor;
const facts = (more: Partial<CaseFacts> = {}): CaseFacts =>
  ({ status: 'OPEN', covered: true, ownerId: 'owner', coordinatorId: 'leader', ...more }) as CaseFacts;
const mine = { assignmentId: 'me', organisationId: 'ours' };
const colleague = { assignmentId: 'colleague', organisationId: 'ours' };
const stranger = { assignmentId: 'stranger', organisationId: 'theirs' };
const no = (because: string) => ({ allowed: false, because });
const yes = { allowed: true };

describe('who may do what with a participant', () => {
  it.each([
    ['my own row', mine, facts(), yes],
    ['a colleague’s', colleague, facts(), yes],
    ['another organisation’s', stranger, facts(), no('other_organisation')],
    ['another organisation’s, as coordinator', stranger, facts({ coordinatorId: 'me' }), yes],
    ['another organisation’s, as owner only', stranger, facts({ ownerId: 'me' }), no('other_organisation')],
    ['mine without consent', mine, facts({ covered: false }), no('consent_missing')],
    ['mine in a closed case', mine, facts({ status: 'CLOSED' }), no('case_closed')],
  ])('change %s', (_, row, given, expected) => {
    expect(mayChangeParticipant(actor, given, row)).toEqual(expected);
  });

  it.each([
    ['oneself', mine, facts(), yes, yes],
    ['oneself without consent', mine, facts({ covered: false }), yes, yes],
    ['a colleague', colleague, facts(), no('not_yourself'), no('not_yourself')],
    ['the owner', mine, facts({ ownerId: 'me' }), yes, no('accountable')],
    ['the coordinator', mine, facts({ coordinatorId: 'me' }), yes, no('accountable')],
    ['oneself from a closed case', mine, facts({ status: 'CLOSED' }), no('case_closed'), no('case_closed')],
  ])('take out %s', (_, row, given, ever, now) => {
    expect(mayLeave(actor, given, row)).toEqual(ever);
    expect(mayLeaveNow(actor, given, row)).toEqual(now);
  });

  it('only the newcomer acknowledges the introduction', () => {
    expect(mayAcknowledge(actor, mine)).toEqual(yes);
    expect(mayAcknowledge(actor, colleague)).toEqual(no('not_yourself'));
  });
});
