import { Injectable } from '@nestjs/common';
import type { ActivityContent } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { revokeForActivity } from '../../handover/revoking-moot.ts';
import { refusing } from '../../organisation/database-refusals.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import type { OnceKey, Outcome } from '../../platform/http/once.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import type { ItemSaved } from '../item/item.dto.ts';
import { mayEditItem } from '../item/item.policy.ts';
import { ItemSharing } from '../item/item.sharing.ts';
import { orNull, rewriteItem, type StoredItem, wrong } from '../item/item.store.ts';
import { ItemWriting } from '../item/item.writing.ts';
import { PlanAccess } from '../plan.access.ts';
import { ask, setTimers } from './activity.asking.ts';
import { type CheckedActivity, checkedActivity } from './activity.check.ts';
import type { ActivityEdit, NewActivity } from './activity.dto.ts';

const INSERT = `
  insert into plan_activity (id, plan_id, case_id, provider, state, owner_organisation_id, owner_assignment_id, requested_organisation_id,
    requested_assignment_id, performer_contact_id, deputy_assignment_id, start_on, due_on, after_activity_id)
  values ($1, $2, $3, $5, case when $7::uuid is null then 'PLANNED' else 'REQUESTED' end, $4, $6, $7, $8, $9, $10, $11, $12, $13)`;

/** Whom it asks decides where it stands: asked anew, or taken back when nobody is asked any more. A new due day begins its clock again. */
const UPDATE = `
  update plan_activity set owner_organisation_id = $2, provider = $3, owner_assignment_id = $4, requested_organisation_id = $5, requested_assignment_id = $6,
    state = case when $12 = 'KEEP' then state when $5::uuid is null then 'PLANNED' else 'REQUESTED' end,
    decline_code = case when $12 = 'KEEP' then decline_code end, requested_at = case when $12 = 'KEEP' then requested_at end,
    performer_contact_id = $7, deputy_assignment_id = $8, start_on = $9, after_activity_id = $11,
    owner_lost_at = case when owner_assignment_id = $4 then owner_lost_at end,
    epoch = epoch + case when due_on = $10::date then 0 else 1 end, fired = case when due_on = $10::date then fired else '{}' end, due_on = $10
  where id = $1`;

const OWNER_REFUSALS = {
  activity_owner_in_team: () => wrong('/ownerId', 'notInTeam'),
  activity_owner_is_active: () => wrong('/ownerId', 'notActive'),
};

/** The words, days and order of activities. What happens to them afterwards is `acting.ts`. */
@Injectable()
export class ActivityWriting {
  constructor(
    private readonly db: Database,
    private readonly access: PlanAccess,
    private readonly writing: ItemWriting,
    private readonly sharing: ItemSharing,
    private readonly gate: Gate,
  ) {}

  add(actor: StaffActor, key: OnceKey, planId: string, input: NewActivity): Promise<Outcome> {
    let checked: CheckedActivity;
    return this.writing.add(
      actor,
      key,
      planId,
      input.share ?? false,
      async (tx, { caseId }) => {
        checked = await checkedActivity(tx, actor, { id: null, planId, caseId, ownerId: actor.id }, input);
        return { kind: 'ACTIVITY', content: contentOf(input), parentId: input.goalId ?? null };
      },
      async (tx, { caseId }, id) => {
        await refusing(tx.query(INSERT, [id, planId, caseId, actor.organisationId, ...valuesOf(checked)]), OWNER_REFUSALS);
      },
    );
  }

  edit(actor: StaffActor, id: string, version: number, input: ActivityEdit): Promise<ItemSaved> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, item } = await this.access.item(tx, actor, id, 'ACTIVITY');
      this.gate.require(mayEditItem(actor, facts, item));
      requireVersion(item, version);
      const activity = item.activity!;
      const ownerId = activity.ownerOrganisationId === actor.organisationId ? activity.ownerId : actor.id;
      const checked = await checkedActivity(tx, actor, { id, planId: item.planId, caseId: item.caseId, ownerId }, input);
      const asking = whatOfTheQuestion(actor, item, checked);
      const next = await rewriteItem(tx, actor, item, { content: contentOf(input), parentId: input.goalId ?? null });
      await refusing(tx.query(UPDATE, [id, actor.organisationId, ...valuesOf(checked), asking]), OWNER_REFUSALS);
      const saved = await this.sharing.republish(tx, actor, item, next);
      await setTimers(tx, id);
      await revokeForActivity(tx, actor, id);
      if (asking === 'ASK') await ask(tx, actor, id);
      if (asking === 'TAKE_BACK' && item.shared) await this.tellTakenBack(tx, actor, item);
      return saved;
    });
  }

  private async tellTakenBack(tx: Tx, actor: StaffActor, item: StoredItem): Promise<void> {
    const audience = [...(item.organisationId ? [item.organisationId] : []), ...item.audience];
    await recordInTimeline(tx, actor, {
      caseId: item.caseId,
      kind: 'activity.taken-back',
      params: { activityId: item.id },
      audience,
      shownToPerson: false,
    });
  }
}

type Asking = 'KEEP' | 'ASK' | 'TAKE_BACK';

/** 422 where somebody else is asked for what is already being done. */
function whatOfTheQuestion(actor: StaffActor, { activity, organisationId, audience }: StoredItem, checked: CheckedActivity): Asking {
  const { state, requestedOrganisationId, requestedId } = activity!;
  if (checked.requestedOrganisationId === requestedOrganisationId && checked.requestedId === requestedId) return 'KEEP';
  if (!checked.requestedOrganisationId) return 'TAKE_BACK';
  if (state === 'IN_PROGRESS' || state === 'BLOCKED') throw wrong('/requestedOrganisationId', 'alreadyBegun');
  // Another organisation's words go no further than that one has let them.
  const reads = organisationId === actor.organisationId || [organisationId, ...audience].includes(checked.requestedOrganisationId);
  if (!reads) throw wrong('/requestedOrganisationId', 'doesNotRead');
  return 'ASK';
}

/** In the order both statements number them. */
const valuesOf = (checked: CheckedActivity): (string | null)[] => [
  checked.provider,
  checked.ownerId,
  checked.requestedOrganisationId,
  checked.requestedId,
  checked.performerContactId,
  checked.deputyId,
  checked.startOn,
  checked.dueOn,
  checked.afterId,
];

const contentOf = ({ text, plain, extent }: ActivityEdit): ActivityContent => ({ text, plain: orNull(plain), extent: orNull(extent) });
