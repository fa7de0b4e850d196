import { Equals } from 'class-validator';
import { CLOSING_REASONS, type ClosingReason, REMAINING_WORK_MAX } from '@samspel/shared/case/case.ts';
import { OPEN_ACTIVITY_ENDINGS, type OpenActivityEnding } from '@samspel/shared/plan/plan.ts';
import { StaffRef } from '../../organisation/refs.dto.ts';
import { Flag, Instant, OneOf, Part, Text } from '../../platform/openapi/fields.ts';

export class CloseCaseInput {
  @OneOf(CLOSING_REASONS, 'ClosingReason', { description: 'Why the coordination ends.' }) reason: ClosingReason;
  @Text(0, REMAINING_WORK_MAX, {
    description: 'What goes on, and who answers for each part. Empty when nothing remains.',
    example: 'Karin på Försäkringskassan följer sjukpenningen till den 31 mars.',
    lines: true,
  })
  remainingWork: string;
  @Equals(true)
  @Flag({ description: 'The person has been told. Only true is accepted.' })
  personInformed: boolean;
  @OneOf(OPEN_ACTIVITY_ENDINGS, 'OpenActivityEnding', {
    description:
      'What becomes of activities that are open: each goes on with whoever answers for it, outside the plan. Absent: 409 `plan.activities_open` when there are any.',
    optional: true,
  })
  openActivities?: OpenActivityEnding;
}

export class ClosedView {
  @Instant({ description: 'When.' }) at: string;
  @Part(() => StaffRef, { description: 'Who closed it.' }) by: StaffRef;
  @OneOf(CLOSING_REASONS, 'ClosingReason', { description: 'Why.' }) reason: ClosingReason;
  @Text(0, REMAINING_WORK_MAX, {
    description: 'What goes on, and who answers for it.',
    example: 'Karin följer sjukpenningen till den 31 mars.',
    lines: true,
  })
  remainingWork: string;
}
