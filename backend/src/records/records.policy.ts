import type { StaffActor } from '../access/actor.ts';
import { allowed, type Decision, refused } from '../access/gate.ts';

/** Frozen copies are for whoever keeps a unit's records; to everybody else they do not exist. */
export const mayFetchRecords = (actor: StaffActor): Decision => (actor.functions.includes('records') ? allowed : refused('no_records_function'));
