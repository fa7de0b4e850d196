import type { ContactAction } from '@samspel/shared/care-team/care-team.ts';
import { availability } from '../../access/availability.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { mayWorkInTeam } from '../../case/team-case.policy.ts';
import type { ContactView } from './contact.dto.ts';

export type ContactRow = Omit<ContactView, 'actions' | 'blocked'>;

/** SQL text: a JSON array of ContactRow by name, without those removed. The caller makes sure the reader is in the team. */
export const contactsJson = (caseId: string): string => `
  (select coalesce(json_agg(json_build_object('id', contact.id, 'kind', contact.kind, 'name', contact.name, 'worksAt', contact.works_at, 'phone', contact.phone, 'email', contact.email,
      'questionArea', contact.question_area, 'removed', contact.removed_at is not null, 'version', contact.version) order by contact.name, contact.id), '[]')
    from case_contact contact where contact.case_id = ${caseId} and contact.removed_at is null)`;

export function contactViews(facts: CaseFacts, rows: readonly ContactRow[]): ContactView[] {
  const work = mayWorkInTeam(facts);
  return rows.map((row) => ({
    ...row,
    ...availability<ContactAction>(row.removed ? { 'contact.restore': work } : { 'contact.change': work, 'contact.remove': work }),
  }));
}
