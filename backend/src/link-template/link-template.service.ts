import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { refusing } from '../organisation/database-refusals.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import { requireVersion } from '../platform/http/version.ts';
import { conflict, notVisible, type Problem, type ProblemError, unprocessable } from '../platform/problem/problem.ts';
import type { LinkTemplateInput, LinkTemplateView, NewLinkTemplate } from './link-template.dto.ts';

const unit = (id: string): string => `(select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = ${id})`;
const TEMPLATES = `
  select t.id, t.name, t.receipt_days as "receiptDays", t.owner_days as "ownerDays", t.first_contact_days as "firstContactDays", t.loop_days as "loopDays",
         t.checklist, ${unit('t.from_unit_id')} as "fromUnit", ${unit('t.to_unit_id')} as "toUnit", t.from_kind as "fromKind", t.to_kind as "toKind", t.version
  from link_template t
  order by num_nonnulls(t.from_unit_id, t.to_unit_id) desc, num_nonnulls(t.from_kind, t.to_kind) desc, t.name, t.id limit 500`;

/** Handovers that run on the older limits are found by the sweep, which gives them new due times. */
const UPDATE = `
  update link_template set name = $2, receipt_days = $3, owner_days = $4, first_contact_days = $5, loop_days = $6, checklist = $7, version = version + 1,
    limits_version = limits_version + case when (receipt_days, owner_days, first_contact_days, loop_days) is distinct from ($3, $4, $5, $6) then 1 else 0 end
  where id = $1`;

/** Limits and checklists per link, kept as data by administrators. */
@Injectable()
export class LinkTemplates {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly audit: AuditLog,
  ) {}

  list(): Promise<LinkTemplateView[]> {
    return this.db.lookUp<LinkTemplateView>('link-templates', TEMPLATES, []);
  }

  add(actor: StaffActor, key: OnceKey, body: NewLinkTemplate): Promise<Outcome> {
    return this.once.run(actor, key, async (tx, id) => {
      requireLimitsFit(body);
      const { fromUnitId = null, toUnitId = null, fromKind = null, toKind = null } = body;
      if ((fromUnitId || toUnitId) && (fromKind || toKind)) throw unprocessable([{ pointer: '/fromKind', code: 'units_or_kinds' }]);
      const insert = tx.query(
        `insert into link_template (id, name, receipt_days, owner_days, first_contact_days, loop_days, checklist, from_unit_id, to_unit_id, from_kind, to_kind)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, ...fieldsOf(body), fromUnitId, toUnitId, fromKind, toKind],
      );
      await refusing(insert, {
        one_template_per_link: linkTaken,
        link_template_from_unit_id_fkey: () => unprocessable([{ pointer: '/fromUnitId', code: 'unknown' }]),
        link_template_to_unit_id_fkey: () => unprocessable([{ pointer: '/toUnitId', code: 'unknown' }]),
        link_template_from_kind_check: () => unprocessable([{ pointer: '/fromKind', code: 'not_a_link' }]),
        link_template_to_kind_check: () => unprocessable([{ pointer: '/toKind', code: 'not_a_link' }]),
      });
      await this.record(tx, actor, 'link-template.added', id);
    });
  }

  edit(actor: StaffActor, id: string, version: number, body: LinkTemplateInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const [template] = await tx.query<{ version: number }[]>('select version from link_template where id = $1 for update', [id]);
      if (!template) throw notVisible();
      requireVersion(template, version);
      requireLimitsFit(body);
      await tx.query(UPDATE, [id, ...fieldsOf(body)]);
      await this.record(tx, actor, 'link-template.changed', id);
    });
  }

  private record(tx: Tx, actor: StaffActor, action: string, subjectId: string): Promise<void> {
    return this.audit.write(tx, actor, { action, fieldClass: 'ORGANISATION', purpose: 'ADMINISTRATION', subjectId });
  }
}

const fieldsOf = ({ name, receiptDays, ownerDays, firstContactDays, loopDays, checklist }: LinkTemplateInput): unknown[] => [
  ...[name, receiptDays, ownerDays, firstContactDays, loopDays],
  checklist.map((line) => line.trim()),
];

/** Each stage takes at least as long as what it contains. */
function requireLimitsFit({ receiptDays, ownerDays, firstContactDays, loopDays, checklist }: LinkTemplateInput): void {
  const errors: ProblemError[] = [];
  if (ownerDays < receiptDays) errors.push({ pointer: '/ownerDays', code: 'before_receipt' });
  if (loopDays < firstContactDays) errors.push({ pointer: '/loopDays', code: 'before_first_contact' });
  const lines = checklist.map((line) => line.trim());
  if (lines.includes('') || new Set(lines).size < lines.length) errors.push({ pointer: '/checklist', code: 'lines_differ' });
  if (errors.length) throw unprocessable(errors);
}

const linkTaken = (): Problem => conflict('link-template.taken', 'Länken har redan en mall', 'Ändra den mall som finns för länken.');
