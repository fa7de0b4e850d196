import { Injectable } from '@nestjs/common';
import { kindsIn } from '@samspel/shared/timeline/timeline.ts';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { TeamCase } from '../case/team-case.ts';
import { mayWorkInTeam } from '../case/team-case.policy.ts';
import { Disclosures, recipientNotInTeam } from '../disclosure/disclosures.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import { CURSOR_INSTANT, CURSOR_UUID, decodeCursor, page } from '../platform/http/paging.ts';
import { unprocessable } from '../platform/problem/problem.ts';
import { momentOf, whyNotTold } from './telling.rules.ts';
import type { TellInput, TimelineListView, TimelineQuery } from './timeline.dto.ts';
import { timelinePage } from './timeline.queries.ts';
import { recordInTimeline } from './timeline.ts';

@Injectable()
export class Timeline {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly disclosures: Disclosures,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async list(actor: StaffActor, caseId: string, { kind, limit, cursor }: TimelineQuery): Promise<TimelineListView> {
    const after = decodeCursor(cursor, [CURSOR_INSTANT, CURSOR_UUID]);
    const rows = await this.db.transaction(actor, async (tx) => {
      await this.team.toRead(tx, actor, caseId);
      return timelinePage(tx, actor.id, caseId, { kinds: kindsIn(kind), after, limit });
    });
    await this.audit.read(actor, { action: 'timeline.read', fieldClass: 'TIMELINE', caseId });
    return page(
      rows,
      limit,
      (row) => row.item,
      (row) => [row.at, row.id],
    );
  }

  /** Something that happened outside Samspel, in plain words, for one's own organisation and those the person has said yes to. */
  tell(actor: StaffActor, key: OnceKey, caseId: string, told: TellInput): Promise<Outcome> {
    const today = this.clock.today();
    const wrong = whyNotTold(told, today, actor.organisationId);
    if (wrong) throw unprocessable([wrong]);
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = await this.team.toChange(tx, actor, caseId);
        const { text, occurredOn, recipients, category } = told;
        // Sharing without leave is a conflict that names who is not covered; writing for one's own is a matter of policy.
        if (!recipients.length) this.gate.require(mayWorkInTeam(facts));
        else {
          const content = { text, occurredOn };
          await this.disclosures.record(tx, actor, { caseId, subjectKind: 'EVENT', subjectId: id, subjectVersion: 1, category, content, recipients });
          // Consent lets the team share; whoever comes into it later is told by somebody, not by a message that lay waiting.
          if (!(await areInTeam(tx, caseId, recipients))) throw recipientNotInTeam();
        }
        await this.audit.write(tx, actor, { action: 'timeline.told', fieldClass: 'TIMELINE', caseId, personId: facts.personId, subjectId: id });
        await recordInTimeline(tx, actor, {
          id,
          caseId,
          kind: 'told',
          params: { category },
          text,
          audience: [actor.organisationId, ...recipients],
          // Nothing goes between organisations behind the person's back; what stays at home is the organisation's own working text.
          shownToPerson: recipients.length > 0,
          occurredAt: momentOf(occurredOn, today, this.clock.now()),
        });
      },
      (tx) => this.team.toRead(tx, actor, caseId),
    );
  }
}

async function areInTeam(tx: Tx, caseId: string, organisations: readonly string[]): Promise<boolean> {
  const [row] = await tx.query<{ there: number }[]>(
    `select count(distinct organisation_id)::int as there from participation where case_id = $1 and until_at is null and organisation_id = any ($2::uuid[])`,
    [caseId, organisations],
  );
  return row!.there === organisations.length;
}
