import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { type CaseFacts, caseFactsForUpdate } from '../case/case-facts.ts';
import { maySeeCase } from '../case/case-visibility.policy.ts';
import { tellIntake } from '../care-team/invitation/intake.ts';
import { INVITATION_IS_COVERED } from '../care-team/invitation/invitation.queries.ts';
import { stopUncoveredHandovers } from '../handover/stopping.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { notVisible } from '../platform/problem/problem.ts';
import { announce } from '../platform/live/announce.ts';
import { notify } from '../timeline/notices.ts';
import { recordInTimeline } from '../timeline/timeline.ts';

/** Receivers of the withdrawn consent that no other consent covers. Expired ones cover nothing; one that begins later still does. */
const LOSING = `
  select r.organisation_id as id from consent_recipient r
  where r.consent_id = $1 and r.organisation_id is not null
    and not exists (select 1 from consent k join consent_recipient other on other.consent_id = k.id
                    where k.case_id = $2 and other.organisation_id = r.organisation_id and k.withdrawn_at is null and k.valid_to >= app.domain_today())
    -- The owner's own colleagues keep a case that their organisation itself still has leave to share from.
    and not exists (select 1 from coordination_case c join assignment a on a.id = c.owner_assignment_id
                    join consent k on k.case_id = c.id and k.disclosing_organisation_id = a.organisation_id and k.withdrawn_at is null and k.valid_to >= app.domain_today()
                    where c.id = $2 and a.organisation_id = r.organisation_id)
  order by 1`;

const NOTHING_VALID = `
  select not exists (select 1 from consent k where k.case_id = $1 and k.withdrawn_at is null and k.valid_to >= app.domain_today()) as last`;

@Injectable()
export class ConsentWithdrawal {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The person takes a consent back, themself or through somebody in the team, and it takes effect when this returns. A repeat changes
   * nothing. 404 when the actor does not reach the case, which after this may be so for the actor too.
   */
  withdraw(actor: Actor, consentId: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.caseOf(tx, actor, consentId);
      if (!(await markWithdrawn(tx, actor, consentId))) return;
      await this.audit.write(tx, actor, {
        action: 'consent.withdrawn',
        fieldClass: 'CONSENT',
        caseId: facts.id,
        personId: facts.personId,
        subjectId: consentId,
      });
      await recordInTimeline(tx, actor, { caseId: facts.id, kind: 'consent.withdrawn' });
      const losing = await losingOrganisations(tx, actor, facts.id, consentId);
      await tell(tx, actor, facts, losing);
      await stopUncovered(tx, facts.id);
      await stopUncoveredHandovers(tx, this.audit, actor, facts.id, losing);
      await closeTo(tx, facts.id, losing);
    });
  }

  /** With the case locked: sharing takes the same lock, so nothing is sent once this has been answered. */
  private async caseOf(tx: Tx, actor: Actor, consentId: string): Promise<CaseFacts> {
    const [consent] = await tx.query<{ caseId: string }[]>(
      `select k.case_id as "caseId" from consent k join case_access me on me.case_id = k.case_id and me.actor_id = $2 where k.id = $1`,
      [consentId, actor.id],
    );
    const facts = consent && (await caseFactsForUpdate(tx, actor, consent.caseId));
    this.gate.requireVisible(maySeeCase(actor, facts));
    if (!facts) throw notVisible();
    return facts;
  }
}

/** False when it was withdrawn already. */
async function markWithdrawn(tx: Tx, actor: Actor, consentId: string): Promise<boolean> {
  const staff = actor.kind === 'STAFF';
  const [changed] = await tx.query<[unknown[], number]>(
    `update consent set withdrawn_at = app.domain_now(), withdrawn_via = $2, withdrawn_by_assignment_id = $3, version = version + 1
     where id = $1 and withdrawn_at is null returning 1`,
    [consentId, staff ? 'STAFF' : 'PERSON', staff ? actor.id : null],
  );
  return changed.length > 0;
}

/** The actor's own organisation comes last, since closing the case to it ends what the actor may do. */
async function losingOrganisations(tx: Tx, actor: Actor, caseId: string, consentId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(LOSING, [consentId, caseId]);
  const own = actor.kind === 'STAFF' ? actor.organisationId : null;
  return rows.map(({ id }) => id).sort((a, b) => Number(a === own) - Number(b === own));
}

/** Before anybody loses access, because afterwards the actor may not be able to. Those who lose it are told by `app.close_case_to`. */
async function tell(tx: Tx, actor: Actor, facts: CaseFacts, losing: readonly string[]): Promise<void> {
  if (facts.status === 'CLOSED' || !facts.ownerId) return;
  const senders = await tx.query<{ id: string }[]>(
    `select distinct i.invited_by_assignment_id as id from care_team_invitation i
     join participation p on p.case_id = i.case_id and p.assignment_id = i.invited_by_assignment_id and p.until_at is null
     where i.case_id = $1 and i.state = 'PENDING' and p.organisation_id <> all ($2::uuid[])
       and (i.organisation_id = any ($2::uuid[]) or not ${INVITATION_IS_COVERED})`,
    [facts.id, losing],
  );
  const receivers = new Set([facts.ownerId, ...senders.map(({ id }) => id)]);
  for (const assignmentId of receivers) {
    if (assignmentId !== actor.id) await notify(tx, { kind: 'consent.withdrawn', to: { assignmentId }, caseId: facts.id });
  }
  // Whoever asked to join from an organisation that is now shut out gets no other answer, and nothing about the case.
  const askers = await tx.query<{ id: string }[]>(
    `select requested_by_assignment_id as id from join_request where case_id = $1 and state = 'PENDING' and organisation_id = any ($2::uuid[])`,
    [facts.id, losing],
  );
  for (const { id } of askers) await notify(tx, { kind: 'join-request.answered', to: { assignmentId: id }, params: { answer: 'STOPPED' } });
  const [{ last } = { last: false }] = await tx.query<{ last: boolean }[]>(NOTHING_VALID, [facts.id]);
  if (last) await notify(tx, { kind: 'consent.last-withdrawn', to: { assignmentId: facts.ownerId }, caseId: facts.id });
}

async function closeTo(tx: Tx, caseId: string, losing: readonly string[]): Promise<void> {
  const waiting = await waitingUnits(tx, caseId, losing);
  const gone: string[] = [];
  for (const organisation of losing) {
    const lost = await tx.query<{ id: string }[]>('select lost_assignment_id as id from app.close_case_to($1, $2)', [caseId, organisation]);
    gone.push(...lost.map(({ id }) => id));
  }
  for (const unitId of waiting) await tellIntake(tx, unitId);
  if (gone.length) await announce(tx, { type: 'case', ref: caseId, to: gone, gone: true });
}

/** Units whose intake has an invitation in its queue that is about to be stopped. */
async function waitingUnits(tx: Tx, caseId: string, losing: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select unit_id as id from care_team_invitation where case_id = $1 and state = 'PENDING' and organisation_id = any ($2::uuid[])`,
    [caseId, losing],
  );
  return rows.map(({ id }) => id);
}

/** Invitations whose sender may no longer tell the receiver anything; those queues are told that theirs has changed. */
async function stopUncovered(tx: Tx, caseId: string): Promise<void> {
  const rows = await tx.query<{ unitId: string }[]>('select distinct app.stop_uncovered_invitations($1) as "unitId"', [caseId]);
  for (const { unitId } of rows) await tellIntake(tx, unitId);
}
