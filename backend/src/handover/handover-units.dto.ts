import { HANDOVER_SCOPES, type HandoverScope } from '@samspel/shared/handover/handover.ts';
import { StaffRef } from '../organisation/refs.dto.ts';
import { Day, Flag, ListOf, ListOfText, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';
import { HandoverActivityView, HandoverToView } from './handover-parts.dto.ts';

export class HandoverUnitsQuery {
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What would be handed over.' }) scope: HandoverScope;
  @Uuid({ description: 'Which activity, for the scope ACTIVITY alone.', optional: true }) activityId?: string;
}

/** Swedish working days. */
export class LinkLimitsView {
  @Whole(1, 30, { description: 'To receive.', example: 1 }) receiptDays: number;
  @Whole(1, 60, { description: 'To have an owner.', example: 3 }) ownerDays: number;
  @Whole(1, 60, { description: 'To the first contact.', example: 5 }) firstContactDays: number;
  @Whole(1, 250, { description: 'To a closed loop.', example: 30 }) loopDays: number;
}

/** A unit that might receive, and what is known before one sends. */
export class HandoverUnitView extends HandoverToView {
  @Whole(0, 10_000, { description: 'How many there can receive today.', example: 2 }) receivers: number;
  @Flag({ description: 'It has an address of its own that is read by somebody.' }) hasFunctionAddress: boolean;
  @Flag({ description: 'May be chosen.' }) canReceive: boolean;
  @Text(1, 60, { description: 'Why not, as a code.', example: 'no_receiver', nullable: true }) because: string | null;
  @Flag({ description: 'A consent in force covers it.' }) covered: boolean;
  @Day({ description: 'Until when.', nullable: true }) coveredUntil: string | null;
  @Part(() => LinkLimitsView, { description: 'The link’s limits.' }) limits: LinkLimitsView;
  @ListOfText(0, 20, { description: 'The link’s checklist.', example: [] }) checklist: string[];
  @Day({ description: 'The link’s limit as a day, to begin with.' }) defaultAnswerBy: string;
  @Whole(0, 10_000, {
    description: 'How many working days it usually takes to get an owner there (median of five or more in the last year).',
    example: 2,
    nullable: true,
  })
  usualDays: number | null;
  @ListOf(() => StaffRef, 1000, { description: 'Who can be asked by name; empty for other organisations.' }) colleagues: StaffRef[];
}

export class HandoverUnitsView {
  @ListOf(() => HandoverUnitView, 5000, { description: 'One’s own organisation first, then by name.' }) items: HandoverUnitView[];
  @Part(() => HandoverActivityView, { description: 'The activity that would be handed over.', nullable: true }) activity: HandoverActivityView | null;
}
