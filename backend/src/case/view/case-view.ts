import type { CaseAction } from '@samspel/shared/case/case.ts';
import type { CoordinatorRequestAction } from '@samspel/shared/case/coordinator-request.ts';
import type { StaffActor } from '../../access/actor.ts';
import { availability } from '../../access/availability.ts';
import { type Decision, refused } from '../../access/gate.ts';
import { type ContactRow, contactViews } from '../../care-team/contact/contact.queries.ts';
import { mayInvite } from '../../care-team/invitation/invitation.policy.ts';
import { type InvitationRow, invitationViews } from '../../care-team/invitation/invitation.queries.ts';
import { type JoinRequestRow, joinRequestViews } from '../../care-team/invitation/join-request.queries.ts';
import { mayAddParticipant } from '../../care-team/participant/participant.policy.ts';
import { type ParticipantRow, participantViews } from '../../care-team/participant/participant.queries.ts';
import { mayWorkInTeam } from '../team-case.policy.ts';
import { type StoredVoice, voiceView } from '../../citizen/voice/message.view.ts';
import { mayRecordConsent } from '../../consent/consent.policy.ts';
import { type ConsentRow, consentsView } from '../../consent/consent.view.ts';
import { mayHandOver } from '../../handover/handover.policy.ts';
import { handoverRowView, type StoredRow } from '../../handover/handover.views.ts';
import { mayWriteNote } from '../../note/note.policy.ts';
import { type NoteRow, noteView } from '../../note/note.view.ts';
import { mayLeadPlan } from '../../plan/plan.policy.ts';
import type { StoredPlan } from '../../plan/plan.stored.ts';
import { planView } from '../../plan/plan.view.ts';
import type { StoredQuestion } from '../../question/question.queries.ts';
import { page } from '../../platform/http/paging.ts';
import type { EventRow } from '../../timeline/timeline.queries.ts';
import type { AmbitionChangeView, AmbitionView } from '../ambition/ambition.dto.ts';
import type { CaseFacts } from '../case-facts.ts';
import { mayAskCoordinator, mayChangeLanguage, mayClose, mayLead, mayShowIdentifier, partIn } from '../case.policy.ts';
import type { CoordinatorRequestView } from '../coordinator/coordinator-request.dto.ts';
import { mayAccept, mayRefuse, mayWithdraw } from '../coordinator/coordinator-request.policy.ts';
import type { SubjectIdentity } from '../subject/subject-identity.ts';
import type { CasePersonView, CaseView, HolderView, IntroductionView, TimelineSection } from './case-view.dto.ts';
import { NEWEST_EVENTS } from './case-view.sql.ts';
import { todo } from './todo.rules.ts';

type AsStored =
  | 'openedAt'
  | 'reason'
  | 'closed'
  | 'nextStep'
  | 'lastMovementAt'
  | 'daysWithoutMovement'
  | 'formerParticipants'
  | 'notesTotal'
  | 'accessLog'
  | 'journal';

/** What the statement answers: the sections of case-view.sql.ts by name. */
export interface StoredCase extends Pick<CaseView, AsStored> {
  facts: CaseFacts;
  person: Omit<CasePersonView, keyof SubjectIdentity> & { sealed: string | null };
  holder: Omit<HolderView, 'you' | 'handovers'> & { handovers: StoredRow[] };
  ambitionHistory: AmbitionChangeView[];
  participants: ParticipantRow[];
  contacts: ContactRow[];
  invitations: InvitationRow[];
  joinRequests: JoinRequestRow[];
  coordinatorRequest: Omit<CoordinatorRequestView, 'actions' | 'blocked'> | null;
  consents: ConsentRow[];
  notes: NoteRow[];
  events: EventRow[];
  plan: StoredPlan | null;
  voice: StoredVoice;
  questions: StoredQuestion[];
  joinedAt: string;
  introduced: boolean;
}

