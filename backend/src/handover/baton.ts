import type { HandoverScope } from '@samspel/shared/handover/handover.ts';

/** What goes from hand to hand: a responsibility of the case, or one activity of its plan. */
export interface Baton {
  readonly caseId: string;
  readonly scope: HandoverScope;
  /** Of the scope ACTIVITY. */
  readonly activityId: string | null;
}

/** SQL text: the handover `h` hands over the baton whose case is $1, scope $2 and activity $3. */
export const sameBaton = (h: string): string => `${h}.case_id = $1 and ${h}.scope = $2 and ${h}.activity_id is not distinct from $3::uuid`;
