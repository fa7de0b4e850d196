import { ESCALATION_CODES, type EscalationCode } from '@samspel/shared/handover/handover.ts';
import { BULK_NUDGE_MAX } from '@samspel/shared/stalled/stalled.ts';
import { Day, ListOf, ListOfUuid, OneOf, Text, Uuid } from '../platform/openapi/fields.ts';

export class EscalationInput {
  @OneOf(ESCALATION_CODES, 'EscalationCode', { description: 'Why it is taken up with the other side’s supervisor.' }) code: EscalationCode;
}

export class PauseInput {
  @Day({ description: 'The day it comes back, at most ten working days ahead; null ends the pause now.', nullable: true }) until: string | null;
}

export class BulkNudgeInput {
  @ListOfUuid(1, BULK_NUDGE_MAX, { description: 'The handovers.' }) ids: string[];
}

export class SkippedView {
  @Uuid({ description: 'The handover.' }) id: string;
  @Text(1, 60, { description: 'Why nobody was nudged, as a code the client puts into words.', example: 'nudged_recently' }) because: string;
}

export class BulkNudgeView {
  @ListOfUuid(0, BULK_NUDGE_MAX, { description: 'Those that were nudged.' }) nudged: string[];
  @ListOf(() => SkippedView, BULK_NUDGE_MAX, { description: 'Those that were not.' }) skipped: SkippedView[];
}
