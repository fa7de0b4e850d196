import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { TeamCase } from '../team-case.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/problem/problem.ts';
import type { JournalTextView } from './journal.dto.ts';
import { type JournalAct, journalText } from './journal.rules.ts';
import { isMarked, ownActs } from './journal.sql.ts';

interface JournalRow {
  reference: string;
  personName: string;
  author: string;
  marked: boolean;
  acts: JournalAct[];
}

const JOURNAL = `
  select c.reference, n.given_name || ' ' || n.family_name as "personName",
         s.given_name || ' ' || s.family_name || ', ' || a.title || ', ' || o.name as author,
         ${isMarked('c.id', 'me.assignment_id', '$3::date')} as marked,
         (select coalesce(json_agg(json_build_object('at', to_char(acts.at at time zone 'Europe/Stockholm', 'HH24.MI'), 'kind', acts.kind, 'params', acts.params,
            'text', acts.text) order by acts.at), '[]') from (${ownActs('c.id', 'me.assignment_id', '$3::date')}) acts) as acts
  from participation me join coordination_case c on c.id = me.case_id join person n on n.id = c.person_id
  join assignment a on a.id = me.assignment_id join staff_member s on s.id = a.staff_member_id join organisation o on o.id = a.organisation_id
  where me.case_id = $1 and me.assignment_id = $2 and me.until_at is null`;

/** "Kopiera till journalen": what one did here, as text for the own organisation's records, and the tick that it stands there. */
@Injectable()
export class Journals {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** `day`: a calendar day in Sweden; today when absent. */
  async text(actor: StaffActor, caseId: string, day = this.clock.today()): Promise<JournalTextView> {
    const { facts, row } = await this.db.transaction(actor, async (tx) => {
      const known = await this.team.toRead(tx, actor, caseId);
      const [found] = await tx.query<JournalRow[]>(JOURNAL, [caseId, actor.id, day]);
      return { facts: known, row: found! };
    });
    await this.audit.read(actor, { action: 'journal-text.read', fieldClass: 'TIMELINE', caseId, personId: facts.personId });
    return { day, acts: row.acts.length, marked: row.marked, text: journalText({ ...row, day }) };
  }

  /** Repeatable. 422 for a day that has not come. */
  mark(actor: StaffActor, caseId: string, day: string): Promise<void> {
    if (day > this.clock.today()) throw unprocessable([{ pointer: '/day', code: 'future' }]);
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toRead(tx, actor, caseId);
      await tx.query('insert into journal_mark (case_id, assignment_id, day) values ($1, $2, $3) on conflict do nothing', [caseId, actor.id, day]);
      await this.audit.write(tx, actor, { action: 'journal.marked', fieldClass: 'TIMELINE', caseId, personId: facts.personId });
    });
  }

  /** Takes the tick back; repeatable. */
  unmark(actor: StaffActor, caseId: string, day: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toRead(tx, actor, caseId);
      await tx.query('delete from journal_mark where case_id = $1 and assignment_id = $2 and day = $3', [caseId, actor.id, day]);
      await this.audit.write(tx, actor, { action: 'journal.unmarked', fieldClass: 'TIMELINE', caseId, personId: facts.personId });
    });
  }
}
