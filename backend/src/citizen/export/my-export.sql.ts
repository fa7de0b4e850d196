import { instantJson } from '../../platform/database/instant.sql.ts';
import { LOOKER_NAME, LOOKER_ROLE } from '../looker.sql.ts';

/** SQL text: every row of `from` as a list of the columns given, oldest first. */
const list = (columns: Record<string, string>, from: string, order: string): string =>
  `(select coalesce(json_agg(json_build_object(${Object.entries(columns)
    .map(([name, expression]) => `'${name}', ${expression}`)
    .join(', ')}) order by ${order}), '[]') from ${from})`;

const organisation = (id: string): string => `(select o.name from organisation o where o.id = ${id})`;
const staff = (assignment: string): string =>
  `(select s.given_name || ' ' || s.family_name from assignment a join staff_member s on s.id = a.staff_member_id where a.id = ${assignment})`;
const at = instantJson;

/**
 * Everything Samspel holds about the person that they may read, case by case, under the names of the tables it comes from. $1: the person, who
 * must also be the actor. What is shared between staff alone (notes, drafts, disclosed words of others) is theirs to give, not part of it; that it
 * was shared, by whom, with whom and under which consent, is.
 */
export const EXPORT = {
  person: `select json_build_object('givenName', n.given_name, 'familyName', n.family_name, 'language', n.language, 'interpreterLanguage', n.interpreter_language,
      'recordedAt', ${at('n.created_at')}) as data from person n where n.id = $1`,
  cases: `select coalesce(json_agg(json_build_object(
      'reference', c.reference, 'status', c.status, 'openedAt', ${at('c.opened_at')}, 'reason', c.reason, 'owner', ${staff('c.owner_assignment_id')},
      'coordinator', ${staff('c.coordinator_assignment_id')}, 'nextStep', c.next_step, 'nextStepDue', c.next_step_due, 'closedAt', ${at('c.closed_at')},
      'closingReason', c.closing_reason, 'remainingWork', c.remaining_work,
      'team', ${list(
        {
          name: staff('p.assignment_id'),
          organisation: organisation('p.organisation_id'),
          role: 'p.role',
          questionArea: 'p.question_area',
          from: at('p.from_at'),
          until: at('p.until_at'),
        },
        'participation p where p.case_id = c.id',
        'p.from_at, p.id',
      )},
      'contacts', ${list({ kind: 't.kind', name: 't.name', worksAt: 't.works_at', phone: 't.phone', questionArea: 't.question_area', removedAt: at('t.removed_at') }, 'case_contact t where t.case_id = c.id', 't.name, t.id')},
      'consents', ${list(
        {
          sharing: organisation('k.disclosing_organisation_id'),
          givenBy: 'k.given_by',
          purpose: 'k.purpose',
          categories: 'k.information_categories',
          exclusions: 'k.exclusions',
          recipients: `(select coalesce(json_agg(coalesce(${organisation('r.organisation_id')}, (select t.name from case_contact t where t.id = r.contact_id))), '[]') from consent_recipient r where r.consent_id = k.id)`,
          validFrom: 'k.valid_from',
          validTo: 'k.valid_to',
          form: 'k.form',
          takenBy: staff('k.taken_by_assignment_id'),
          takenAt: at('k.taken_at'),
          withdrawnAt: at('k.withdrawn_at'),
          withdrawnVia: 'k.withdrawn_via',
        },
        'consent k where k.case_id = c.id',
        'k.taken_at, k.id',
      )},
      'consentProposals', ${list({ sharing: organisation('q.disclosing_organisation_id'), purpose: 'q.purpose', categories: 'q.information_categories', exclusions: 'q.exclusions', validTo: 'q.valid_to', proposedAt: at('q.proposed_at'), state: 'q.state', answeredAt: at('q.answered_at') }, 'consent_proposal q where q.case_id = c.id', 'q.proposed_at, q.id')},
      'disclosures', ${list(
        {
          from: organisation('d.from_organisation_id'),
          to: `(select coalesce(json_agg(${organisation('r.organisation_id')}), '[]') from disclosure_recipient r where r.disclosure_id = d.id)`,
          kind: 'd.subject_kind',
          category: 'd.information_category',
          at: at('d.disclosed_at'),
          by: staff('d.disclosed_by_assignment_id'),
        },
        'disclosure d where d.case_id = c.id',
        'd.disclosed_at, d.id',
      )},
      'planVersions', ${list(
        {
          number: 'v.number',
          type: 'v.type',
          reason: 'v.reason',
          publishedAt: at('v.published_at'),
          publishedBy: staff('v.published_by_assignment_id'),
          items: list(
            { kind: 'i.kind', content: `(i.content - 'conflict' - 'conflictOrganisationIds') #- '{frozen,conflictOrganisations}'` },
            `plan_version_item i where i.version_id = v.id and i.kind not in ('DISSENT', 'FOLLOW_UP')`,
            'i.position, i.item_id',
          ),
          agreements: list(
            {
              organisation: organisation('g.organisation_id'),
              byThePerson: 'g.person_id is not null',
              byRepresentative: 'g.made_by_person_id is not null',
              stance: 'g.stance',
              at: at('g.agreed_at'),
            },
            'plan_agreement g where g.version_id = v.id',
            'g.agreed_at',
          ),
        },
        'plan_version v where v.case_id = c.id',
        'v.number',
      )},
      'ownWords', ${list({ kind: 'i.kind', content: 'i.content', byRepresentative: 'i.made_by_person_id is not null', at: at('i.changed_at'), removedAt: at('i.removed_at') }, `plan_item i where i.case_id = c.id and i.author_person_id = $1`, 'i.changed_at, i.id')},
      'messages', ${list(
        {
          kind: 'm.kind',
          reason: 'm.reason',
          text: 'm.text',
          madeAt: at('m.made_at'),
          writtenDownBy: staff('m.recorded_by_assignment_id'),
          form: 'm.recorded_form',
          state: 'm.state',
          answer: 'm.answer',
          answeredBy: staff('m.answered_by_assignment_id'),
          answeredAt: at('m.answered_at'),
        },
        'person_message m where m.case_id = c.id',
        'm.made_at, m.id',
      )},
      'ratings', ${list({ value: 'r.value', on: 'r.rated_on', writtenDownBy: staff('r.recorded_by_assignment_id') }, 'person_rating r where r.case_id = c.id', 'r.rated_on')},
      'handovers', ${list({ scope: 'h.scope', state: 'h.state', from: organisation('h.from_organisation_id'), to: organisation('h.to_organisation_id'), offeredAt: at('h.offered_at'), acceptedAt: at('h.accepted_at'), endedAt: at('h.ended_at') }, `handover h where h.case_id = c.id and h.state <> 'DRAFT'`, 'h.created_at, h.id')},
      'representatives', ${list({ name: 'app.representative_name(r.id)', kind: 'r.kind', basis: 'r.basis', validFrom: 'r.valid_from', validTo: 'r.valid_to', endedAt: at('r.ended_at') }, 'person_representative r where r.case_id = c.id', 'r.registered_at')},
      'timeline', ${list({ kind: 'e.kind', at: at('e.occurred_at'), by: staff('e.actor_assignment_id'), params: 'e.params', text: 'e.text' }, 'timeline_event e where e.case_id = c.id and e.shown_to_person', 'e.occurred_at, e.id')}
    ) order by c.opened_at), '[]') as data
    from case_access me join coordination_case c on c.id = me.case_id and c.person_id = me.actor_id where me.actor_id = $1 and me.via = 'SUBJECT'`,
  accessLog: `select ${list(
    {
      at: at('e.recorded_at'),
      kind: 'e.actor_kind',
      name: LOOKER_NAME,
      role: LOOKER_ROLE,
      organisation: organisation('e.organisation_id'),
      unit: '(select u.name from unit u where u.id = e.unit_id)',
      purpose: 'e.purpose',
      action: 'e.action',
      byRepresentative: 'e.representative_person_id is not null',
    },
    `audit_event e where exists (select 1 from case_access me where me.actor_id = $1 and me.via = 'SUBJECT' and me.case_id = e.case_id)`,
    'e.recorded_at, e.id',
  )} as data`,
  mail: `select (select json_build_object('email', m.email, 'since', ${at('m.since')}) from person_mail m where m.person_id = $1) as data`,
  sessions: `select ${list({ startedAt: at('s.created_at'), lastSeenAt: at('s.last_seen_at'), endedAt: at('s.ended_at'), device: 's.device' }, 'session s where s.person_id = $1', 's.created_at')} as data`,
} as const;
