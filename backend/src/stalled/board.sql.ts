import { PENDING_STATES } from '@samspel/shared/handover/handover.ts';
import { metadataPairs } from '../handover/handover-metadata.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';

const PENDING = `('${PENDING_STATES.join("', '")}')`;

/** What a supervisor may know of a handover and what the acts on it are decided by, as `StalledFacts`, for `h` and the supervisor `me`. */
export const STALLED_FACTS = `json_build_object(${metadataPairs('h')},
  'caseId', (select p.case_id from participation p where p.case_id = h.case_id and p.assignment_id = me.id and p.until_at is null),
  'supervisesSender', me.organisation_id = h.from_organisation_id, 'supervisesReceiver', me.organisation_id = h.to_organisation_id,
  'lastAct', (select json_build_object('act', t.act, 'at', ${instantJson('t.effective_at')}) from handover_transition t where t.handover_id = h.id
    order by t.effective_at desc, t.id desc limit 1),
  'lastRung', (select json_build_object('rung', a.rung, 'at', ${instantJson('a.raised_at')}) from alert a where a.handover_id = h.id
    and a.rung not in ('BOUNCED', 'ESCALATED') order by a.raised_at desc, a.id desc limit 1),
  'lastNudgeAt', (select ${instantJson('max(t.effective_at)')} from handover_transition t where t.handover_id = h.id and t.act = 'nudge'),
  'escalated', exists (select 1 from alert a where a.handover_id = h.id and a.rung = 'ESCALATED' and a.epoch = h.epoch),
  'pausedUntil', (select p.until from handover_pause p where p.handover_id = h.id and p.assignment_id = me.id and p.until > app.domain_today()),
  'consentUntil', app.handover_covered_until(h.id))`;

const PAUSED = `h.id in (select p.handover_id from handover_pause p where p.assignment_id = $1 and p.until > app.domain_today())`;
const OF_KIND = `case $6 when 'NO_OWNER' then h.owner_lost when 'NOT_ACCEPTED' then not h.owner_lost and h.state in ${PENDING}
    when 'SILENT' then h.state = 'ACCEPTED' when 'OPEN_LOOP' then h.state = 'IN_PROGRESS' else true end`;
/** $2 the present; $7 and $8 the units; $9 begun before; $10 and $11 where the page before ended; $12 how many. */
const FITS = `h.stalled_from <= $2 and h.stage_started_at < $9 and (h.stage_started_at, h.id) > ($10, $11)
    and ($7::uuid is null or h.from_unit_id = $7) and ($8::uuid is null or h.to_unit_id = $8) and ${OF_KIND} and ${PAUSED} = ($6 is not distinct from 'PAUSED')`;
const oneSide = (side: string): string => `(select h.id, h.stage_started_at from handover h
    where ${side} and ${FITS} order by h.stage_started_at, h.id limit $12)`;

/**
 * One page of a supervisor's board: $1 the supervisor, $3 their organisation, $4 and $5 whether what comes to it and what goes from it.
 * Each side is read in the order of its own index, no further than the page needs.
 */
export const BOARD_PAGE = `
  with shown as (
    select side.id, side.stage_started_at from (
      ${oneSide('$4 and h.to_organisation_id = $3')}
      union all
      ${oneSide('$5 and h.from_organisation_id = $3 and not ($4 and h.to_organisation_id = $3)')}) side
    order by side.stage_started_at, side.id limit $12)
  select ${STALLED_FACTS} as facts, h.case_id as "caseId",
         to_char(h.stage_started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startedAt"
  from shown join handover h on h.id = shown.id join assignment me on me.id = $1 and me.role = 'SUPERVISOR' and me.organisation_id = $3
  order by h.stage_started_at, h.id`;

/** $1 the present, $2 and $3 the directions, $4 begun before. */
export const BOARD_COUNTS = `
  select c.kind, c.paused, c.n, json_build_object('id', f.id, 'name', f.name) as "fromUnit", json_build_object('id', t.id, 'name', t.name) as "toUnit"
  from app.stalled_counts($1, $2, $3, $4) c join unit f on f.id = c.from_unit_id join unit t on t.id = c.to_unit_id
  order by f.name, t.name, f.id, t.id`;
