import { contactsJson } from '../../care-team/contact/contact.queries.ts';
import { invitationsJson } from '../../care-team/invitation/invitation.queries.ts';
import { joinRequestsJson } from '../../care-team/invitation/join-request.queries.ts';
import { formerParticipantsJson, participantsJson } from '../../care-team/participant/participant.queries.ts';
import { voiceJson } from '../../citizen/voice/message.sql.ts';
import { consentRowsJson } from '../../consent/consent.sql.ts';
import { handoverRowsJson, openInCase } from '../../handover/handover.queries.ts';
import { readableNotes } from '../../note/note.sql.ts';
import { staffRefJson } from '../../organisation/refs.sql.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';
import { planJson } from '../../plan/plan.sql.ts';
import { questionsJson, UNANSWERED } from '../../question/question.queries.ts';
import { newestEventsJson } from '../../timeline/timeline.queries.ts';
import { accessLogJson } from '../access-log/access-log.sql.ts';
import { VIEWER_FACTS } from '../viewer-facts.sql.ts';
import { isMarked, ownActs } from '../journal/journal.sql.ts';
import { daysWithoutMovement } from '../movement.sql.ts';
import { sealedNumber } from '../subject/subject.sql.ts';

/** How many of each the view carries; the rest is read page by page. */
export const NEWEST_EVENTS = 20;
export const NEWEST_NOTES = 20;
const NEWEST_LOOKS = 3;

const CLOSED = `case when c.status = 'CLOSED' then json_build_object('at', ${instantJson('c.closed_at')}, 'by', ${staffRefJson('c.closed_by_assignment_id')},
  'reason', c.closing_reason, 'remainingWork', coalesce(c.remaining_work, '')) end`;

const PERSON = `json_build_object('id', n.id, 'givenName', n.given_name, 'familyName', n.family_name, 'language', n.language,
  'interpreterLanguage', n.interpreter_language, 'sealed', ${sealedNumber('n.id')})`;

const OWNER_PHONE = `(select coalesce(s.phone, u.phone) from assignment a join staff_member s on s.id = a.staff_member_id join unit u on u.id = a.unit_id
  where a.id = c.owner_assignment_id)`;

/** Most cases have their owner, and ask for nobody else. */
const STAND_IN = `case when c.owner_lost_at is not null then (select ${staffRefJson('lost.accountable_assignment_id')} from handover lost
  where lost.case_id = c.id and lost.owner_lost and lost.scope = 'CASE_OWNERSHIP') end`;

const OPEN_HANDOVERS = handoverRowsJson(
  'viewer.assignment_id',
  openInCase('c.id'),
  `h.scope = 'CASE_OWNERSHIP' desc, h.accepted_at is null desc, h.created_at desc, h.id`,
  20,
);

const HOLDER = `json_build_object('owner', ${staffRefJson('c.owner_assignment_id')}, 'ownerSince', ${instantJson('c.owner_since')},
  'ownerPhone', ${OWNER_PHONE}, 'coordinator', ${staffRefJson('c.coordinator_assignment_id')}, 'standIn', ${STAND_IN},
  'handovers', ${OPEN_HANDOVERS})`;

const NEXT_STEP = `case when c.next_step is not null then
  json_build_object('text', c.next_step, 'due', c.next_step_due, 'setAt', ${instantJson('c.next_step_set_at')}) end`;

const AMBITION_HISTORY = `(select coalesce(json_agg(json_build_object('level', m.level, 'from', ${instantJson('m.from_at')},
    'by', ${staffRefJson('m.set_by_assignment_id')}) order by m.from_at desc), '[]') from case_ambition m where m.case_id = c.id)`;

const COORDINATOR_REQUEST = `(select json_build_object('id', q.id, 'asked', ${staffRefJson('q.asked_assignment_id')},
    'askedBy', ${staffRefJson('q.asked_by_assignment_id')}, 'message', q.message, 'askedAt', ${instantJson('q.asked_at')}, 'version', q.version)
  from coordinator_request q where q.case_id = c.id and q.state = 'PENDING')`;

const NOTES = `(select coalesce(json_agg(newest.note order by newest.sort_at desc, newest.id desc), '[]')
  from (select * from (${readableNotes('c.id', 'viewer.assignment_id')}) readable order by readable.sort_at desc, readable.id desc limit ${NEWEST_NOTES}) newest)`;

const NOTES_TOTAL = `(select count(*) from (${readableNotes('c.id', 'viewer.assignment_id')}) readable)`;

const JOURNAL = `json_build_object('day', app.domain_today(), 'marked', ${isMarked('c.id', 'viewer.assignment_id', 'app.domain_today()')},
  'acts', (select count(*) from (${ownActs('c.id', 'viewer.assignment_id', 'app.domain_today()')}) acts))`;

/** One SQL expression per section, over `viewer` (the reader's own participation), `c` (the case) and `n` (the person). */
export const SECTIONS = {
  facts: VIEWER_FACTS,
  openedAt: instantJson('c.opened_at'),
  reason: 'c.reason',
  closed: CLOSED,
  person: PERSON,
  holder: HOLDER,
  nextStep: NEXT_STEP,
  lastMovementAt: instantJson('c.last_movement_at'),
  daysWithoutMovement: daysWithoutMovement('c.last_movement_at'),
  ambitionHistory: AMBITION_HISTORY,
  participants: participantsJson('c.id'),
  formerParticipants: formerParticipantsJson('c.id'),
  contacts: contactsJson('c.id'),
  invitations: invitationsJson('c.id'),
  joinRequests: joinRequestsJson('c.id'),
  coordinatorRequest: COORDINATOR_REQUEST,
  consents: consentRowsJson('c.id', 'viewer.assignment_id'),
  notes: NOTES,
  notesTotal: NOTES_TOTAL,
  events: newestEventsJson('c.id', 'viewer.organisation_id', NEWEST_EVENTS),
  plan: planJson('c.id'),
  accessLog: accessLogJson('c.id', NEWEST_LOOKS),
  journal: JOURNAL,
  voice: voiceJson('c.id', 'viewer.organisation_id'),
  questions: questionsJson('c.id', 'viewer.assignment_id', UNANSWERED),
  joinedAt: instantJson('viewer.from_at'),
  introduced: 'viewer.introduced_at is not null',
} as const;

/**
 * The whole shared case in one statement: $1 the case, $2 the reader's assignment. It starts at the reader's own participation, so
 * whoever is outside the team gets no row even without row security; each section then cuts to what the reader may see.
 */
export const CASE_VIEW = `
  select json_build_object(${Object.entries(SECTIONS)
    .map(([name, expression]) => `'${name}', ${expression}`)
    .join(',\n')}) as stored
  from participation viewer join coordination_case c on c.id = viewer.case_id join person n on n.id = c.person_id
  where viewer.case_id = $1::uuid and viewer.assignment_id = $2::uuid and viewer.until_at is null`;
