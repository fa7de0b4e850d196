import { type HandoverAction, isPending } from '@samspel/shared/handover/handover.ts';
import { availability } from '../access/availability.ts';
import { workingDaysSince } from '../platform/clock/working-time.ts';
import { clockReading } from './handover.clock-view.ts';
import type { HandoverMetadata } from './handover-metadata.sql.ts';
import type { PersonHandoverView } from './handover-parts.dto.ts';
import type { HandoverRowView, HandoverView } from './handover.dto.ts';
import { personHandover } from './person-handover.ts';
import { handoverDecisions, type HandoverFacts, type Reader } from './handover.policy.ts';

/** What the statements answer of one handover: metadata, and what the reader is to it. */
export interface StoredRow extends HandoverMetadata {
  facts: Omit<HandoverFacts, 'closedAt'> & { closedAt: string | null };
  /** Whose log the read stands in, also when the reader is not told which case it is. */
  loggedCaseId: string;
  caseId: string | null;
  personName: string | null;
  activity: HandoverRowView['activity'];
}

type Later =
  'previousId' | 'personName' | 'nominatedBy' | 'acceptedBy' | 'receivedAt' | 'acceptedAt' | 'firstContactOn' | 'firstContactAt' | 'warm' | 'endedAt';
type Words = 'closedAt' | 'declineCode' | 'suggestedUnit' | 'content' | 'questions' | 'history';
export interface StoredHandover extends Pick<HandoverView, Later | Words> {
  row: StoredRow;
  ownerDays: number;
}

export const factsOf = ({ facts }: StoredRow): HandoverFacts => ({ ...facts, closedAt: facts.closedAt ? new Date(facts.closedAt) : null });

/** `now`: domain time. */
export function handoverRowView(reader: Reader, stored: StoredRow, now: Date): HandoverRowView {
  const { facts: _, loggedCaseId: __, clock, ...row } = stored;
  const { actions } = availability<HandoverAction>(handoverDecisions(reader, factsOf(stored)));
  return { ...row, clock: clockReading(clock, now), actions };
}

export function handoverView(reader: Reader, { row, ownerDays, ...more }: StoredHandover, now: Date): HandoverView {
  const view = handoverRowView(reader, row, now);
  return {
    ...view,
    ...more,
    personReads: more.content ? personReads(row, now, ownerDays) : null,
    ...availability<HandoverAction>(handoverDecisions(reader, factsOf(row))),
  };
}

/** The person's sentence; for a draft as it will be from the first day. */
function personReads(row: StoredRow, now: Date, ownerDays: number): PersonHandoverView | null {
  if (row.state !== 'DRAFT' && !isPending(row.state)) return null;
  const reads = personHandover({ ...row, toOrganisation: row.to.organisation }, now);
  return row.state === 'DRAFT' ? { ...reads, ofDays: ownerDays } : reads;
}

/** The middle of the working days that a link's accepted handovers have taken; null for none. */
export function usualDays(waits: readonly { offeredOn: string; acceptedOn: string }[]): number | null {
  const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
  const days = waits.map(({ offeredOn, acceptedOn }) => workingDaysSince(noon(offeredOn), noon(acceptedOn))).toSorted((a, b) => a - b);
  return days.length ? days[Math.floor((days.length - 1) / 2)]! : null;
}
