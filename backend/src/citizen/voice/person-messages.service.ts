import { Injectable } from '@nestjs/common';
import { REQUEST_KINDS, type MessageState, type RequestKind } from '@samspel/shared/citizen/voice.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { mayWorkInTeam } from '../../case/team-case.policy.ts';
import { TeamCase } from '../../case/team-case.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { notVisible, unprocessable } from '../../platform/problem/problem.ts';
import { readableMessages, readsItem } from './message.sql.ts';
import { messageView, type StoredMessage } from './message.view.ts';
import type { PersonMessageList, TellMessageInput } from './person-message.dto.ts';
import { waitingRequest } from './requests.ts';
import { Saying } from './saying.ts';
import { isRemark } from './voice.policy.ts';

const OF_CASE = `
  select readable.message from participation viewer cross join lateral (${readableMessages('viewer.case_id', 'viewer.organisation_id')}) readable
  where viewer.case_id = $1 and viewer.assignment_id = $2 and viewer.until_at is null and ($3::text is null or readable.state = $3)
  order by readable.state <> 'OPEN', case when readable.state = 'OPEN' then readable.due_at end, readable.made_at desc, readable.id desc limit 500`;

const ITEM = `
  select i.organisation_id as "organisationId", i.audience from plan_item i
  where i.id = $1 and i.case_id = $2 and i.shared_at is not null and i.removed_at is null and ${readsItem('i', '$3::uuid')}`;

/** What the person says, as the team reads it and writes it down for them. */
@Injectable()
export class PersonMessagesService {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly teamCase: TeamCase,
    private readonly saying: Saying,
  ) {}

  async ofCase(actor: StaffActor, caseId: string, state?: MessageState): Promise<PersonMessageList> {
    const rows = await this.db.transaction(actor, async (tx) => {
      await this.teamCase.toRead(tx, actor, caseId);
      return tx.query<{ message: StoredMessage }[]>(OF_CASE, [caseId, actor.id, state ?? null]);
    });
    await this.audit.read(actor, { action: 'person-messages.read', fieldClass: 'CASE', caseId });
    return { items: rows.map(({ message }) => messageView(message)) };
  }

  /** Told to staff, and handled as if the person had said it in here. */
  tell(actor: StaffActor, caseId: string, key: OnceKey, said: TellMessageInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = await this.teamCase.toChange(tx, actor, caseId);
        this.gate.require(mayWorkInTeam(facts));
        requireWhole(said);
        const { kind, itemId, reason, text, form } = said;
        const waiting = isRequest(kind) && (await waitingRequest(tx, caseId, kind));
        if (waiting) return { id: waiting, status: 200 };
        const item = itemId ? { id: itemId, readers: await readersOf(tx, actor, caseId, itemId) } : undefined;
        // A stop is everybody's, whatever it is about.
        const about = item && { item: isRemark(kind) ? item : { ...item, readers: null } };
        await this.saying.say(tx, actor, facts, { kind, text, form, ...about, ...(reason && { reason }) }, id);
        return {};
      },
      (tx) => this.teamCase.toRead(tx, actor, caseId),
    );
  }
}

/** Which fields belong to which kind. */
function requireWhole({ kind, itemId, reason, text }: TellMessageInput): void {
  if (isRemark(kind) && !itemId) throw unprocessable([{ pointer: '/itemId', code: 'required' }]);
  if (isRemark(kind) && !text) throw unprocessable([{ pointer: '/text', code: 'required' }]);
  if (isRequest(kind) && itemId) throw unprocessable([{ pointer: '/itemId', code: 'not_of_this_kind' }]);
  if ((kind === 'STOP') !== (reason !== undefined)) throw unprocessable([{ pointer: '/reason', code: reason ? 'not_of_this_kind' : 'required' }]);
}

const isRequest = (kind: TellMessageInput['kind']): kind is RequestKind => (REQUEST_KINDS as readonly string[]).includes(kind);

/** Organisations that read the item, its own first; null is the whole team. 404 when the actor's does not. */
async function readersOf(tx: Tx, actor: StaffActor, caseId: string, itemId: string): Promise<string[] | null> {
  const [item] = await tx.query<{ organisationId: string | null; audience: string[] }[]>(ITEM, [itemId, caseId, actor.organisationId]);
  if (!item) throw notVisible();
  return item.organisationId ? [item.organisationId, ...item.audience] : null;
}
