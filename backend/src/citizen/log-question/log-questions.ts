import { Injectable } from '@nestjs/common';
import { type CitizenActor, signedInPerson } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { unprocessable } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { answerDue, messageTimes } from '../message.clock.ts';
import { MyCase } from '../voice/my-case.ts';
import type { LogQuestionInput } from './log-question.dto.ts';

/** The organisation's own people in the team, whoever answers for the case first; else its contact, who may not see the case but answers for it. */
const ANSWERS = `
  select coalesce((select p.assignment_id from participation p join coordination_case c on c.id = p.case_id
      where p.case_id = $1 and p.organisation_id = $2 and p.until_at is null
      order by p.assignment_id = c.owner_assignment_id desc, p.assignment_id = c.coordinator_assignment_id desc, p.from_at, p.id limit 1),
    (select o.contact_assignment_id from organisation o where o.id = $2)) as id`;

/** A log row is known to the microsecond, and shown to the minute. */
const LOOKED = `
  select 1 from audit_event e where e.case_id = $1 and e.organisation_id = $2
    and e.recorded_at between date_trunc('minute', $3::timestamptz) and date_trunc('minute', $3::timestamptz) + interval '1 minute' limit 1`;

/** "Jag undrar över det här": a question to the organisation that looked, which alone reads it (PDL 8:5, SVOD 4:5: who has looked, and why). */
@Injectable()
export class LogQuestions {
  constructor(
    private readonly once: Once,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly mine: MyCase,
  ) {}

  /** 422 when nobody of the organisation looked then, or it has nobody who answers for it. */
  ask(actor: CitizenActor, key: OnceKey, { organisationId, lookedAt, text }: LogQuestionInput): Promise<Outcome> {
    return this.once.run(actor, key, async (tx, id) => {
      const facts = await this.mine.toChange(tx, actor);
      if (Number.isNaN(Date.parse(lookedAt))) throw unprocessable([{ pointer: '/lookedAt', code: 'time' }]);
      const looked = await tx.query<unknown[]>(LOOKED, [facts.id, organisationId, lookedAt]);
      if (!looked.length) throw unprocessable([{ pointer: '/lookedAt', code: 'unknown' }], 'Loggen visar inte att den organisationen tittade då.');
      const responsibleId = await whoAnswers(tx, facts.id, organisationId);
      const now = this.clock.now();
      const dueAt = answerDue('LOG_QUESTION', now);
      const { nextTimer, nextTimerAt } = messageTimes({ state: 'OPEN', dueAt, fired: [] });
      await tx.query(
        `insert into person_message (id, case_id, person_id, kind, organisation_id, looked_at, text, made_at, made_by_person_id, responsible_assignment_id, due_at, next_timer, next_timer_at)
         values ($1, $2, $3, 'LOG_QUESTION', $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [id, facts.id, facts.personId, organisationId, lookedAt, text, now, signedInPerson(actor), responsibleId, dueAt, nextTimer, nextTimerAt],
      );
      await this.audit.write(tx, actor, {
        action: 'log-question.asked',
        fieldClass: 'LOG',
        caseId: facts.id,
        personId: facts.personId,
        subjectId: id,
      });
      // Without the case: whoever answers for the organisation may not be in the team.
      await notify(tx, { kind: 'log.asked', to: { assignmentId: responsibleId } });
      return {};
    });
  }
}

async function whoAnswers(tx: Tx, caseId: string, organisationId: string): Promise<string> {
  const [row] = await tx.query<{ id: string | null }[]>(ANSWERS, [caseId, organisationId]);
  if (!row?.id) throw unprocessable([{ pointer: '/organisationId', code: 'nobody' }], 'Organisationen har ingen som kan svara. Ring dem i stället.');
  return row.id;
}
