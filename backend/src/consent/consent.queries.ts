import { Injectable } from '@nestjs/common';
import { INFORMATION_CATEGORIES } from '@samspel/shared/consent/consent.ts';
import type { Actor } from '../access/actor.ts';
import type { OrganisationRef } from '../organisation/refs.dto.ts';
import { organisationRefById } from '../organisation/refs.sql.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import type { ConsentPreviewView, ConsentScopeInput, ConsentsView } from './consent.dto.ts';
import { consentRowsJson } from './consent.sql.ts';
import { type ConsentRow, consentsView } from './consent.view.ts';

const OF_CASE = `select ${consentRowsJson('$1::uuid', '$2::uuid')} as rows`;

const RECEIVERS = `
  select ${organisationRefById('o.id')} as organisation,
         (select coalesce(json_agg(s.given_name || ' ' || s.family_name order by s.given_name, s.family_name), '[]')
          from participation p join assignment a on a.id = p.assignment_id join staff_member s on s.id = a.staff_member_id
          where p.case_id = $1 and p.organisation_id = o.id and p.until_at is null
          and exists (select 1 from case_access me where me.actor_id = $2 and me.case_id = p.case_id)) as people
  from organisation o where o.id = any ($3::uuid[]) order by o.name`;

const CONTACTS = `
  select t.name from case_contact t join case_access me on me.case_id = t.case_id and me.actor_id = $2
  where t.case_id = $1 and t.id = any ($3::uuid[]) order by t.name`;

@Injectable()
export class ConsentQueries {
  constructor(private readonly clock: Clock) {}

  async ofCase(tx: Tx, actor: Actor, caseId: string): Promise<ConsentsView> {
    const [found] = await tx.query<{ rows: ConsentRow[] }[]>(OF_CASE, [caseId, actor.id]);
    return consentsView(found?.rows ?? [], this.clock.today());
  }

  /** Exactly who would see what, as the team stands now; nothing is stored. */
  async preview(tx: Tx, actor: Actor, caseId: string, scope: ConsentScopeInput): Promise<ConsentPreviewView> {
    const categories = INFORMATION_CATEGORIES.filter((each) => scope.informationCategories.includes(each));
    const { organisationIds, contactIds } = scope.recipients;
    const receivers = await tx.query<{ organisation: OrganisationRef; people: string[] }[]>(RECEIVERS, [caseId, actor.id, organisationIds]);
    const contacts = await tx.query<{ name: string }[]>(CONTACTS, [caseId, actor.id, contactIds]);
    return {
      sees: [...receivers, ...contacts.map(({ name }) => ({ organisation: null, people: [name] }))].map((each) => ({ ...each, categories })),
      notSeen: scope.exclusions,
      notSeenCategories: INFORMATION_CATEGORIES.filter((each) => !categories.includes(each)),
    };
  }
}
