import {
  PLAN_ITEM_ACTIONS,
  PLAN_ITEM_KINDS,
  RECORDED_FORMS,
  type PlanItemAction,
  type PlanItemKind,
  type RecordedForm,
} from '@samspel/shared/plan/plan.ts';
import { BlockedView } from '../../access/availability.dto.ts';
import { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { Flag, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

/** Somebody else who has the item open to write in. */
export class WritingNow {
  @Text(1, 161, { description: 'Given and family name.', example: 'Lena Norberg' }) name: string;
  @Text(1, 80, { description: 'Given name alone.', example: 'Lena' }) givenName: string;
}

/** What every item of a plan carries, whatever its kind, as this reader may see it. */
export class ItemFactsView {
  @Uuid({ description: 'The item.' }) id: string;
  @OneOf(PLAN_ITEM_KINDS, 'PlanItemKind', { description: 'What it is.' }) kind: PlanItemKind;
  @Whole(1, 2_147_483_647, { description: 'For If-Match. Every change and every act on it raises this.' }) version: number;
  @Part(() => OrganisationRef, { description: 'Whose item it is; null for the person’s own.', nullable: true }) organisation: OrganisationRef | null;
  @Part(() => StaffRef, { description: 'Who wrote it; null when the person did.', nullable: true }) author: StaffRef | null;
  @Flag({ description: 'The person’s own words, by themself or told to staff.', example: false }) byPerson: boolean;
  @OneOf(RECORDED_FORMS, 'RecordedForm', {
    description: 'How the person’s words reached the one who wrote them down; null otherwise.',
    nullable: true,
  })
  recordedForm: RecordedForm | null;
  @Flag({ description: 'The person’s own words, written by somebody who acts for them.', example: false }) viaRepresentative: boolean;
  @Flag({ description: 'Shared with the team. A draft is read by its own organisation alone.' }) shared: boolean;
  @Instant({ description: 'When it was first shared; null for a draft.', nullable: true }) sharedAt: string | null;
  @ListOf(() => OrganisationRef, 100, { description: 'Who reads it beside its own organisation.' }) audience: OrganisationRef[];
  @Instant({ description: 'When its words last changed.' }) changedAt: string;
  @Part(() => StaffRef, { description: 'Who changed them; null when nobody has, or the person did.', nullable: true }) changedBy: StaffRef | null;
  @Flag({ description: 'Differs from what was last published, or was not part of it. False before the first publication.' })
  changedSincePublished: boolean;
  @Flag({ description: 'Removed, and can be brought back.', example: false }) removed: boolean;
  @ListOf(() => WritingNow, 100, { description: 'Who else is writing in it just now.' }) writing: WritingNow[];
  @ListOf(() => BlockedView, 20, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

export class ItemView extends ItemFactsView {
  @ListOfOneOf(PLAN_ITEM_ACTIONS, 'PlanItemAction', 0, PLAN_ITEM_ACTIONS.length, { description: 'What the reader may do now.' })
  actions: PlanItemAction[];
}

/** What a change left behind. */
export class ItemSaved {
  @Whole(1, 2_147_483_647, { description: 'The version now, for the next If-Match.' }) version: number;
  @ListOf(() => OrganisationRef, 100, { description: 'Organisations of the team that no consent lets it reach. Empty for a draft.' })
  notReached: OrganisationRef[];
}
