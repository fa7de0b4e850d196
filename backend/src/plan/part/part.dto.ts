import { PLAN_PART_KINDS, PLAN_TEXT_MAX, type PlanPartKind } from '@samspel/shared/plan/plan.ts';
import { Day, Flag, OneOf, Text, Whole } from '../../platform/openapi/fields.ts';
import { ItemView } from '../item/item.dto.ts';

const SHARE = { description: 'Share it with the team at once; otherwise it is a draft of the writer’s organisation.', optional: true };

export class PartEdit {
  @Text(1, PLAN_TEXT_MAX, { description: 'The words.', example: 'Har varit på samma arbetsplats i tolv år.', lines: true }) text: string;
  @Text(0, 200, { description: 'For an early sign: whom to call.', example: 'Lena Norberg, 0980-319 204', optional: true, nullable: true })
  call?: string | null;
}

export class NewPart extends PartEdit {
  @OneOf(PLAN_PART_KINDS, 'PlanPartKind', { description: 'What the words are.' }) kind: PlanPartKind;
  @Flag(SHARE) share?: boolean;
}

/** What matters to the person, a strength, a need, an early sign or an organisation’s dissent: words. */
export class PartView extends ItemView {
  @Text(1, PLAN_TEXT_MAX, { description: 'The words.', example: 'Har varit på samma arbetsplats i tolv år.', lines: true }) text: string;
  @Text(1, 200, { description: 'For an early sign: whom to call.', example: 'Lena Norberg, 0980-319 204', nullable: true }) call: string | null;
}

/** The questions of the revising dialogue. */
export class FollowUpEdit {
  @Day({ description: 'When it was held.' }) heldOn: string;
  @Text(1, PLAN_TEXT_MAX, { description: 'What we wanted.', example: 'Att Eva skulle arbeta halva dagar.', lines: true }) wanted: string;
  @Text(1, PLAN_TEXT_MAX, { description: 'What became of it.', example: 'Tre dagar i veckan blev det.', lines: true }) became: string;
  @Text(0, PLAN_TEXT_MAX, { description: 'Why there is a difference.', example: 'Onsdagarna blev för tunga.', lines: true }) why: string;
  @Text(0, PLAN_TEXT_MAX, { description: 'What we conclude.', example: 'Vila mellan dagarna behövs.', lines: true }) conclusion: string;
  @Text(0, PLAN_TEXT_MAX, { description: 'What we do now.', example: 'Fria onsdagar i fyra veckor till.', lines: true }) now: string;
}

export class NewFollowUp extends FollowUpEdit {
  @Flag(SHARE) share?: boolean;
}

export class FollowUpView extends ItemView {
  @Day({ description: 'When it was held.' }) heldOn: string;
  @Text(1, PLAN_TEXT_MAX, { description: 'What we wanted.', example: 'Att Eva skulle arbeta halva dagar.', lines: true }) wanted: string;
  @Text(1, PLAN_TEXT_MAX, { description: 'What became of it.', example: 'Tre dagar i veckan blev det.', lines: true }) became: string;
  @Text(0, PLAN_TEXT_MAX, { description: 'Why there is a difference.', example: 'Onsdagarna blev för tunga.', lines: true }) why: string;
  @Text(0, PLAN_TEXT_MAX, { description: 'What we conclude.', example: 'Vila mellan dagarna behövs.', lines: true }) conclusion: string;
  @Text(0, PLAN_TEXT_MAX, { description: 'What we do now.', example: 'Fria onsdagar i fyra veckor till.', lines: true }) now: string;
  @Whole(0, 1000, { description: 'Activities due by that day, of those the reader reads.', example: 5 }) planned: number;
  @Whole(0, 1000, { description: 'How many of them had been done by then.', example: 3 }) done: number;
}
