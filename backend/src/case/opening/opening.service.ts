import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { refusing } from '../../organisation/database-refusals.ts';
import { Identifiers } from '../../person/identifiers.ts';
import { PersonRegister } from '../../person/person-register.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { unprocessable } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import type { OpenCaseInput } from './opening.dto.ts';
import { dayErrors, isUnderAge, ownCase, protectedPerson, underAge } from './opening.rules.ts';

/** Opening a case, or asking to join the one there is: which of the two, the database decides. */
@Injectable()
export class Openings {
  constructor(
    private readonly once: Once,
    private readonly identifiers: Identifiers,
    private readonly register: PersonRegister,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** 201 with the new case's id, or 202 without one when somebody was first. Refusals leave no trace of the person. */
  open(actor: StaffActor, key: OnceKey, input: OpenCaseInput): Promise<Outcome> {
    const today = this.clock.today();
    const wrong = dayErrors(input.consentToAsk, input.nextStep, today);
    if (wrong.length) throw unprocessable(wrong);
    const { digits12, kind, birthDate } = this.identifiers.read(input.personalNumber);
    if (isUnderAge(birthDate, today)) throw underAge();
    return this.once.run(actor, key, async (tx, id) => {
      const { givenName, familyName, language, interpreterLanguage } = input;
      const names = { givenName, familyName, language, interpreterLanguage: interpreterLanguage ?? undefined };
      const { personId, protectedLevel } = await this.register.findOrRecord(tx, actor, { digits12, kind, ...names });
      if (protectedLevel) throw protectedPerson();
      const areaId = await theArea(tx);
      const opening = (): Promise<boolean> => insertCase(tx, actor, { id, personId, areaId }, input);
      if (!(await opening())) {
        await askToJoin(tx, personId, areaId, input);
        // Asking waits for whoever has the open case at hand; if they closed it, nobody was asked and nothing is in the way any more.
        if (!(await opening())) return this.asked(tx, actor, personId);
      }
      await this.joinAsFirst(tx, actor, id, input);
      await this.audit.write(tx, actor, { action: 'case.opened', fieldClass: 'CASE', caseId: id, personId });
      await recordInTimeline(tx, actor, { caseId: id, kind: 'case.opened' });
      const { nextStep } = input;
      if (nextStep) {
        await recordInTimeline(tx, actor, {
          caseId: id,
          kind: 'case.next-step-set',
          text: nextStep.text,
          ...(nextStep.due && { params: { due: nextStep.due } }),
        });
      }
      return {};
    });
  }

  private async joinAsFirst(tx: Tx, actor: StaffActor, caseId: string, { questionArea = '' }: OpenCaseInput): Promise<void> {
    // Whoever opened the case needs no introduction to it. The cautious mandate stands until they say more.
    const insert = tx.query(
      `insert into participation (id, case_id, assignment_id, organisation_id, role, mandate, question_area, introduced_at)
       select $1, $2, a.id, a.organisation_id, a.title, 'MAY_PROPOSE', $4, app.domain_now() from assignment a where a.id = $3`,
      [randomUUIDv7(), caseId, actor.id, questionArea],
    );
    await refusing(insert, { not_own_case: ownCase });
  }

  private async asked(tx: Tx, actor: StaffActor, personId: string): Promise<Partial<Outcome>> {
    await this.audit.write(tx, actor, { action: 'case.asked-to-join', fieldClass: 'CASE', personId });
    return { id: null, status: 202 };
  }
}

async function askToJoin(tx: Tx, personId: string, areaId: string, { reason, consentToAsk }: OpenCaseInput): Promise<void> {
  await tx.query('select app.ask_to_join($1, $2, $3, $4, $5)', [personId, areaId, reason, consentToAsk.form, consentToAsk.askedOn]);
}

/** False when an open case exists. No conflict target is named: that would need the right to see the case that is in the way. */
async function insertCase(tx: Tx, actor: StaffActor, ids: { id: string; personId: string; areaId: string }, input: OpenCaseInput): Promise<boolean> {
  const { reason, consentToAsk, nextStep } = input;
  await tx.query(
    `insert into coordination_case (id, person_id, area_id, reason, asked_form, asked_on, owner_assignment_id, coordinator_assignment_id,
       opened_by_assignment_id, next_step, next_step_due, next_step_set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $7, $8, $9, case when $8::text is not null then app.domain_now() end)
     on conflict do nothing`,
    [ids.id, ids.personId, ids.areaId, reason, consentToAsk.form, consentToAsk.askedOn, actor.id, nextStep?.text ?? null, nextStep?.due ?? null],
  );
  const mine = await tx.query<unknown[]>('select 1 from coordination_case where id = $1', [ids.id]);
  return mine.length > 0;
}

/** An installation serves one federation area. */
async function theArea(tx: Tx): Promise<string> {
  const [area] = await tx.query<{ id: string }[]>('select id from federation_area order by id limit 1');
  if (!area) throw new Error('this installation has no federation area');
  return area.id;
}
