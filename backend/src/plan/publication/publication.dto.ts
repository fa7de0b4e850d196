import {
  AGREEMENT_STANCES,
  FOUR_ITEMS,
  FOUR_ITEM_GAPS,
  GOAL_KINDS,
  PLAN_ITEM_KINDS,
  PLAN_TYPES,
  RECORDED_FORMS,
  VERSION_REASON_MAX,
  type AgreementStance,
  type FourItem,
  type FourItemGap,
  type GoalKind,
  type PlanItemKind,
  type PlanType,
  type RecordedForm,
} from '@samspel/shared/plan/plan.ts';
import { MyPlanBody } from '../../citizen/plan/my-plan.dto.ts';
import { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { Flag, Instant, ListOf, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

const REASON = { example: 'Ny aktivitet hos Arbetsförmedlingen.', lines: true };

export class PublishInput {
  @Text(1, VERSION_REASON_MAX, { description: 'Why there is a new version.', ...REASON }) reason: string;
}

export class AgreeInput {
  @OneOf(AGREEMENT_STANCES, 'AgreementStance', { description: 'How the organisation stands behind the version.' }) stance: AgreementStance;
}

/** One of the statute’s four items that is not there yet. */
export class MissingItemView {
  @OneOf(FOUR_ITEMS, 'FourItem', { description: 'Which of the four.' }) item: FourItem;
  @OneOf(FOUR_ITEM_GAPS, 'FourItemGap', { description: 'What is missing of it.' }) code: FourItemGap;
  @Uuid({ description: 'The item of the plan it concerns; null when there is none.', nullable: true }) itemId: string | null;
}

export class WithoutPlainWordsView {
  @Uuid({ description: 'The goal or activity.' }) itemId: string;
  @Text(1, 2000, { description: 'Its words.', example: 'Individuellt anpassad konditionsträning.', lines: true }) text: string;
}

/** “Så här ser Eva det”: exactly what the person’s own page would show, before it does. */
export class PublicationPreviewView {
  @Part(() => MyPlanBody, { description: 'What the person’s own page would carry as `plan`.' }) person: MyPlanBody;
  @ListOf(() => WithoutPlainWordsView, 200, { description: 'Goals and activities without plain words. Publishing is allowed all the same.' })
  missingPlain: WithoutPlainWordsView[];
  @ListOf(() => MissingItemView, 20, { description: 'What a SIP lacks; publishing is refused while anything is listed.' }) missing: MissingItemView[];
  @Whole(0, 10_000, { description: 'How many items differ from what is published.', example: 3 }) changes: number;
  @Whole(1, 1_000_000, { description: 'The number the version would get.' }) next: number;
}

export class PlanAgreementView {
  @Part(() => OrganisationRef, { description: 'The organisation; null for the person.', nullable: true }) organisation: OrganisationRef | null;
  @Part(() => StaffRef, { description: 'Who said so for it; null for the person.', nullable: true }) staff: StaffRef | null;
  @Flag({ description: 'The person themself stands behind it.', example: false }) person: boolean;
  @OneOf(AGREEMENT_STANCES, 'AgreementStance', { description: 'How.' }) stance: AgreementStance;
  @OneOf(RECORDED_FORMS, 'RecordedForm', { description: 'How the person told staff; null when they said so here.', nullable: true })
  recordedForm: RecordedForm | null;
  @Flag({ description: 'Somebody who acts for the person said so for them.', example: false }) viaRepresentative: boolean;
  @Instant({ description: 'When.' }) at: string;
}

export class PlanVersionRowView {
  @Whole(1, 1_000_000, { description: 'Which publication.' }) number: number;
  @Instant({ description: 'When.' }) publishedAt: string;
  @Part(() => StaffRef, { description: 'By whom.' }) by: StaffRef;
  @Text(1, VERSION_REASON_MAX, { description: 'Why.', ...REASON }) reason: string;
  @OneOf(PLAN_TYPES, 'PlanType', { description: 'What kind of plan it was.' }) type: PlanType;
  @ListOf(() => PlanAgreementView, 100, { description: 'Who stands behind it, and since when.' }) agreements: PlanAgreementView[];
}

export class PlanVersionListView {
  @ListOf(() => PlanVersionRowView, 1000, { description: 'Newest first.' }) items: PlanVersionRowView[];
}

export class PlanFieldView {
  @Text(1, 60, { description: 'Name of the field; the client has its words.', example: 'plain' }) name: string;
  @Text(0, 10_000, { description: 'What it says; days as YYYY-MM-DD, codes as codes.', example: 'Du tränar i lugn takt.', lines: true })
  value: string;
  @Uuid({ description: 'The item whose words they are, where they are another’s.', optional: true }) ref?: string;
}

export class PlanVersionItemView {
  @Uuid({ description: 'The item.' }) itemId: string;
  @OneOf(PLAN_ITEM_KINDS, 'PlanItemKind', { description: 'What it is.' }) kind: PlanItemKind;
  @OneOf(GOAL_KINDS, 'GoalKind', { description: 'For a goal.', nullable: true }) goalKind: GoalKind | null;
  @Uuid({ description: 'Its goal.', nullable: true }) parentId: string | null;
  @Part(() => OrganisationRef, { description: 'Whose it is; null: the person’s own.', nullable: true }) organisation: OrganisationRef | null;
  @ListOf(() => PlanFieldView, 30, { description: 'Word for word as it was; empty fields are left out.' }) fields: PlanFieldView[];
}

/** A published version as it was, for ever. */
export class PlanVersionView extends PlanVersionRowView {
  @Text(1, 160, { description: 'Who had the overall responsibility.', example: 'Sjöstads kommun', nullable: true }) responsibleAuthority:
    string | null;
  @Text(1, 161, { description: 'Who coordinated.', example: 'Lena Forsman', nullable: true }) coordinator: string | null;
  @Text(10, 10, { description: 'Day of the follow-up.', example: '2027-02-01', nullable: true }) followUpOn: string | null;
  @ListOf(() => PlanVersionItemView, 200, { description: 'Those of its items the reader may read.' }) items: PlanVersionItemView[];
}

export class ChangedFieldView {
  @Text(1, 60, { description: 'Name of the field; the client has its words.', example: 'plain' }) name: string;
  @Text(0, 10_000, { description: 'Before; empty when there was nothing.', example: 'Du tränar.', lines: true }) before: string;
  @Text(0, 10_000, { description: 'After; empty when it was taken away.', example: 'Du tränar i lugn takt.', lines: true }) after: string;
}

export class ChangedItemView {
  @Part(() => PlanVersionItemView, { description: 'As it stands in the later of the two.' }) item: PlanVersionItemView;
  @ListOf(() => ChangedFieldView, 30, { description: 'What differs.' }) fields: ChangedFieldView[];
}

export class PlanChangesView {
  @Whole(0, 1_000_000, { description: 'The earlier; 0 is the working copy.' }) from: number;
  @Whole(0, 1_000_000, { description: 'The later; 0 is the working copy.' }) to: number;
  @ListOf(() => PlanVersionItemView, 200, { description: 'Only in the later.' }) added: PlanVersionItemView[];
  @ListOf(() => PlanVersionItemView, 200, { description: 'Only in the earlier.' }) removed: PlanVersionItemView[];
  @ListOf(() => ChangedItemView, 200, { description: 'In both, with other words.' }) changed: ChangedItemView[];
  @ListOf(() => ChangedFieldView, 30, { description: 'What stands around the items: type, responsibility, follow-up.' }) facts: ChangedFieldView[];
  @Whole(0, 10_000, { description: 'How many are the same in both.', example: 9 }) unchanged: number;
}

export class PlanChangesQuery {
  @Whole(0, 1_000_000, { description: 'A version’s number, or 0 for the working copy.' }) from: number;
  @Whole(0, 1_000_000, { description: 'A version’s number, or 0 for the working copy.' }) to: number;
}
