import { type HandoverAction, type HandoverMove, type HandoverScope, isPending } from '@samspel/shared/handover/handover.ts';
import { allowed, type Decision, refused } from '../access/gate.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { mayWorkInTeam } from '../case/team-case.policy.ts';
import { moved, type Standing } from './handover.rules.ts';
import type { HandoverRow } from './handover.store.ts';

/** Who asks; an assignment under which somebody acts. */
export interface Reader {
  readonly id: string;
  readonly organisationId: string;
}

type Roles =
  'fromAssignmentId' | 'fromOrganisationId' | 'toOrganisationId' | 'accountableId' | 'nomineeId' | 'receivedBy' | 'acceptedBy' | 'answeredBy';
type Relations = 'inTeam' | 'atIntake' | 'supervisesSender' | 'supervisesReceiver';
/** A handover and what the reader is to it. */
export type HandoverFacts = Standing & Pick<HandoverRow, Roles | Relations | 'ownerLost' | 'origin'>;

/** It waits for this reader: by name, or at the intake they serve. */
export const isReceiver = ({ id }: Reader, facts: Pick<HandoverFacts, 'state' | 'nomineeId' | 'atIntake'>): boolean =>
  isPending(facts.state) && (facts.nomineeId === id || facts.atIntake);

/** Metadata: the team, whoever it waits for or who has had it, and once it is sent the supervisors of both sides. A draft is its sender's. */
export function maySeeHandover(reader: Reader, facts: HandoverFacts | undefined): Decision {
  if (!facts) return refused('unknown');
  if (facts.state === 'DRAFT') return facts.inTeam && facts.fromAssignmentId === reader.id ? allowed : refused('not_sender');
  const had = [facts.nomineeId, facts.receivedBy, facts.acceptedBy, facts.answeredBy, facts.accountableId].includes(reader.id);
  return facts.inTeam || had || isReceiver(reader, facts) || facts.supervisesSender || facts.supervisesReceiver ? allowed : refused('not_party');
}

/** The words: the sending organisation's team, the receiver while it waits, and from acceptance the receiving organisation's team. Never a board. */
export function mayReadWords(reader: Reader, facts: HandoverFacts): boolean {
  if (isReceiver(reader, facts)) return true;
  return facts.inTeam && (isSending(reader, facts) || (facts.acceptedBy !== null && reader.organisationId === facts.toOrganisationId));
}

/** Whoever answers for it now, in a case where the organisations may work together. `activity`: of the scope ACTIVITY. */
export function mayHandOver(reader: Reader, facts: CaseFacts, scope: HandoverScope, activity: { ownerId: string } | null = null): Decision {
  const holders: Record<HandoverScope, string | null> = {
    CASE_OWNERSHIP: facts.ownerId,
    COORDINATOR_ROLE: facts.coordinatorId,
    ACTIVITY: activity?.ownerId ?? null,
  };
  const holder = holders[scope];
  return holder === reader.id ? mayWorkInTeam(facts) : refused('not_accountable');
}

export function mayEdit(reader: Reader, facts: HandoverFacts): Decision {
  return facts.fromAssignmentId === reader.id ? allowed : refused('not_sender');
}

/** The intake alone says that the unit has it; opening is not receiving. */
export function mayReceive(_: Reader, facts: HandoverFacts): Decision {
  return facts.atIntake ? allowed : refused('not_intake');
}

/** Whoever becomes owner, for themself. A supervisor names somebody; nobody says yes for somebody else. */
export function mayAccept(reader: Reader, facts: HandoverFacts): Decision {
  if (facts.fromAssignmentId === reader.id) return refused('own_handover');
  return facts.nomineeId === reader.id || facts.atIntake ? allowed : refused('not_receiver');
}

export const mayDecline = mayAccept;
export const mayAsk = mayAccept;

/** The search for a new owner stays in the organisation: only whoever was named says no to it, and the search goes on. */
const mayStepBack = (reader: Reader, facts: HandoverFacts): Decision =>
  facts.origin === 'OWNER_LOST' && facts.nomineeId !== reader.id ? refused('owner_lost') : mayDecline(reader, facts);

