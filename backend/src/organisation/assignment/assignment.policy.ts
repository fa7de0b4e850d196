import type { StaffActor } from '../../access/actor.ts';
import { type Decision, allowed, refused } from '../../access/gate.ts';

/** Rights are given and taken by somebody else: no administrator widens their own, and the last one cannot lock everybody out. */
export function mayChangeRights(actor: StaffActor, staffMemberId: string): Decision {
  return actor.staffMemberId === staffMemberId ? refused('own_rights') : allowed;
}
