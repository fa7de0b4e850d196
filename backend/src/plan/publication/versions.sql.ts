import { organisationRefById, staffRefJson } from '../../organisation/refs.sql.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';
import { FACTS_NOW } from './facts.sql.ts';
import { frozenItemsJson, isRead, publishableItems, publishedItems } from './items.sql.ts';

/** SQL text: who stands behind the version, as `PlanAgreementView`s, whoever said so first first. */
export const agreementsJson = (versionId: string): string => `
  (select coalesce(json_agg(json_build_object('organisation', ${organisationRefById('g.organisation_id')}, 'staff', ${staffRefJson('g.assignment_id')},
      'person', g.person_id is not null, 'stance', g.stance, 'recordedForm', g.recorded_form,
      'viaRepresentative', g.made_by_person_id is not null, 'at', ${instantJson('g.agreed_at')})
      order by g.agreed_at, g.organisation_id, g.person_id), '[]')
   from plan_agreement g where g.version_id = ${versionId})`;

const ROW = `'number', v.number, 'publishedAt', ${instantJson('v.published_at')}, 'by', ${staffRefJson('v.published_by_assignment_id')},
  'reason', v.reason, 'type', v.type, 'agreements', ${agreementsJson('v.id')}`;

/** Through the reader: $2 takes part in the plan's case, for the organisation that each version must be open to. */
const READER = `from care_plan p join coordination_case c on c.id = p.case_id
  join participation me on me.case_id = c.id and me.assignment_id = $2 and me.until_at is null`;
const VERSIONS = `${READER} join plan_version v on v.plan_id = p.id and ${isRead('v', 'me.organisation_id')}`;

/** The versions of the plan $1, newest first. */
export const VERSION_ROWS = `select json_build_object(${ROW}) as row ${VERSIONS} where p.id = $1 order by v.number desc`;

const READABLE_ITEMS = frozenItemsJson(publishedItems('v.id', isRead('kept', 'me.organisation_id')));

/** Version $3 of the plan $1, of its items those the reader's organisation may read: `StoredVersion`. */
export const ONE_VERSION = `
  select json_build_object(${ROW}) as row, v.facts, ${READABLE_ITEMS} as items ${VERSIONS} where p.id = $1 and v.number = $3`;

/** The working copy of the plan $1, as far as it has been shared with the reader: `StoredVersion` without a row. */
export const WORKING_COPY = `
  select null as row, ${FACTS_NOW} as facts, ${frozenItemsJson(publishableItems('p.id', 'me.organisation_id'))} as items ${READER} where p.id = $1`;
