import {
  FOUR_ITEMS,
  FOUR_ITEM_GAPS,
  PLAN_ACTIONS,
  PLAN_ITEM_KINDS,
  PLAN_TYPES,
  VERSION_REASON_MAX,
  type FourItem,
  type FourItemGap,
  type PlanAction,
  type PlanItemKind,
  type PlanType,
} from '@samspel/shared/plan/plan.ts';
import { PRINCIPAL_KINDS, type PrincipalKind } from '@samspel/shared/organisation/organisation.ts';
import { BlockedView } from '../access/availability.dto.ts';
import { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import { Day, Flag, Instant, ListOf, ListOfOneOf, ListOfUuid, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';
import { ActivityView } from './activity/activity-view.dto.ts';
import { GoalView } from './goal/goal.dto.ts';
import { FollowUpView, PartView } from './part/part.dto.ts';
import { PlanAgreementView } from './publication/publication.dto.ts';

export class NewPlan {
  @OneOf(PLAN_TYPES, 'PlanType', { description: 'What kind of plan. It can be changed later.' }) type: PlanType;
}

export class PlanEdit extends NewPlan {
  @Uuid({ description: 'The KOMMUN or REGION principal with the overall responsibility (SoL 10 kap. 8 §); one of the team’s.', nullable: true })
  responsiblePrincipalId: string | null;
  @Flag({ description: 'Nothing is needed from anybody else: the statute’s third item, answered.', example: false }) noOtherMeasures: boolean;
  @Day({ description: 'When the plan is followed up.', nullable: true }) followUpOn: string | null;
  @Uuid({ description: 'Who calls to that: somebody of the team.', nullable: true }) followUpCallerId: string | null;
}

export class PlanSaved {
  @Whole(1, 2_147_483_647, { description: 'The version now, for the next If-Match.' }) version: number;
}

/** A principal (huvudman) that can have the overall responsibility. */
export class AuthorityRef {
  @Uuid({ description: 'The principal.' }) principalId: string;
  @Text(1, 120, { description: 'Its name.', example: 'Sjöstads kommun' }) name: string;
  @OneOf(PRINCIPAL_KINDS, 'PrincipalKind', { description: 'KOMMUN or REGION.' }) kind: PrincipalKind;
}

export class PlanFollowUpView {
  @Day({ description: 'When the plan is followed up.' }) on: string;
  @Part(() => StaffRef, { description: 'Who calls to it.', nullable: true }) caller: StaffRef | null;
}

/** What was last published to the person. */
export class PublishedView {
  @Whole(1, 1_000_000, { description: 'Number of the version.', example: 2 }) number: number;
  @Instant({ description: 'When.' }) at: string;
  @Part(() => StaffRef, { description: 'By whom.' }) by: StaffRef;
  @Text(1, VERSION_REASON_MAX, { description: 'Why a new version.', example: 'Efter uppföljningen i november.', lines: true }) reason: string;
  @Flag({ description: 'The shared plan differs from it.', example: false }) changedSince: boolean;
  @Whole(0, 1000, { description: 'How many items differ, of those the reader reads.', example: 0 }) changes: number;
  @ListOf(() => PlanAgreementView, 100, { description: 'Who stands behind it.' }) agreedBy: PlanAgreementView[];
}

/** One of the statute’s four items (SoL 10 kap. 8 §, HSL 16 kap. 4 §). */
export class FourItemView {
  @OneOf(FOUR_ITEMS, 'FourItem', { description: 'Which.' }) item: FourItem;
  @Flag({ description: 'Whether the plan answers it.' }) ok: boolean;
  @ListOfOneOf(FOUR_ITEM_GAPS, 'FourItemGap', 0, FOUR_ITEM_GAPS.length, { description: 'What is missing.' }) missing: FourItemGap[];
  @Whole(0, 1000, { description: 'How many there are of what it asks for.', example: 2 }) n: number;
}

/** The working copy as this reader may see it: everything shared with their organisation, and that one’s own drafts. */
export class PlanView {
  @Uuid({ description: 'The plan.' }) id: string;
  @Uuid({ description: 'Its case.' }) caseId: string;
  @OneOf(PLAN_TYPES, 'PlanType', { description: 'What kind of plan.' }) type: PlanType;
  @Whole(1, 2_147_483_647, { description: 'For If-Match of the plan’s own settings; items have their own.' }) version: number;
  @Part(() => AuthorityRef, { description: 'Who has the overall responsibility.', nullable: true }) responsibleAuthority: AuthorityRef | null;
  @ListOf(() => AuthorityRef, 100, { description: 'Who could have it: principals of the team.' }) authorities: AuthorityRef[];
  @Flag({ description: 'Nothing is needed from anybody else.', example: false }) noOtherMeasures: boolean;
  @Part(() => PlanFollowUpView, { description: 'When it is followed up.', nullable: true }) followUp: PlanFollowUpView | null;
  @Part(() => PartView, { description: 'What matters to the person: the shared words, or the reader’s organisation’s draft.', nullable: true })
  whatMatters: PartView | null;
  @ListOf(() => PartView, 200, { description: 'Strengths and resources.' }) strengths: PartView[];
  @ListOf(() => PartView, 200, { description: 'Needs.' }) needs: PartView[];
  @ListOf(() => PartView, 200, { description: 'Early signs, and whom to call.' }) earlySigns: PartView[];
  @ListOf(() => PartView, 100, { description: 'Where an organisation sees it otherwise.' }) dissent: PartView[];
  @ListOf(() => GoalView, 200, { description: 'Each main goal followed by its sub goals; sub goals without one last.' }) goals: GoalView[];
  @ListOf(() => ActivityView, 200, { description: 'All activities, in the plan’s order.' }) activities: ActivityView[];
  @ListOf(() => FollowUpView, 200, { description: 'Follow-ups, the latest first.' }) followUps: FollowUpView[];
  @Part(() => PublishedView, { description: 'What the person reads; null before the first publication.', nullable: true })
  published: PublishedView | null;
  @ListOf(() => FourItemView, 4, { description: 'For a SIP: the statute’s four items. Empty otherwise.' }) fourItems: FourItemView[];
  @ListOfUuid(0, 400, { description: 'Shared goals and activities without plain words.', example: [] }) missingPlain: string[];
  @ListOf(() => OrganisationRef, 100, { description: 'Organisations of the team that do not read everything the reader’s organisation has shared.' })
  notReached: OrganisationRef[];
  @Whole(0, 1000, { description: 'Drafts of the reader’s own organisation.', example: 1 }) drafts: number;
  @ListOfOneOf(PLAN_ACTIONS, 'PlanAction', 0, PLAN_ACTIONS.length, { description: 'What the reader may do now.' }) actions: PlanAction[];
  @ListOf(() => BlockedView, PLAN_ACTIONS.length, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

/** The case’s plan, or that there is none yet and whether the reader may begin one. */
export class CasePlanView {
  @Part(() => PlanView, { description: 'The plan; null when none is begun.', nullable: true }) plan: PlanView | null;
  @ListOfOneOf(PLAN_ACTIONS, 'PlanAction', 0, 1, { description: 'Whether the reader may begin one.' }) actions: PlanAction[];
  @ListOf(() => BlockedView, 1, { description: 'Why not, otherwise.' }) blocked: BlockedView[];
}

/** One item alone: exactly one of the four stands, by its kind. */
export class PlanItemView {
  @OneOf(PLAN_ITEM_KINDS, 'PlanItemKind', { description: 'What it is.' }) kind: PlanItemKind;
  @Part(() => PartView, { description: 'Words.', nullable: true }) part: PartView | null;
  @Part(() => GoalView, { description: 'A goal.', nullable: true }) goal: GoalView | null;
  @Part(() => ActivityView, { description: 'An activity.', nullable: true }) activity: ActivityView | null;
  @Part(() => FollowUpView, { description: 'A follow-up.', nullable: true }) followUp: FollowUpView | null;
}
