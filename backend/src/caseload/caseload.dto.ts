import { HANDOVER_SCOPES, type HandoverScope } from '@samspel/shared/handover/handover.ts';
import { CASELOAD_MAX } from '@samspel/shared/stalled/stalled.ts';
import { StaffRef } from '../organisation/refs.dto.ts';
import { Day, Flag, ListOf, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';
import { NomineeView } from '../stalled/nominee.dto.ts';

/** One thing an assignment answers for. */
export class CaseloadItemView {
  @Uuid({ description: 'The case, to say which when it is offered; it opens nothing for whoever is not in its team.' }) caseId: string;
  @Text(1, 20, { description: 'Its reference number.', example: 'S-0412' }) reference: string;
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What is answered for.' }) scope: HandoverScope;
  @Uuid({ description: 'Which activity, of the scope ACTIVITY.', nullable: true }) activityId: string | null;
  @Day({ description: 'When the activity is due, to tell several in one case apart.', nullable: true }) dueOn: string | null;
  @Flag({ description: 'Whether the person’s consent covers the organisation today; without it nothing can be handed over.' }) covered: boolean;
  @Uuid({ description: 'The handover that already waits for an answer, when one does.', nullable: true }) pendingHandoverId: string | null;
}

export class CaseloadView {
  @Part(() => StaffRef, { description: 'Whose caseload it is.' }) staff: StaffRef;
  @ListOf(() => CaseloadItemView, 5000, { description: 'By reference number.' }) items: CaseloadItemView[];
  @ListOf(() => NomineeView, 500, { description: 'Colleagues of the organisation who could take over, the same unit first.' })
  receivers: NomineeView[];
}

export class CaseloadReceiverInput {
  @Uuid({ description: 'The case.' }) caseId: string;
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What is handed over.' }) scope: HandoverScope;
  @Uuid({ description: 'Which activity, of the scope ACTIVITY.', optional: true }) activityId?: string;
  @Uuid({ description: 'Who is asked.' }) nomineeId: string;
}

export class CaseloadHandoverInput {
  @Uuid({ description: 'Whose caseload it is.' }) assignmentId: string;
  @ListOf(() => CaseloadReceiverInput, CASELOAD_MAX, { description: 'Who is asked to take over what.' }) receivers: CaseloadReceiverInput[];
  @Day({ description: 'Latest day to answer, at most 30 days ahead.' }) answerBy: string;
}

export class CaseloadRefusalView {
  @Uuid({ description: 'The case.' }) caseId: string;
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What was to be handed over.' }) scope: HandoverScope;
  @Uuid({ description: 'Which activity, of the scope ACTIVITY.', nullable: true }) activityId: string | null;
  @Text(1, 60, { description: 'Why not, as a code the client puts into words.', example: 'consent_missing' }) because: string;
}

export class CaseloadOfferView {
  @Whole(0, CASELOAD_MAX, { description: 'How many were offered. Each is handed over when the one who was asked has accepted.', example: 12 })
  offered: number;
  @ListOf(() => CaseloadRefusalView, CASELOAD_MAX, { description: 'What could not be offered.' }) refused: CaseloadRefusalView[];
}
