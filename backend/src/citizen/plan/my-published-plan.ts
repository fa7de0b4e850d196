import { publishedItems } from '../../plan/publication/items.sql.ts';
import { bodyJson, OWN_WORDS } from './person-plan.sql.ts';
import type { OwnWords, StoredBody } from './person-plan.ts';

export interface StoredMyPlan {
  id: string;
  own: OwnWords[];
  body: StoredBody | null;
}

const BODY = bodyJson(publishedItems('v.id'), {
  number: 'v.number',
  publishedAt: 'v.published_at',
  by: 'v.published_by_assignment_id',
  facts: 'v.facts',
  agreedAt: '(select g.agreed_at from plan_agreement g where g.version_id = v.id and g.person_id = $1)',
});

/** The plan of the case $2, which must be about the reader $1: the latest version and nothing that is not in it but the person's own words. */
export const MY_PUBLISHED_PLAN = `
  select p.id, ${OWN_WORDS} as own, case when v.id is not null then ${BODY} end as body
  from case_access me join coordination_case c on c.id = me.case_id and c.person_id = me.actor_id join care_plan p on p.case_id = c.id
  left join lateral (select * from plan_version where plan_id = p.id order by number desc limit 1) v on true
  where me.actor_id = $1 and me.via = 'SUBJECT' and c.id = $2
  order by p.ended_at is null desc, p.begun_at desc limit 1`;
