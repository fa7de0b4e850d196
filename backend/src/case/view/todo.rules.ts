import type { TodoKind } from '@samspel/shared/case/todo.ts';
import { isOpenActivity } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { VoiceView } from '../../citizen/voice/voice.dto.ts';
import type { ConsentView } from '../../consent/consent.dto.ts';
import type { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { lastDayOf } from '../../platform/clock/working-time.ts';
import type { PlanView } from '../../plan/plan.dto.ts';
import type { QuestionView } from '../../question/question.dto.ts';
import type { CaseView, TodoItem, TodoView, TodoWho } from './case-view.dto.ts';

/** What of the view the list is derived from. */
export type TodoSources = Pick<
  CaseView,
  'id' | 'status' | 'holder' | 'nextStep' | 'participants' | 'invitations' | 'joinRequests' | 'coordinatorRequest' | 'consents' | 'journal'
> & {
  plan: Pick<PlanView, 'activities'> | null;
  voice: Pick<VoiceView, 'openMessages'>;
  /** The reader's own that wait for an answer, asked or put to them. */
  questions: readonly Pick<QuestionView, 'id' | 'asker' | 'receiver' | 'text'>[];
};
export type TodoReader = Pick<StaffActor, 'id' | 'organisationId'>;

interface Task {
  kind: TodoKind;
  who: TodoWho;
  subjectId: string;
  text?: string | null;
  due?: string | null;
  params?: Record<string, string>;
}

const person = (staff: StaffRef): TodoWho => ({ staff, organisation: staff.organisation });
const anybodyAt = (organisation: OrganisationRef): TodoWho => ({ staff: null, organisation });

/** What is left to do, split into the reader's and others'. Derived, so it can never disagree with the case. */
export function todo(reader: TodoReader, view: TodoSources): TodoView {
  const open =
    view.status === 'OPEN'
      ? [...nextStep(view), ...handovers(view), ...personWaits(view), ...activities(view), ...answers(view), ...questions(view), ...consents(view)]
      : [];
  const mine: TodoItem[] = [];
  const others: TodoItem[] = [];
  for (const task of [...open, ...journal(view)]) (isMine(reader, task) ? mine : others).push(itemOf(reader, task));
  return { mine: mine.sort(byDue), others: others.sort(byDue) };
}

/** Whether some consent in force lets the organisation share or receive; the same question as `covered` in the facts. */
export function isCovered(organisationId: string, consentViews: readonly ConsentView[]): boolean {
  return consentViews.some(
    ({ state, disclosingOrganisation, recipients }) =>
      inForce(state) && (disclosingOrganisation.id === organisationId || recipients.organisations.some(({ id }) => id === organisationId)),
  );
}

function nextStep({ id, nextStep: step, holder }: TodoSources): Task[] {
  return step ? [{ kind: 'NEXT_STEP', who: person(holder.owner), subjectId: id, text: step.text, due: step.due }] : [];
}

/** Whose turn it is with each baton: to answer, to make the first contact, or to have seen how it went. One that runs is nobody's task here. */
function handovers({ holder }: TodoSources): Task[] {
  return holder.handovers
    .filter(({ state }) => state !== 'IN_PROGRESS' && state !== 'ON_HOLD')
    .map(({ id, scope, state, court, from, to, accountable, nominee, clock }): Task => {
      const asked = state === 'ACCEPTED' ? accountable : nominee;
      return {
        kind: 'HANDOVER',
        who: court === 'SENDER' ? person(from.staff) : asked ? person(asked) : anybodyAt(to.organisation),
        subjectId: id,
        due: clock.dueAt && lastDayOf(new Date(clock.dueAt)),
        params: { scope, state, unit: to.unit.name, name: from.staff.name },
      };
    });
}

/** What is open in the plan: whoever answers for it, or whoever is asked and has not said yes or no. A draft is nobody's task yet. */
function activities({ plan }: TodoSources): Task[] {
  const open = plan?.activities.filter(({ shared, removed, state }) => shared && !removed && isOpenActivity(state)) ?? [];
  return open.map(({ id, state, text, owner, requested, dueOn }): Task => {
    const asked = state === 'REQUESTED' ? requested : null;
    const who = asked ? (asked.staff ? person(asked.staff) : anybodyAt(asked.organisation)) : person(owner);
    return { kind: 'ACTIVITY', who, subjectId: id, text, due: dueOn, params: { state, name: owner.name } };
  });
}

/** The person waits for an answer. */
function personWaits({ voice }: TodoSources): Task[] {
  return voice.openMessages.map(({ id, kind, text, responsible, dueAt }): Task => ({
    ...{ kind: 'PERSON_WAITS', who: person(responsible), subjectId: id, text: text || null, due: lastDayOf(new Date(dueAt)) },
    params: { kind },
  }));
}

function questions({ questions: asked }: TodoSources): Task[] {
  return asked.map(({ id, asker, receiver, text }): Task => ({
    kind: 'QUESTION',
    who: person(receiver),
    subjectId: id,
    text,
    params: { name: asker.name },
  }));
}

/** Questions that wait for somebody's answer. */
function answers({ invitations, joinRequests, coordinatorRequest: lead, holder }: TodoSources): Task[] {
  const waiting = invitations.filter(({ state }) => state === 'PENDING');
  return [
    ...waiting.map(({ id, organisation, unit }): Task => ({
      kind: 'INVITATION_PENDING',
      who: anybodyAt(organisation),
      subjectId: id,
      params: { unit: unit.name },
    })),
    ...joinRequests.map(({ id, requestedBy }): Task => {
      const params = { name: requestedBy.name, organisation: requestedBy.organisation.name };
      return { kind: 'JOIN_REQUEST', who: person(holder.coordinator), subjectId: id, params };
    }),
    ...(lead
      ? [
          {
            kind: 'COORDINATOR_REQUEST',
            who: person(lead.asked),
            subjectId: lead.id,
            text: lead.message,
            params: { name: lead.askedBy.name },
          } as const,
        ]
      : []),
  ];
}

/** Each organisation answers for its own leave to share (OSL 8:1–2), so each asks the person itself. */
function consents({ id, participants, consents: { items } }: TodoSources): Task[] {
  const team = new Map(participants.map(({ staff }) => [staff.organisation.id, staff.organisation]));
  const missing = [...team.values()].filter((organisation) => !isCovered(organisation.id, items));
  const expiring = items.filter((each) => each.state === 'EXPIRING' && !items.some((other) => outlasts(other, each)));
  return [
    ...missing.map((organisation): Task => ({ kind: 'CONSENT_MISSING', who: anybodyAt(organisation), subjectId: id })),
    ...expiring.map((each): Task => ({
      kind: 'CONSENT_EXPIRING',
      who: anybodyAt(each.disclosingOrganisation),
      subjectId: each.id,
      due: each.validTo,
    })),
  ];
}

function journal({ id, participants, journal: { acts, marked, day } }: TodoSources): Task[] {
  const you = participants.find(({ isYou }) => isYou);
  return you && acts > 0 && !marked ? [{ kind: 'JOURNAL', who: person(you.staff), subjectId: id, due: day, params: { acts: String(acts) } }] : [];
}

function isMine(reader: TodoReader, { who }: Task): boolean {
  return who.staff ? who.staff.assignmentId === reader.id : who.organisation.id === reader.organisationId;
}

function itemOf(reader: TodoReader, task: Task): TodoItem {
  const { kind, who, subjectId, text = null, due = null, params = {} } = task;
  const id = kind === 'CONSENT_MISSING' ? `${kind}:${who.organisation.id}` : `${kind}:${subjectId}`;
  return { id, kind, text, params, due, who: isMine(reader, task) ? null : who, subjectId };
}

/** A renewed consent of the same organisation, so that nobody is asked to renew it twice. */
const outlasts = (other: ConsentView, each: ConsentView): boolean =>
  other.disclosingOrganisation.id === each.disclosingOrganisation.id &&
  other.validTo > each.validTo &&
  (inForce(other.state) || other.state === 'UPCOMING');

const inForce = (state: ConsentView['state']): boolean => state === 'VALID' || state === 'EXPIRING';

/** Oldest day first, undated last; days compare as text. */
const byDue = (one: TodoItem, other: TodoItem): number => (one.due ?? '9999').localeCompare(other.due ?? '9999');
