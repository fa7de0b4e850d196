import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { TeamCase } from '../case/team-case.ts';
import { isCoveredSql } from '../case/case-facts.ts';
import { organisationRefById, staffRefJson } from '../organisation/refs.sql.ts';
import { Clock } from '../platform/clock/clock.ts';
import { addWorkingDays, lastDayOf } from '../platform/clock/working-time.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { batonOf, categoryOf, heldActivity, mayReach } from './handed-over-activity.ts';
import type { HandoverUnitsQuery, HandoverUnitsView, HandoverUnitView } from './handover-units.dto.ts';
import { mayHandOver } from './handover.policy.ts';
import { usualDays } from './handover.views.ts';
import { limitsJson, linkTemplateId } from './link-template.sql.ts';
import { RECEIVERS } from './receiving-unit.ts';

interface UnitRow extends Omit<HandoverUnitView, 'canReceive' | 'because' | 'usualDays' | 'defaultAnswerBy'> {
  takesIntake: boolean;
  own: boolean;
}

const IN_FORCE = 'k.case_id = $1::uuid and k.withdrawn_at is null and app.domain_today() between k.valid_from and k.valid_to';

/** Until when: any consent that names one's own organisation, or the one that lets it share with the other. */
const COVERED_UNTIL = `(select max(k.valid_to)::text from consent k left join consent_recipient r on r.consent_id = k.id where ${IN_FORCE}
  and case when u.organisation_id = me.organisation_id then me.organisation_id in (k.disclosing_organisation_id, r.organisation_id)
      else k.disclosing_organisation_id = me.organisation_id and r.organisation_id = u.organisation_id and 'CONTACT' = any (k.information_categories) end)`;

const UNITS = `
  select json_build_object('id', u.id, 'name', u.name) as unit, ${organisationRefById('u.organisation_id')} as organisation,
         ${RECEIVERS} as receivers, u.function_address is not null as "hasFunctionAddress", u.takes_intake as "takesIntake", u.organisation_id = me.organisation_id as own,
         case when u.organisation_id = me.organisation_id then ${isCoveredSql('$1::uuid', 'me.organisation_id')}
              else app.covering_consent($1, me.organisation_id, u.organisation_id, 'CONTACT') is not null
                and app.covering_consent($1, me.organisation_id, u.organisation_id, $3) is not null end as covered,
         ${COVERED_UNTIL} as "coveredUntil", ${limitsJson('t')} as limits, t.checklist,
         case when u.organisation_id <> me.organisation_id then '[]' else (
           select coalesce(json_agg(${staffRefJson('c.id')} order by c.id), '[]') from assignment c where c.unit_id = u.id and c.id <> me.id
             and c.role in ('CASEWORKER', 'SUPERVISOR') and app.works_today(c.id) and not app.is_away(c.id)) end as colleagues
  from assignment me join unit u on coalesce(u.closed_on > app.domain_today(), true) join organisation o on o.id = u.organisation_id
  join principal p on p.id = o.principal_id and p.kind <> 'FEDERATION'
  join link_template t on t.id = ${linkTemplateId('me.unit_id', 'u.id')}
  where me.id = $2 order by u.organisation_id <> me.organisation_id, o.name, u.name, u.id`;

/** Where a handover could go, and what is known of each place before anything is sent. */
@Injectable()
export class ReceivingUnits {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async list(actor: StaffActor, caseId: string, query: HandoverUnitsQuery): Promise<HandoverUnitsView> {
    const { rows, waits, activity } = await this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toRead(tx, actor, caseId);
      const held = await heldActivity(tx, actor, batonOf(caseId, query));
      this.gate.require(mayHandOver(actor, facts, query.scope, held));
      const rows = await tx.query<UnitRow[]>(UNITS, [caseId, actor.id, categoryOf(query.scope).category ?? null]);
      for (const row of rows) row.covered &&= mayReach(held, row.organisation.id);
      return { rows, waits: await waitsOf(tx), activity: held && { id: query.activityId!, text: held.text } };
    });
    await this.audit.read(actor, { action: 'handover.units', fieldClass: 'CASE', caseId });
    const now = this.clock.now();
    const items = rows.map(({ takesIntake, own, ...unit }) => {
      const because = whyNot({ ...unit, takesIntake, own });
      const defaultAnswerBy = lastDayOf(addWorkingDays(now, unit.limits.ownerDays));
      return { ...unit, canReceive: !because, because, defaultAnswerBy, usualDays: usualDays(waits.get(unit.unit.id) ?? []) };
    });
    return { items, activity };
  }
}

function whyNot({ own, takesIntake, receivers, hasFunctionAddress, covered }: UnitRow): string | null {
  if (!own && !takesIntake) return 'no_intake';
  if (!receivers && !hasFunctionAddress) return 'no_receiver';
  return covered ? null : 'consent_missing';
}

interface Wait {
  to: string;
  offeredOn: string;
  acceptedOn: string;
}

async function waitsOf(tx: Tx): Promise<Map<string, Wait[]>> {
  const waits = await tx.query<Wait[]>(
    `select to_unit_id as "to", offered_on::text as "offeredOn", accepted_on::text as "acceptedOn" from app.link_waits()`,
  );
  return Map.groupBy(waits, ({ to }) => to);
}
