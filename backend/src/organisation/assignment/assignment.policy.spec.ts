import type { StaffActor } from '../../access/actor.ts';
import { mayChangeRights } from './assignment.policy.ts';

const administrator = { kind: 'STAFF', staffMemberId: 'me' } as StaffActor;

describe('rights', () => {
  it('are given and taken by somebody else', () => {
    expect(mayChangeRights(administrator, 'somebody-else')).toEqual({ allowed: true });
    expect(mayChangeRights(administrator, 'me')).toEqual({ allowed: false, because: 'own_rights' });
  });
});
