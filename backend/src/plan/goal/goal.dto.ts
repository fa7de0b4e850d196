import { ATTAINMENTS, GOAL_KINDS, PLAIN_TEXT_MAX, PLAN_TEXT_MAX, type Attainment, type GoalKind } from '@samspel/shared/plan/plan.ts';
import { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { Day, Flag, Instant, ListOf, ListOfUuid, OneOf, Part, Text, Uuid } from '../../platform/openapi/fields.ts';
import { ItemView } from '../item/item.dto.ts';

export class GoalEdit {
  @Text(1, PLAN_TEXT_MAX, { description: 'The goal, in the team’s words.', example: 'Vara tillbaka på 50 % den 30 november.', lines: true })
  text: string;
  @Text(0, PLAN_TEXT_MAX, {
    description: 'In the person’s own words.',
    example: 'Jag vill orka vara på jobbet utan att krascha efteråt.',
    optional: true,
    nullable: true,
    lines: true,
  })
  ownWords?: string | null;
  @Text(0, PLAIN_TEXT_MAX, {
    description: 'Med enkla ord: what the person reads.',
    example: 'Du ska jobba halva dagar.',
    optional: true,
    nullable: true,
    lines: true,
  })
  plain?: string | null;
  @OneOf(GOAL_KINDS, 'GoalKind', { description: 'Main goal, or a goal on the way to one.' }) goalKind: GoalKind;
  @Uuid({ description: 'The main goal that a sub goal leads to; only for SUB.', optional: true, nullable: true }) parentId?: string | null;
  @Day({ description: 'When it shall be reached.', optional: true, nullable: true }) targetOn?: string | null;
  @Text(0, PLAN_TEXT_MAX, {
    description: 'A possible conflict of goals.',
    example: 'Vården vill gå långsamt fram, arbetsgivaren vill veta datum.',
    optional: true,
    nullable: true,
    lines: true,
  })
  conflict?: string | null;
  @ListOfUuid(0, 20, { description: 'Organisations that the conflict concerns.', optional: true }) conflictOrganisationIds?: string[];
}

export class NewGoal extends GoalEdit {
  @Flag({ description: 'Share it with the team at once; otherwise it is a draft of the writer’s organisation.', optional: true }) share?: boolean;
}

export class AttainmentInput {
  @OneOf(ATTAINMENTS, 'Attainment', { description: 'How it goes with the goal.' }) status: Attainment;
}

export class AttainmentView extends AttainmentInput {
  @Instant({ description: 'When it was said.' }) at: string;
  @Part(() => StaffRef, { description: 'Who said it.' }) by: StaffRef;
}

export class GoalView extends ItemView {
  @Text(1, PLAN_TEXT_MAX, { description: 'The goal, in the team’s words.', example: 'Vara tillbaka på 50 % den 30 november.', lines: true })
  text: string;
  @Text(1, PLAN_TEXT_MAX, { description: 'In the person’s own words.', example: 'Jag vill orka vara på jobbet.', nullable: true, lines: true })
  ownWords: string | null;
  @Text(1, PLAIN_TEXT_MAX, { description: 'Med enkla ord.', example: 'Du ska jobba halva dagar.', nullable: true, lines: true }) plain: string | null;
  @OneOf(GOAL_KINDS, 'GoalKind', { description: 'Main goal, or a goal on the way to one.' }) goalKind: GoalKind;
  @Uuid({ description: 'The main goal it leads to, where the reader reads that one.', nullable: true }) parentId: string | null;
  @Day({ description: 'When it shall be reached.', nullable: true }) targetOn: string | null;
  @Text(1, PLAN_TEXT_MAX, { description: 'A possible conflict of goals.', example: 'Vården vill gå långsamt fram.', nullable: true, lines: true })
  conflict: string | null;
  @ListOf(() => OrganisationRef, 20, { description: 'Whom the conflict concerns.' }) conflictOrganisations: OrganisationRef[];
  @Part(() => AttainmentView, { description: 'The latest word on how it goes.', nullable: true }) attainment: AttainmentView | null;
  @ListOf(() => AttainmentView, 1000, { description: 'How it has gone, oldest first.' }) attainments: AttainmentView[];
}
