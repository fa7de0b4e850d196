import type {
  ActivityProvider,
  AgreementStance,
  Attainment,
  BlockCategory,
  PlanPartKind,
  PlanType,
  RecordedForm,
} from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { CancelActivityInput, RefuseActivityInput } from '../../plan/activity/acts.dto.ts';
import type { ActivityEdit } from '../../plan/activity/activity.dto.ts';
import type { FollowUpEdit } from '../../plan/part/part.dto.ts';
import type { PlanEdit } from '../../plan/plan.dto.ts';
import type { CaseDesk } from './case-desk.ts';
import { onceKey } from './once-key.ts';
import type { Place } from './town-organisations.ts';
import type { TownStage } from './town-stage.ts';

export interface GoalWords {
  readonly text: string;
  /** In the person's own words. */
  readonly own?: string;
  /** Med enkla ord. */
  readonly plain?: string;
  /** The main goal it leads to; absent: a main goal itself. */
  readonly under?: string;
  readonly by?: string;
  readonly conflict?: { readonly text: string; readonly between: readonly Place[] };
  readonly draft?: boolean;
}

export interface Work {
  readonly text: string;
  readonly plain?: string;
  readonly often?: string;
  readonly goal?: string;
  /** An insats of the writer's organisation, unless told. */
  readonly provider?: ActivityProvider;
  /** Name of the contact who does it. */
  readonly performer?: string;
  /** The organisation that is asked to take it. */
  readonly asks?: Place;
  /** A colleague who answers for it; the writer unless told. */
  readonly owner?: string;
  readonly deputy?: string;
  readonly from?: string;
  readonly by: string;
  readonly after?: string;
  readonly draft?: boolean;
}

export interface Frame {
  readonly responsible?: Place;
  readonly noOtherMeasures?: boolean;
  readonly followUp?: { readonly on: string; readonly caller: string };
}

const STANDING = `
  select type, responsible_principal_id as "responsiblePrincipalId", no_other_measures as "noOtherMeasures", follow_up_on::text as "followUpOn",
         follow_up_caller_assignment_id as "followUpCallerId", version
  from care_plan where id = $1`;

/** The plan of one case, and what people do with it. Who acts is named by their account. Everything is shared in the act that writes it, unless it is a draft. */
export class PlanDesk {
  private constructor(
    private readonly stage: TownStage,
    private readonly desk: CaseDesk,
    readonly id: string,
  ) {}

  static async begin(stage: TownStage, desk: CaseDesk, hint: string, type: PlanType): Promise<PlanDesk> {
    const { id } = await stage.service('plans').begin(await stage.actor(hint), onceKey(), desk.caseId, { type });
    return new PlanDesk(stage, desk, id!);
  }

  /** What matters to the person, as they said it to `hint`. */
  async told(hint: string, text: string, form: RecordedForm = 'IN_PERSON'): Promise<void> {
    await this.stage.service('told').words(await this.stage.actor(hint), this.desk.caseId, onceKey(), { text, form });
  }

  async part(hint: string, kind: PlanPartKind, text: string, { call, draft = false }: { call?: string; draft?: boolean } = {}): Promise<string> {
    const words = { kind, text, share: !draft, ...(call && { call }) };
    return (await this.stage.service('parts').add(await this.stage.actor(hint), onceKey(), this.id, words)).id!;
  }

  async goal(hint: string, { text, own, plain, under, by, conflict, draft = false }: GoalWords): Promise<string> {
    const { id } = await this.stage.service('goals').add(await this.stage.actor(hint), onceKey(), this.id, {
      ...{ text, ownWords: own ?? null, plain: plain ?? null, targetOn: by ?? null, share: !draft },
      ...(under ? { goalKind: 'SUB', parentId: under } : { goalKind: 'MAIN' }),
      ...(conflict && { conflict: conflict.text, conflictOrganisationIds: this.stage.organisations(conflict.between) }),
    });
    return id!;
  }

  async attain(hint: string, goalId: string, status: Attainment): Promise<void> {
    await this.stage.service('goals').attain(await this.stage.actor(hint), onceKey(), goalId, { status });
  }

  async activity(hint: string, work: Work): Promise<string> {
    const input = { ...(await this.inputOf(hint, work)), share: !work.draft };
    return (await this.stage.service('activities').add(await this.stage.actor(hint), onceKey(), this.id, input)).id!;
  }

  /** Writes all of it anew. */
  async rewrite(hint: string, activityId: string, work: Work): Promise<void> {
    const input = await this.inputOf(hint, work);
    await this.stage.service('activities').edit(...(await this.as(hint, activityId)), input);
  }

