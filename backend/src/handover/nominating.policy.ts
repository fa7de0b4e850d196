import { allowed, type Decision, refused } from '../access/gate.ts';
import type { HandoverRow } from './handover.store.ts';

/** The receiving organisation alone says who of its own is asked; whoever is named still accepts for themself. */
export function mayNominate({ supervisesReceiver, atIntake }: Pick<HandoverRow, 'supervisesReceiver' | 'atIntake'>): Decision {
  return supervisesReceiver || atIntake ? allowed : refused('not_receiver');
}
