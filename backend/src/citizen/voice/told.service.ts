import { Injectable } from '@nestjs/common';
import type { PartContent } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { mayWorkInTeam } from '../../case/team-case.policy.ts';
import { TeamCase } from '../../case/team-case.ts';
import { Consents } from '../../consent/consents.ts';
import { consentMissing, Disclosures } from '../../disclosure/disclosures.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey } from '../../platform/http/once.ts';
import { conflict, type Problem, unprocessable } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { planAtHand } from './my-plan-at-hand.ts';
import type { TellRatingInput, TellWordsInput } from './voice.dto.ts';

const REMOVE = `
  update plan_item set removed_at = app.domain_now(), version = version + 1
  where plan_id = $1 and kind = 'WHAT_MATTERS' and shared_at is not null and removed_at is null`;
const INSERT = `
  insert into plan_item (id, plan_id, case_id, kind, organisation_id, author_assignment_id, recorded_form, content, audience, shared_at)
  values ($1, $2, $3, 'WHAT_MATTERS', $4, $5, $6, $7, $8, app.domain_now())
  on conflict do nothing returning 1`;
const OTHERS = `
  select distinct organisation_id as id from participation where case_id = $1 and until_at is null and organisation_id <> $2 order by 1`;
const RATE = `
  insert into person_rating (case_id, person_id, value, rated_on, recorded_by_assignment_id, recorded_form) values ($1, $2, $3, $4, $5, $6)
  on conflict (case_id, rated_on) do update set value = excluded.value, recorded_by_assignment_id = excluded.recorded_by_assignment_id,
    recorded_form = excluded.recorded_form, recorded_at = app.domain_now()
  where person_rating.made_by_person_id is null
  returning id`;

/** What the person has told staff by phone, on paper or face to face, marked as such. */
@Injectable()
export class ToldService {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly teamCase: TeamCase,
    private readonly consents: Consents,
    private readonly disclosures: Disclosures,
  ) {}

  /** Nobody edits what the person has written; what they say later takes its place, and the words before are kept. */
  async words(actor: StaffActor, caseId: string, key: OnceKey, { text, form }: TellWordsInput): Promise<{ id: string }> {
    const made = await this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = await this.teamCase.toChange(tx, actor, caseId);
        this.gate.require(mayWorkInTeam(facts));
        const planId = await planAtHand(tx, caseId);
        const recipients = await this.reached(tx, actor, caseId);
        const content: PartContent = { text };
        await tx.query(REMOVE, [planId]);
        const values = [id, planId, caseId, actor.organisationId, actor.id, form, JSON.stringify(content), recipients];
        if (!(await tx.query<unknown[]>(INSERT, values)).length) throw writtenElsewhere();
        if (recipients.length) {
          const shared = { kind: 'WHAT_MATTERS', ...content, recordedForm: form };
          await this.disclosures.record(tx, actor, {
            ...{ caseId, subjectKind: 'PLAN_ITEM', subjectId: id, subjectVersion: 1 },
            ...{ category: 'PLAN', content: shared, recipients },
          });
        }
        await this.audit.write(tx, actor, { action: 'person-words.recorded', fieldClass: 'CASE', caseId, personId: facts.personId, subjectId: id });
        const audience = [actor.organisationId, ...recipients];
        await recordInTimeline(tx, actor, { caseId, kind: 'person.wrote', params: { what: 'WORDS', form }, audience });
      },
      (tx) => this.teamCase.toRead(tx, actor, caseId),
    );
    return { id: made.id! };
  }

  rating(actor: StaffActor, caseId: string, { value, on, form }: TellRatingInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.teamCase.toChange(tx, actor, caseId);
      this.gate.require(mayWorkInTeam(facts));
      if (on > this.clock.today()) throw unprocessable([{ pointer: '/on', code: 'future' }]);
      const [rated] = await tx.query<{ id: string }[]>(RATE, [caseId, facts.personId, value, on, actor.id, form]);
      if (!rated) throw conflict('rating.own', 'Redan besvarat', 'Personen har själv svarat den dagen. Det svaret gäller.');
      await this.audit.write(tx, actor, {
        action: 'person-rating.recorded',
        fieldClass: 'CASE',
        caseId,
        personId: facts.personId,
        subjectId: rated.id,
      });
      await recordInTimeline(tx, actor, { caseId, kind: 'person.rated', params: { value: String(value), form, on } });
    });
  }

  /** Organisations of the team that a consent lets the words reach. 409 `consent.missing` when there are others and none is covered. */
  private async reached(tx: Tx, actor: StaffActor, caseId: string): Promise<string[]> {
    const others = await tx.query<{ id: string }[]>(OTHERS, [caseId, actor.organisationId]);
    const reached: string[] = [];
    for (const { id } of others) {
      if (await this.consents.covering(tx, { caseId, from: actor.organisationId, to: id, category: 'PLAN' })) reached.push(id);
    }
    if (others.length && !reached.length) throw consentMissing(others.map(({ id }) => id));
    return reached;
  }
}

/** What another organisation wrote down and may not share with this one stands there already. */
const writtenElsewhere = (): Problem =>
  conflict(
    'words.elsewhere',
    'Orden finns redan',
    'En annan organisation har skrivit ner personens ord, och får inte dela dem med er. Hör med samordnaren.',
  );
