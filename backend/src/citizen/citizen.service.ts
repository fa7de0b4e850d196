import { Injectable } from '@nestjs/common';
import type { CitizenActor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { type ConsentRow, consentView } from '../consent/consent.view.ts';
import { personHandover, type StoredPersonHandover } from '../handover/person-handover.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { CURSOR_INSTANT, CURSOR_UUID, decodeCursor, page, type PageQuery } from '../platform/http/paging.ts';
import type { TimelineItemView } from '../timeline/timeline.dto.ts';
import type { MyPlanView } from './citizen.dto.ts';
import type { MyAccessLogItem, MyAccessLogView, MyConsentsView } from './my-parts.dto.ts';
import { asMine, eventAsMine } from './my-parts.ts';
import { MY_PUBLISHED_PLAN, type StoredMyPlan } from './plan/my-published-plan.ts';
import { ownGoals, ownWords, personPlan } from './plan/person-plan.ts';
import { MY_ACCESS_LOG, MY_CONSENTS, MY_PLAN } from './my-plan.queries.ts';

type PlanRow = Omit<MyPlanView, 'id' | 'plan' | 'myWords' | 'myGoals' | 'consents' | 'timeline' | 'handover'> & {
  caseId: string;
  handover: StoredPersonHandover | null;
  consents: ConsentRow[];
  timeline: TimelineItemView[];
};
type AccessRow = MyAccessLogItem & { id: string; sortAt: string };

/** The person's own view. Whoever has no case gets honest empty pages, not refusals. */
@Injectable()
export class CitizenService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async plan(actor: CitizenActor): Promise<MyPlanView> {
    const [row] = await this.db.read<PlanRow>(actor, 'my-plan', MY_PLAN, [actor.id]);
    const [plan] = row ? await this.db.read<StoredMyPlan>(actor, 'my-published-plan', MY_PUBLISHED_PLAN, [actor.id, row.caseId]) : [];
    await this.audit.read(actor, { action: 'my-plan.read', fieldClass: 'CASE', ...(row && { caseId: row.caseId }) });
    if (!row) return this.withoutCase(actor);
    const { caseId: _, consents, timeline, handover, ...rest } = row;
    const today = this.clock.today();
    return {
      ...this.published(plan),
      ...rest,
      timeline: timeline.map(eventAsMine),
      handover: handover && personHandover(handover, this.clock.now()),
      consents: consents.map((each) => asMine(consentView(each, today))),
    };
  }

  async consents(actor: CitizenActor): Promise<MyConsentsView> {
    const cases = await this.db.read<{ caseId: string; rows: ConsentRow[] }>(actor, 'my-consents', MY_CONSENTS, [actor.id]);
    await this.audit.read(actor, { action: 'consents.read', fieldClass: 'CONSENT', ...(cases[0] && { caseId: cases[0].caseId }) });
    const today = this.clock.today();
    return { items: cases.flatMap(({ rows }) => rows.map((each) => asMine(consentView(each, today)))) };
  }

  async accessLog(actor: CitizenActor, { limit, cursor }: PageQuery): Promise<MyAccessLogView> {
    const [at = null, id = null] = decodeCursor(cursor, [CURSOR_INSTANT, CURSOR_UUID]) ?? [];
    const rows = await this.db.read<AccessRow>(actor, 'my-access-log', MY_ACCESS_LOG, [actor.id, at, id, limit + 1]);
    await this.audit.read(actor, { action: 'access-log.read', fieldClass: 'LOG' });
    return page(
      rows,
      limit,
      ({ id: _, sortAt: __, ...item }) => item,
      (row) => [row.sortAt, row.id],
    );
  }

  private published(plan: StoredMyPlan | undefined): Pick<MyPlanView, 'id' | 'plan' | 'myWords' | 'myGoals'> {
    const body = plan?.body ?? null;
    return {
      id: body && plan!.id,
      plan: body && personPlan(body, this.clock.today(), this.clock.now()),
      myWords: plan ? ownWords(plan.own) : null,
      myGoals: plan ? ownGoals(plan.own) : [],
    };
  }

  /** Samspel holds nothing about them; the name is what the identity provider said at sign-in. */
  private async withoutCase(actor: CitizenActor): Promise<MyPlanView> {
    const [session] = await this.db.lookUp<{ name: string }>('session-name', 'select display_name as name from session where id = $1', [
      actor.sessionId,
    ]);
    const name = session?.name ?? '';
    const person = { givenName: name.split(' ')[0] ?? '', name };
    return {
      ...this.published(undefined),
      case: null,
      person,
      holder: null,
      handover: null,
      nextStep: null,
      team: [],
      contacts: [],
      consents: [],
      timeline: [],
    };
  }
}
