import { Day, Flag, ListOf, Part, Uuid } from '../../platform/openapi/fields.ts';
import { StaffRef } from '../refs.dto.ts';

export class NewLeave {
  @Day({ description: 'First day away.', example: '2026-12-21' }) firstDay: string;
  @Day({ description: 'Last day away.', example: '2027-01-06' }) lastDay: string;
  @Uuid({ description: 'Who steps in: another active assignment of the same organisation.', optional: true, nullable: true }) deputyAssignmentId?:
    string | null;
}

export class LeaveView {
  @Uuid({ description: 'The leave.' }) id: string;
  @Day({ description: 'First day away.' }) firstDay: string;
  @Day({ description: 'Last day away.' }) lastDay: string;
  @Part(() => StaffRef, { description: 'Who steps in.', nullable: true }) deputy: StaffRef | null;
  @Flag({ description: 'Whether it was cancelled.', example: false }) cancelled: boolean;
}

export class LeaveList {
  @ListOf(() => LeaveView, 200, { description: 'Latest first, cancelled ones included.' }) items: LeaveView[];
}
