import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { TeamCase } from '../case/team-case.ts';
import { Disclosures, recipientNotInTeam } from '../disclosure/disclosures.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import { announce } from '../platform/live/announce.ts';
import { conflict, notVisible, unprocessable } from '../platform/problem/problem.ts';
import { notify } from '../timeline/notices.ts';
import type { AskQuestionInput, QuestionList } from './question.dto.ts';
import { mayAcknowledgeQuestion, mayAnswerQuestion, mayAskQuestion, maySeeQuestion } from './question.policy.ts';
import { questionRow, type QuestionRow, questionsJson, questionView, type StoredQuestion } from './question.queries.ts';

const OF_CASE = `select ${questionsJson('$1::uuid', '$2::uuid')} as items`;
const THERE = 'select organisation_id as "organisationId" from participation where case_id = $1 and assignment_id = $2 and until_at is null';

interface Words {
  caseId: string;
  questionId: string;
  subjectVersion: number;
  /** The receiving organisation. */
  to: string;
  content: Record<string, unknown>;
}

/** Short questions between two of the team. Across organisations the words are a disclosure; inside one they never leave it. */
@Injectable()
export class Questions {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly disclosures: Disclosures,
    private readonly audit: AuditLog,
  ) {}

  async ofCase(actor: StaffActor, caseId: string): Promise<QuestionList> {
    const items = await this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toRead(tx, actor, caseId);
      const [read] = await tx.query<{ items: StoredQuestion[] }[]>(OF_CASE, [caseId, actor.id]);
      return read!.items.map((each) => questionView(actor, facts, each));
    });
    await this.audit.read(actor, { action: 'question.list', fieldClass: 'NOTE', caseId });
    return { items };
  }

  /** 409 `recipient.not_in_team`, 409 `consent.missing` where the other organisation may not be told. */
  ask(actor: StaffActor, key: OnceKey, caseId: string, { receiverId, text }: AskQuestionInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = await this.team.toChange(tx, actor, caseId);
        this.gate.require(mayAskQuestion(facts));
        if (receiverId === actor.id) throw unprocessable([{ pointer: '/receiverId', code: 'yourself' }]);
        const to = await organisationOf(tx, caseId, receiverId);
        await this.disclose(tx, actor, { caseId, questionId: id, subjectVersion: 1, to, content: { question: text } });
        await tx.query(
          `insert into team_question (id, case_id, asker_assignment_id, asker_organisation_id, receiver_assignment_id, receiver_organisation_id, text)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [id, caseId, actor.id, actor.organisationId, receiverId, to, text],
        );
        await this.audit.write(tx, actor, { action: 'question.asked', fieldClass: 'NOTE', caseId, personId: facts.personId, subjectId: id });
        await this.tell(tx, actor, facts, 'question.asked', receiverId);
      },
      (tx) => this.team.toRead(tx, actor, caseId),
    );
  }

  /** The one who was asked has seen it; repeatable. */
  acknowledge(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, row } = await this.forChange(tx, actor, id);
      this.gate.require(mayAcknowledgeQuestion(actor, row));
      if (row.seen) return;
      await tx.query('update team_question set seen_at = app.domain_now(), version = version + 1 where id = $1', [id]);
      await this.audit.write(tx, actor, { action: 'question.seen', fieldClass: 'NOTE', caseId: row.caseId, personId: facts.personId, subjectId: id });
      await announce(tx, { type: 'case', ref: row.caseId, to: [row.askerId] });
    });
  }

  /** Once; 409 `question.answered`. The answer goes the other way under the answering organisation's own consent. */
  answer(actor: StaffActor, id: string, text: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, row } = await this.forChange(tx, actor, id);
      this.gate.require(mayAnswerQuestion(actor, facts, row));
      if (row.answered) throw conflict('question.answered', 'Redan besvarad', 'Du har redan svarat på frågan. Läs om sidan.');
      const to = await organisationOf(tx, row.caseId, row.askerId);
      await this.disclose(tx, actor, { caseId: row.caseId, questionId: id, subjectVersion: 2, to, content: { answer: text } });
      await tx.query(
        `update team_question set answer = $2, answered_at = app.domain_now(), seen_at = coalesce(seen_at, app.domain_now()), version = version + 1 where id = $1`,
        [id, text],
      );
      await this.audit.write(tx, actor, {
        action: 'question.answered',
        fieldClass: 'NOTE',
        caseId: row.caseId,
        personId: facts.personId,
        subjectId: id,
      });
      await this.tell(tx, actor, facts, 'question.answered', row.askerId);
    });
  }

  private async forChange(tx: Tx, actor: StaffActor, id: string): Promise<{ facts: CaseFacts; row: QuestionRow }> {
    const first = await questionRow(tx, actor, id);
    this.gate.requireVisible(maySeeQuestion(actor, first));
    if (!first) throw notVisible();
    const facts = await this.team.toChange(tx, actor, first.caseId);
    const row = await questionRow(tx, actor, id);
    if (!row) throw notVisible();
    return { facts, row };
  }

  private async disclose(tx: Tx, actor: StaffActor, { caseId, questionId, subjectVersion, to, content }: Words): Promise<void> {
    if (to === actor.organisationId) return;
    await this.disclosures.record(tx, actor, {
      ...{ caseId, subjectKind: 'QUESTION', subjectId: questionId, subjectVersion, category: 'SITUATION', content },
      recipients: [to],
    });
  }

  private async tell(tx: Tx, actor: StaffActor, facts: CaseFacts, kind: 'question.asked' | 'question.answered', to: string): Promise<void> {
    await notify(tx, { kind, to: { assignmentId: to }, caseId: facts.id, params: { reference: facts.reference } });
    await announce(tx, { type: 'case', ref: facts.id, to: [to, actor.id] });
  }
}

/** The other one is in the team today; 409 when not. */
async function organisationOf(tx: Tx, caseId: string, assignmentId: string): Promise<string> {
  const [there] = await tx.query<{ organisationId: string }[]>(THERE, [caseId, assignmentId]);
  if (!there) throw recipientNotInTeam();
  return there.organisationId;
}
