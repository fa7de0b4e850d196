import { clockJson } from '../../handover/handover-metadata.sql.ts';
import { PENDING } from '../../handover/handover.queries.ts';
import { organisationRefById } from '../../organisation/refs.sql.ts';
import { factsPersonJson } from '../../plan/publication/facts.sql.ts';
import { frozenItemsJson } from '../../plan/publication/items.sql.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';
import { STAND_IN } from '../my-plan.queries.ts';

const LIVE_ACTIVITIES = (items: string): string => `
  (select coalesce(json_agg(json_build_object('id', t.id, 'provider', t.provider, 'state', t.state, 'owner', ${factsPersonJson('t.owner_assignment_id')},
      'asked', ${organisationRefById('t.requested_organisation_id')}, 'startOn', t.start_on, 'dueOn', t.due_on, 'afterId', t.after_activity_id,
      'byPerson', t.state = 'COMPLETED' and t.completed_by_assignment_id is null,
      'performer', (select json_build_object('name', k.name, 'worksAt', k.works_at) from case_contact k where k.id = t.performer_contact_id),
      'handover', (select json_build_object('toOrganisation', ${organisationRefById('h.to_organisation_id')}, 'clock', ${clockJson('h')})
        from handover h where h.activity_id = t.id and h.state in ${PENDING} limit 1)) order by t.id), '[]')
   from ${items} f join plan_activity t on t.id = f.id)`;

const ATTAINMENTS = (items: string): string => `
  (select coalesce(json_object_agg(f.id, g.status), '{}') from ${items} f
   join lateral (select status from goal_attainment where goal_id = f.id order by set_at desc, id desc limit 1) g on true where f.kind = 'GOAL')`;

/**
 * SQL text: the person's words of the plan `p` as they stand, published or not: nobody has to publish them to the one who said them. `reads`: a
 * condition on `i`, where somebody else than the person looks.
 */
const wordsOfPerson = (reads = 'true'): string => `
  (select coalesce(json_agg(json_build_object('itemId', i.id, 'kind', i.kind, 'text', i.content ->> 'text', 'goalKind', i.goal_kind, 'parentId', i.parent_id)
      order by i.position, i.id), '[]')
   from plan_item i where i.plan_id = p.id and i.kind in ('WHAT_MATTERS', 'GOAL') and i.shared_at is not null and i.removed_at is null
     and (i.author_person_id is not null or i.kind = 'WHAT_MATTERS' and i.recorded_form is not null) and ${reads})`;
export const OWN_WORDS = wordsOfPerson();

/**
 * SQL text: `StoredBody` of the plan `p` in the case `c`, whose items are `items`. The one way to it, so that what staff look at before they publish
 * is what the person reads after.
 */
export const bodyJson = (
  items: string,
  version: { number: string; publishedAt: string; by: string; facts: string; agreedAt: string; reads?: string },
): string => `
  json_build_object('number', ${version.number}, 'publishedAt', ${instantJson(version.publishedAt)}, 'publishedBy', ${factsPersonJson(version.by)},
    'facts', ${version.facts}, 'agreedAt', ${instantJson(version.agreedAt)}, 'open', p.ended_at is null, 'items', ${frozenItemsJson(items)},
    'own', ${wordsOfPerson(version.reads)}, 'activities', ${LIVE_ACTIVITIES(items)}, 'attainments', ${ATTAINMENTS(items)},
    'nextStep', case when c.status = 'OPEN' and c.next_step is not null then json_build_object('text', c.next_step, 'due', c.next_step_due,
      'who', ${factsPersonJson(`coalesce(${STAND_IN}, c.owner_assignment_id)`)}) end)`;