/** Adds to the stored case what depends on who reads and on the time. `today`: the calendar day in Sweden of `now`, domain time. */
export function caseView(actor: StaffActor, stored: StoredCase, identity: SubjectIdentity, today: string, now: Date): CaseView {
  const { facts, ambitionHistory, events, questions, joinedAt: _, introduced: __, ...asStored } = stored;
  const { sealed: ___, ...person } = stored.person;
  const view = {
    ...asStored,
    id: facts.id,
    reference: facts.reference,
    status: facts.status,
    version: facts.version,
    person: { ...person, ...identity },
    holder: { ...stored.holder, you: partIn(facts, actor.id), handovers: stored.holder.handovers.map((row) => handoverRowView(actor, row, now)) },
    ambition: ambition(ambitionHistory),
    participants: participantViews(actor, facts, stored.participants),
    contacts: contactViews(facts, stored.contacts),
    invitations: invitationViews(facts, stored.invitations),
    joinRequests: joinRequestViews(actor, facts, stored.joinRequests),
    coordinatorRequest: coordinatorRequest(actor, stored),
    consents: consentsView(stored.consents, today),
    notes: stored.notes.map((row) => noteView(actor, facts, row)),
    timeline: timeline(events),
    plan: stored.plan && planView(actor, facts, stored.plan, today),
    voice: voiceView(stored.voice),
  };
  return { ...view, todo: todo(actor, { ...view, questions }), introduction: introduction(stored), ...availability(decisions(actor, stored)) };
}

function decisions(actor: StaffActor, { facts, nextStep, coordinatorRequest: waiting, plan }: StoredCase): Partial<Record<CaseAction, Decision>> {
  const lead = mayLead(actor, facts);
  const ask = mayAskCoordinator(actor, facts);
  const work = mayWorkInTeam(facts);
  return {
    'case.set-next-step': lead,
    ...(nextStep && { 'case.finish-next-step': lead }),
    'case.set-ambition': lead,
    'case.ask-coordinator': ask.allowed && waiting ? refused('already_asked') : ask,
    'case.change-person': mayChangeLanguage(facts),
    'case.show-identifier': mayShowIdentifier(facts),
    'case.close': mayClose(actor, facts),
    'participant.add': mayAddParticipant(facts),
    'invitation.send': mayInvite(facts),
    'contact.add': work,
    'timeline.tell': work,
    'note.write': mayWriteNote(actor, facts),
    'consent.record': mayRecordConsent(actor, facts),
    ...(!plan && { 'plan.begin': mayLeadPlan(actor, facts) }),
    'handover.offer': mayHandOver(actor, facts, facts.ownerId === actor.id ? 'CASE_OWNERSHIP' : 'COORDINATOR_ROLE'),
  };
}

function coordinatorRequest(actor: StaffActor, { facts, coordinatorRequest: request }: StoredCase): CoordinatorRequestView | null {
  if (!request) return null;
  const parties = { askedId: request.asked.assignmentId, askedById: request.askedBy.assignmentId };
  const asked = parties.askedId === actor.id;
  const withdraw = mayWithdraw(actor, facts, parties);
  const acts = availability<CoordinatorRequestAction>({
    ...(asked && { 'coordinator-request.accept': mayAccept(actor, facts, parties), 'coordinator-request.refuse': mayRefuse(actor, parties) }),
    ...(withdraw.allowed && { 'coordinator-request.withdraw': withdraw }),
  });
  return { ...request, ...acts };
}

function ambition(history: AmbitionChangeView[]): AmbitionView | null {
  const [present] = history;
  return present ? { level: present.level, from: present.from, history } : null;
}

function timeline(events: EventRow[]): TimelineSection {
  const { items, nextCursor = null } = page(
    events,
    NEWEST_EVENTS,
    (row) => row.item,
    (row) => [row.at, row.id],
  );
  return { items, nextCursor };
}

/** How things stand, for somebody who has just come into the team. */
function introduction({ facts, introduced, joinedAt, reason, participants, nextStep, events }: StoredCase): IntroductionView | null {
  if (introduced || facts.status === 'CLOSED' || !facts.participationId) return null;
  return {
    participationId: facts.participationId,
    since: joinedAt,
    reason,
    team: participants.map(({ staff }) => staff),
    nextStep,
    latest: events.slice(0, 5).map(({ item }) => item),
  };
}
