import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { announce } from '../../platform/live/announce.ts';
import { conflict, notVisible } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { PersonNews } from '../../person/person-news.ts';
import { readsItem } from './message.sql.ts';
import { maySeeMessage, type MessageFacts, isRemark } from './voice.policy.ts';

interface MessageAtHand extends MessageFacts {
  readonly caseId: string;
  readonly personId: string;
  readonly version: number;
  readonly readers: string[] | null;
}

/** Locked: of two answers at the same moment the second finds the first, and so does the person's withdrawal. */
const AT_HAND = `
  select m.case_id as "caseId", m.person_id as "personId", m.kind, m.state, m.responsible_assignment_id as "responsibleId", m.organisation_id as "organisationId",
    m.version, exists (select 1 from participation p where p.case_id = m.case_id and p.assignment_id = $2 and p.until_at is null) as "inTeam",
    item.id is not null as "readsItem", case when item.organisation_id is not null then item.organisation_id || item.audience end as readers
  from person_message m left join plan_item item on item.id = m.item_id and item.shared_at is not null and ${readsItem('item', '$3::uuid')}
  where m.id = $1 for update of m`;

const ANSWER = `
  update person_message set state = 'ANSWERED', answer = $2, answered_by_assignment_id = $3, answered_at = app.domain_now(), next_timer = null, next_timer_at = null,
    version = version + 1 where id = $1`;

@Injectable()
export class Answering {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly news: PersonNews,
  ) {}

  /** The person reads it at once. Also in a case that has been closed: whoever asked is to have an answer. */
  answer(actor: StaffActor, id: string, version: number, text: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const message = await this.atHand(tx, actor, id);
      requireVersion(message, version);
      requireWaiting(message);
      await tx.query(ANSWER, [id, text, actor.id]);
      const { caseId, personId } = message;
      await this.audit.write(tx, actor, { action: 'person-message.answered', fieldClass: 'CASE', caseId, personId, subjectId: id });
      await this.news.tell(tx, personId);
      await announce(tx, { type: 'my-day', ref: message.responsibleId, to: [message.responsibleId] });
      await record(tx, actor, message);
    });
  }

  private async atHand(tx: Tx, actor: StaffActor, id: string): Promise<MessageAtHand> {
    const [message] = await tx.query<MessageAtHand[]>(AT_HAND, [id, actor.id, actor.organisationId]);
    if (!message) throw notVisible();
    this.gate.requireVisible(maySeeMessage(actor, message));
    return message;
  }
}

function requireWaiting({ state }: MessageAtHand): void {
  if (state === 'ANSWERED') throw conflict('message.answered', 'Redan besvarat', 'Någon annan har redan svarat. Läs svaret innan du hör av dig.');
  if (state === 'WITHDRAWN') throw conflict('message.withdrawn', 'Taget tillbaka', 'Personen har tagit tillbaka det och väntar inte längre på svar.');
}

/** A deputy and whoever answers for their organisation's looking may be outside the team, and then write nothing on its timeline. */
async function record(tx: Tx, actor: StaffActor, { caseId, kind, inTeam, organisationId, readers }: MessageAtHand): Promise<void> {
  if (!inTeam) return announce(tx, { type: 'case', ref: caseId });
  const audience = kind === 'LOG_QUESTION' ? [organisationId!] : isRemark(kind) ? readers : null;
  await recordInTimeline(tx, actor, { caseId, kind: 'person.answered', params: { kind }, ...(audience && { audience }) });
}
