import { sealedNumber } from '../../case/subject/subject.sql.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';
import { frozenItemsJson, publishedItems } from '../publication/items.sql.ts';
import { agreementsJson } from '../publication/versions.sql.ts';
import { staffRefJson } from '../../organisation/refs.sql.ts';

/** Whom the plan $1 is about, for $2 who takes part in its case. */
export const SUBJECT = `
  select c.reference, person.given_name as "givenName", person.given_name || ' ' || person.family_name as name, ${sealedNumber('person.id')} as sealed
  from care_plan p join coordination_case c on c.id = p.case_id join person on person.id = c.person_id
  join participation me on me.case_id = c.id and me.assignment_id = $2 and me.until_at is null
  where p.id = $1`;

/** The latest version of the open plan about $1, or of the last one that ended. */
export const MY_LATEST = `
  select p.id as "planId", p.case_id as "caseId", c.reference, person.given_name as "givenName", person.given_name || ' ' || person.family_name as name, v.facts,
    json_build_object('number', v.number, 'publishedAt', ${instantJson('v.published_at')}, 'by', ${staffRefJson('v.published_by_assignment_id')}, 'reason', v.reason,
      'type', v.type, 'agreements', ${agreementsJson('v.id')}) as row,
    ${frozenItemsJson(publishedItems('v.id'))} as items
  from case_access me join coordination_case c on c.id = me.case_id and c.person_id = me.actor_id join person on person.id = c.person_id
  join care_plan p on p.case_id = c.id join plan_version v on v.plan_id = p.id
  where me.actor_id = $1 and me.via = 'SUBJECT'
  order by c.status = 'OPEN' desc, c.opened_at desc, p.ended_at is null desc, p.begun_at desc, v.number desc limit 1`;
