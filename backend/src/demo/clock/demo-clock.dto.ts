import { Whole } from '../../platform/openapi/fields.ts';

/** What time it is in the demo, and how far that is from the real one. */
export interface DemoClockView {
  /** Domain time, RFC 3339 in UTC. */
  now: string;
  /** The day it is in Sweden by that time, `YYYY-MM-DD`. */
  today: string;
  /** Calendar days ahead of the real day; 0 when the clock was never moved. */
  shiftDays: number;
  /** Swedish working days ahead of the real day. */
  shiftWorkingDays: number;
  /** Where a jump of one working day leads, `YYYY-MM-DD`. */
  nextWorkingDay: string;
}

export class ClockJumpInput {
  @Whole(1, 10, { description: 'How many Swedish working days forward.', example: 1 }) workingDays: number;
}