  async followUp(hint: string, held: FollowUpEdit): Promise<void> {
    await this.stage.service('parts').addFollowUp(await this.stage.actor(hint), onceKey(), this.id, { ...held, share: true });
  }

  /** To those who have joined since, too. */
  async share(hint: string, ...itemIds: string[]): Promise<void> {
    for (const id of itemIds) await this.stage.service('planSharing').share(...(await this.as(hint, id)));
  }

  async accept(hint: string, activityId: string): Promise<void> {
    await this.stage.service('work').accept(...(await this.as(hint, activityId)), {});
  }

  async refuse(hint: string, activityId: string, answer: RefuseActivityInput): Promise<void> {
    await this.stage.service('work').refuse(...(await this.as(hint, activityId)), answer);
  }

  async start(hint: string, ...activityIds: string[]): Promise<void> {
    for (const id of activityIds) await this.stage.service('work').start(...(await this.as(hint, id)));
  }

  async complete(hint: string, ...activityIds: string[]): Promise<void> {
    for (const id of activityIds) await this.stage.service('work').complete(...(await this.as(hint, id)));
  }

  async block(hint: string, activityId: string, category: BlockCategory, text: string): Promise<void> {
    await this.stage.service('work').block(...(await this.as(hint, activityId)), { category, text });
  }

  async cancel(hint: string, activityId: string, why: CancelActivityInput): Promise<void> {
    await this.stage.service('work').cancel(...(await this.as(hint, activityId)), why);
  }

  async note(hint: string, activityId: string, text: string): Promise<void> {
    await this.stage.service('workNotes').note(await this.stage.actor(hint), activityId, onceKey(), text);
  }

  /** Which of the team's principals answers for the whole, as one of its organisations; that nobody else is needed; when it is followed up, and by whom. */
  async frame(hint: string, frame: Frame): Promise<void> {
    const { responsible, noOtherMeasures, followUp } = frame;
    const { version, ...standing } = await this.row<PlanEdit & { version: number }>(hint, STANDING, this.id);
    const edit: PlanEdit = {
      ...standing,
      ...(responsible && { responsiblePrincipalId: await this.principal(hint, responsible) }),
      ...(noOtherMeasures !== undefined && { noOtherMeasures }),
      ...(followUp && { followUpOn: followUp.on, followUpCallerId: (await this.stage.actor(followUp.caller)).id }),
    };
    await this.stage.service('plans').edit(await this.stage.actor(hint), this.id, version, edit);
  }

  async publish(hint: string, reason: string): Promise<void> {
    await this.stage.service('publication').publish(await this.stage.actor(hint), this.id, onceKey(), reason);
  }

  /** Each for their organisation. */
  async agree(number: number, ...hints: string[]): Promise<void> {
    for (const hint of hints) await this.stand(hint, number, 'AGREES');
  }

  async stand(hint: string, number: number, stance: AgreementStance): Promise<void> {
    await this.stage.service('agreements').forOrganisation(await this.stage.actor(hint), this.id, number, stance);
  }

  private async inputOf(hint: string, work: Work): Promise<ActivityEdit> {
    const { text, plain, often, goal, provider = 'INTERVENTION', performer, asks, owner, deputy, from, by, after } = work;
    return {
      ...{ text, plain: plain ?? null, extent: often ?? null, goalId: goal ?? null, provider },
      ...{ ownerId: owner ? (await this.stage.actor(owner)).id : null, deputyId: deputy ? (await this.stage.actor(deputy)).id : null },
      requestedOrganisationId: asks ? this.stage.organisations([asks])[0]! : null,
      performerContactId: performer ? await this.desk.contactId(hint, performer) : null,
      ...{ startOn: from ?? null, dueOn: by, afterId: after ?? null },
    };
  }

  /** As an act on an item begins: the actor, the item, and the version they have read. */
  private async as(hint: string, itemId: string): Promise<[StaffActor, string, number]> {
    const { version } = await this.row<{ version: number }>(hint, 'select version from plan_item where id = $1', itemId);
    return [await this.stage.actor(hint), itemId, version];
  }

  private async principal(hint: string, place: Place): Promise<string> {
    const [organisationId] = this.stage.organisations([place]);
    return (await this.row<{ id: string }>(hint, 'select principal_id as id from organisation where id = $1', organisationId!)).id;
  }

  private async row<Row>(hint: string, sql: string, id: string): Promise<Row> {
    const [row] = await this.stage.db.transaction(await this.stage.actor(hint), (tx) => tx.query<Row[]>(sql, [id]));
    if (!row) throw new Error(`${hint} does not find what they look for in this plan`);
    return row;
  }
}
