import { organisationRefById, staffRefJson } from '../organisation/refs.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';

const RECIPIENT_ORGANISATIONS = `(select coalesce(json_agg(${organisationRefById('r.organisation_id')} order by r.organisation_id), '[]')
  from consent_recipient r where r.consent_id = k.id and r.organisation_id is not null)`;

const RECIPIENT_CONTACTS = `(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'worksAt', t.works_at) order by t.name, t.id), '[]')
  from consent_recipient r join case_contact t on t.id = r.contact_id where r.consent_id = k.id)`;

/** One consent `k` as a `ConsentRow`. */
const CONSENT = `json_build_object(
  'id', k.id, 'disclosingOrganisation', ${organisationRefById('k.disclosing_organisation_id')}, 'givenBy', k.given_by, 'purpose', k.purpose,
  'informationCategories', k.information_categories, 'exclusions', k.exclusions,
  'recipients', json_build_object('organisations', ${RECIPIENT_ORGANISATIONS}, 'contacts', ${RECIPIENT_CONTACTS}),
  'validFrom', k.valid_from, 'validTo', k.valid_to, 'form', k.form, 'takenBy', ${staffRefJson('k.taken_by_assignment_id')},
  'takenAt', ${instantJson('k.taken_at')}, 'textVersion', k.text_version, 'version', k.version,
  'withdrawn', case when k.withdrawn_at is not null then json_build_object('at', ${instantJson('k.withdrawn_at')}, 'via', k.withdrawn_via,
    'by', ${staffRefJson('k.withdrawn_by_assignment_id')}) end)`;

/**
 * A scalar subquery: all consents of a case as `ConsentRow[]`, newest first. Both arguments are SQL expressions written in code. Goes through
 * the actor, so that the statement is right even without row security.
 */
export const consentRowsJson = (caseId: string, actorId: string): string =>
  `(select coalesce(json_agg(${CONSENT} order by k.taken_at desc, k.id desc), '[]')
    from consent k join case_access me on me.case_id = k.case_id and me.actor_id = ${actorId} where k.case_id = ${caseId})`;
