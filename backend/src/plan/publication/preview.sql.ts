import { bodyJson } from '../../citizen/plan/person-plan.sql.ts';
import { FACTS_NOW } from './facts.sql.ts';
import { isRead, publishableItems } from './items.sql.ts';

/** What $2's publication of the plan $1 would hold: as the person's own page will read it once it is published. $3: the organisation of $2. */
export const PREVIEW = `
  select ${bodyJson(publishableItems('p.id', '$3::uuid'), {
    number: '(app.last_plan_version(p.id) + 1)',
    publishedAt: 'app.domain_now()',
    by: '$2::uuid',
    // As a version keeps it: the order of its fields included.
    facts: `(${FACTS_NOW})::jsonb`,
    agreedAt: 'null::timestamptz',
    reads: isRead('i', '$3::uuid'),
  })} as body
  from care_plan p join coordination_case c on c.id = p.case_id
  join participation me on me.case_id = c.id and me.assignment_id = $2 and me.until_at is null
  where p.id = $1`;
