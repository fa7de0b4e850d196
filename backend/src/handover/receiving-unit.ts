import type { Tx } from '../platform/database/database.ts';
import { conflict, type Problem, unprocessable } from '../platform/problem/problem.ts';
import { limitsJson, linkTemplateId } from './link-template.sql.ts';
import type { Limits } from './handover.clock.ts';

/** The unit a handover goes to, and the link there. */
export interface ReceivingUnit {
  unitId: string;
  organisationId: string;
  open: boolean;
  /** Somebody there receives today, or an address is read. */
  canReceive: boolean;
  templateId: string;
  limitsVersion: number;
  limits: Limits;
  checklist: string[];
}

/** SQL text over `u`: how many work there today, are not away, and may take a case. */
export const RECEIVERS = `(select count(*)::int from assignment r where r.unit_id = u.id and r.role in ('CASEWORKER', 'SUPERVISOR')
  and app.works_today(r.id) and not app.is_away(r.id))`;

const UNIT = `
  select u.id as "unitId", u.organisation_id as "organisationId",
         coalesce(u.closed_on > app.domain_today(), true) and p.kind <> 'FEDERATION' and (u.takes_intake or u.organisation_id = sender.organisation_id) as open,
         u.function_address is not null or ${RECEIVERS} > 0 as "canReceive",
         t.id as "templateId", t.limits_version as "limitsVersion", ${limitsJson('t')} as limits, t.checklist
  from unit u join organisation o on o.id = u.organisation_id join principal p on p.id = o.principal_id join unit sender on sender.id = $2
  join link_template t on t.id = ${linkTemplateId('sender.id', 'u.id')} where u.id = $1`;

/** 422 for an unknown unit. */
export async function receivingUnit(tx: Tx, toUnitId: string, fromUnitId: string): Promise<ReceivingUnit> {
  const [unit] = await tx.query<ReceivingUnit[]>(UNIT, [toUnitId, fromUnitId]);
  if (!unit) throw unprocessable([{ pointer: '/toUnitId', code: 'unknown' }]);
  return unit;
}

/** Why nothing can be sent there today; null when it can. */
export function whyNotReceiving({ open, canReceive }: Pick<ReceivingUnit, 'open' | 'canReceive'>): Problem | null {
  if (!open) return conflict('unit.closed', 'Enheten tar inte emot', 'Enheten är stängd eller tar inte emot överlämningar. Välj en annan enhet.');
  if (canReceive) return null;
  return conflict(
    'unit.no_receiver',
    'Ingen kan ta emot',
    'Ingen på enheten kan ta emot i dag, och den har ingen funktionsadress. Välj en annan enhet.',
  );
}
