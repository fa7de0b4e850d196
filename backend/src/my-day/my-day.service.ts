import { Injectable } from '@nestjs/common';
import { weekNumber, workingDayBefore } from '@samspel/shared/calendar/working-days.ts';
import { consentStanding } from '@samspel/shared/consent/validity.ts';
import type { StaffActor } from '../access/actor.ts';
import { availability } from '../access/availability.ts';
import { AuditLog } from '../audit/audit-log.ts';
import type { StoredAlert } from '../alert/alert.queries.ts';
import { alertView } from '../alert/alert.service.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { handoverRowView, type StoredRow } from '../handover/handover.views.ts';
import { type ActivityFacts, activityDecisions } from '../plan/activity/activity.policy.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { notVisible } from '../platform/problem/problem.ts';
import type { MyDayActivity, MyDayCases, MyDayView } from './my-day.dto.ts';
import { MY_DAY } from './my-day.sql.ts';

interface StoredCase {
  hasNextStep: boolean;
  consents: Parameters<typeof consentStanding>[0];
}

interface StoredActivity extends Omit<MyDayActivity, 'actions'> {
  facts: ActivityFacts;
  caseFacts: CaseFacts;
}

interface StoredDay extends Pick<MyDayView, 'invitations' | 'requests' | 'notices' | 'overdue' | 'upcoming' | 'changed' | 'messages' | 'questions'> {
  activities: StoredActivity[];
  cases: StoredCase[];
  handovers: StoredRow[];
  alerts: { open: number; items: StoredAlert[] };
}

@Injectable()
export class MyDays {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** What waits on the actor; one statement, and a log row for each case it names. */
  async read(actor: StaffActor): Promise<MyDayView> {
    const today = this.clock.today();
    const changedSince = workingDayBefore(today);
    const [row] = await this.db.read<{ stored: StoredDay }>(actor, 'my-day', MY_DAY, [actor.id, changedSince]);
    const { cases, handovers, alerts, activities, ...stored } = row!.stored;
    const { invitations, requests, overdue, upcoming, changed, messages, questions } = stored;
    const named = [...requests, ...overdue, ...upcoming, ...changed, ...activities, ...messages, ...questions].map((item) => item.case.id);
    named.push(...[...handovers, ...alerts.items].map(({ loggedCaseId }) => loggedCaseId));
    const now = this.clock.now();
    await this.audit.readEach(actor, { action: 'my-day.read', fieldClass: 'CASE' }, named);
    return {
      ...stored,
      today,
      week: weekNumber(today),
      handovers: handovers.map((each) => handoverRowView(actor, each, now)),
      alerts: { open: alerts.open, items: alerts.items.map((each) => alertView(each, now)) },
      activities: activities.map((each) => activityOf(actor, each)),
      checkedAt: now.toISOString(),
      lead: {
        count: [invitations, handovers, requests, overdue, messages, questions, activities.filter(waits)].reduce(
          (sum, { length }) => sum + length,
          alerts.open,
        ),
      },
      changedSince,
      cases: figures(cases, today),
    };
  }

  /** The reader has seen it; repeatable. Somebody else's notice is answered like an unknown one. */
  markRead(actor: StaffActor, noticeId: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const own = 'id = $1 and recipient_assignment_id = $2';
      const found = await tx.query<unknown[]>(`select 1 from notice where ${own}`, [noticeId, actor.id]);
      if (!found.length) throw notVisible();
      await tx.query(`update notice set read_at = coalesce(read_at, app.domain_now()) where ${own}`, [noticeId, actor.id]);
    });
  }
}

function activityOf(actor: StaffActor, { facts, caseFacts, ...row }: StoredActivity): MyDayActivity {
  const { actions } = availability(activityDecisions(actor, caseFacts, facts));
  return { ...row, actions };
}

/** What is due later is there to be seen, not to be counted. */
const waits = ({ state, days }: StoredActivity): boolean => days < 0 || state === 'REQUESTED' || state === 'DECLINED';

function figures(cases: readonly StoredCase[], today: string): MyDayCases {
  return {
    total: cases.length,
    withoutNextStep: cases.filter(({ hasNextStep }) => !hasNextStep).length,
    consentExpiring: cases.filter(({ consents }) => consentStanding(consents, today).state === 'EXPIRING').length,
  };
}
