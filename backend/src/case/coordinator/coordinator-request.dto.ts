import { COORDINATOR_MESSAGE_MAX } from '@samspel/shared/case/case.ts';
import { COORDINATOR_REQUEST_ACTIONS, type CoordinatorRequestAction } from '@samspel/shared/case/coordinator-request.ts';
import { BlockedView } from '../../access/availability.dto.ts';
import { StaffRef } from '../../organisation/refs.dto.ts';
import { Instant, ListOf, ListOfOneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

export class AskCoordinatorInput {
  @Uuid({ description: 'Who is asked: an assignment in the team.' }) assignmentId: string;
  @Text(0, COORDINATOR_MESSAGE_MAX, { description: 'A few words to them.', example: 'Du träffar Eva oftast. Kan du leda teamet?', lines: true })
  message: string;
}

/** A question under way: who leads the team does not change before somebody has said yes. */
export class CoordinatorRequestView {
  @Uuid({ description: 'The request.' }) id: string;
  @Part(() => StaffRef, { description: 'Who is asked.' }) asked: StaffRef;
  @Part(() => StaffRef, { description: 'Who asks.' }) askedBy: StaffRef;
  @Text(0, COORDINATOR_MESSAGE_MAX, { description: 'A few words to them.', example: 'Kan du leda teamet?', lines: true }) message: string;
  @Instant({ description: 'When.' }) askedAt: string;
  @Whole(1, 1_000_000, { description: 'Counts changes.' }) version: number;
  @ListOfOneOf(COORDINATOR_REQUEST_ACTIONS, 'CoordinatorRequestAction', 0, 3, { description: 'What the reader may do now.' })
  actions: CoordinatorRequestAction[];
  @ListOf(() => BlockedView, 3, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}