/** The sender; their colleagues in the team when the sender is gone, so that a question does not wait for nobody. */
export function mayAnswer(reader: Reader, facts: HandoverFacts): Decision {
  if (facts.fromAssignmentId === reader.id) return allowed;
  return facts.ownerLost && facts.inTeam && isSending(reader, facts) ? allowed : refused('not_sender');
}

/** A lost owner cannot take the search for a new one back; a reviewed caseload is taken back by the supervisor too. */
export function mayRevoke(reader: Reader, facts: HandoverFacts): Decision {
  if (facts.ownerLost) return refused('owner_lost');
  return facts.fromAssignmentId === reader.id || (facts.origin === 'CASELOAD' && facts.supervisesSender) ? allowed : refused('not_sender');
}

/** What follows acceptance is the new owner's. */
export function mayFollowUp(reader: Reader, facts: HandoverFacts): Decision {
  return facts.acceptedBy === reader.id ? allowed : refused('not_owner');
}

export function mayAcknowledge(reader: Reader, facts: HandoverFacts): Decision {
  return facts.fromAssignmentId === reader.id ? allowed : refused('not_sender');
}

type Side = 'SENDER' | 'RECEIVER';
type Policy = (reader: Reader, facts: HandoverFacts) => Decision;
const mayNominate: Policy = (_, facts) => (facts.supervisesReceiver || facts.atIntake ? allowed : refused('not_receiver'));

/** Which move each action is, whose it is, and who may. */
const ACTS: Record<HandoverAction, { move: HandoverMove | null; side: Side; policy: Policy }> = {
  'handover.edit': { move: null, side: 'SENDER', policy: mayEdit },
  'handover.offer': { move: 'offer', side: 'SENDER', policy: mayEdit },
  'handover.receive': { move: 'receive', side: 'RECEIVER', policy: mayReceive },
  'handover.nominate': { move: 'nominate', side: 'RECEIVER', policy: mayNominate },
  'handover.accept': { move: 'accept', side: 'RECEIVER', policy: mayAccept },
  'handover.decline': { move: 'decline', side: 'RECEIVER', policy: (reader, facts) => mayStepBack(reader, facts) },
  'handover.ask': { move: 'ask', side: 'RECEIVER', policy: mayAsk },
  'handover.answer': { move: 'answer', side: 'SENDER', policy: mayAnswer },
  'handover.revoke': { move: 'revoke', side: 'SENDER', policy: mayRevoke },
  'handover.record-first-contact': { move: 'record-first-contact', side: 'RECEIVER', policy: mayFollowUp },
  'handover.hold': { move: 'hold', side: 'RECEIVER', policy: mayFollowUp },
  'handover.resume': { move: 'resume', side: 'RECEIVER', policy: mayFollowUp },
  'handover.complete': { move: 'complete', side: 'RECEIVER', policy: mayFollowUp },
  'handover.fail': { move: 'fail', side: 'RECEIVER', policy: mayFollowUp },
  'handover.acknowledge': { move: 'acknowledge', side: 'SENDER', policy: mayAcknowledge },
};

/** What the machine allows now, of the acts that belong to the reader's side; each with the policy's answer. */
export function handoverDecisions(reader: Reader, facts: HandoverFacts): Partial<Record<HandoverAction, Decision>> {
  const sides = sidesOf(reader, facts);
  const decisions: Partial<Record<HandoverAction, Decision>> = {};
  for (const [action, { move, side, policy }] of Object.entries(ACTS) as [HandoverAction, (typeof ACTS)[HandoverAction]][]) {
    const possible = move ? moved(facts, move) !== null : facts.state === 'DRAFT';
    if (possible && sides.has(side)) decisions[action] = policy(reader, facts);
  }
  return decisions;
}

function sidesOf(reader: Reader, facts: HandoverFacts): Set<Side> {
  const sides = new Set<Side>();
  if (facts.fromAssignmentId === reader.id || (facts.inTeam && isSending(reader, facts)) || mayRevoke(reader, facts).allowed) sides.add('SENDER');
  const receiving = facts.inTeam && reader.organisationId === facts.toOrganisationId;
  if (receiving || isReceiver(reader, facts) || facts.acceptedBy === reader.id || facts.supervisesReceiver) sides.add('RECEIVER');
  return sides;
}

const isSending = (reader: Reader, facts: HandoverFacts): boolean => reader.organisationId === facts.fromOrganisationId;
