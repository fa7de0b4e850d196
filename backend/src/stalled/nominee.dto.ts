import { StaffRef } from '../organisation/refs.dto.ts';
import { Day, Flag, ListOf, Part, Text } from '../platform/openapi/fields.ts';

/** Somebody who could be asked to take over. */
export class NomineeView {
  @Part(() => StaffRef, { description: 'Who.' }) staff: StaffRef;
  @Flag({ description: 'Whether they belong to the case’s team already; always false where several cases are looked at together.' }) inTeam: boolean;
  @Flag({ description: 'Whether they are at work today.' }) here: boolean;
  @Day({ description: 'The last day of their leave, when they are away.', nullable: true }) awayUntil: string | null;
  @Part(() => StaffRef, { description: 'Who steps in for them, when they are away.', nullable: true }) deputy: StaffRef | null;
  @Flag({ description: 'Whether they can be named.' }) selectable: boolean;
  @Text(1, 60, { description: 'Why not, as a code the client puts into words.', example: 'away', nullable: true }) because: string | null;
}

export class NomineeListView {
  @ListOf(() => NomineeView, 500, { description: 'Those of the team first, then the receiving unit, then the rest of the organisation, by name.' })
  items: NomineeView[];
}
