import type { ActivityProvider, ActivityState, FourItem, FourItemGap } from '@samspel/shared/plan/plan.ts';
import type { PrincipalKind } from '@samspel/shared/organisation/organisation.ts';

/** An activity as the statute asks about it: whose intervention it is, and whether they have said yes. Shared and not removed. */
export interface PlannedWork {
  readonly id: string;
  readonly provider: ActivityProvider;
  readonly state: ActivityState;
  /** Of whoever answers for it. */
  readonly ownerKind: PrincipalKind;
  /** Of whoever has been asked to; null when nobody is. */
  readonly requestedKind: PrincipalKind | null;
}

export interface SipBasis {
  readonly activities: readonly PlannedWork[];
  /** Nothing is needed from anybody else, and the team has said so. */
  readonly noOtherMeasures: boolean;
  readonly responsiblePrincipalId: string | null;
}

export interface Gap {
  readonly code: FourItemGap;
  /** The activity that waits; null when something is not there at all. */
  readonly itemId: string | null;
}

export interface FourItemState {
  readonly item: FourItem;
  readonly gaps: readonly Gap[];
  /** How many there are of what the item asks for. */
  readonly n: number;
}

const ACCEPTED: readonly ActivityState[] = ['PLANNED', 'IN_PROGRESS', 'BLOCKED', 'COMPLETED'];
const gone = ({ state }: PlannedWork): boolean => state === 'CANCELLED';
const missing = (code: FourItemGap): Gap => ({ code, itemId: null });

/**
 * What a SIP shall contain (SoL 10 kap. 8 §, HSL 16 kap. 4 §), in the statute's order: which interventions are needed, which of them kommun and
 * region each answer for, what measures others take, and which of the two has the overall responsibility.
 */
export function fourItems({ activities, noOtherMeasures, responsiblePrincipalId }: SipBasis): FourItemState[] {
  const live = activities.filter((activity) => !gone(activity));
  const interventions = live.filter(({ provider }) => provider === 'INTERVENTION');
  const others = live.filter(({ provider }) => provider === 'OTHER_MEASURE');
  const accepted = interventions.filter(({ state }) => ACCEPTED.includes(state));
  return [
    { item: 'INTERVENTIONS', gaps: interventions.length ? [] : [missing('NO_INTERVENTION')], n: interventions.length },
    { item: 'WHO_ANSWERS', gaps: [...answeredBy('KOMMUN', interventions), ...answeredBy('REGION', interventions)], n: accepted.length },
    { item: 'OTHER_MEASURES', gaps: others.length || noOtherMeasures ? [] : [missing('NO_OTHER_MEASURE_ANSWER')], n: others.length },
    {
      item: 'RESPONSIBLE_AUTHORITY',
      gaps: responsiblePrincipalId ? [] : [missing('NO_RESPONSIBLE_AUTHORITY')],
      n: responsiblePrincipalId ? 1 : 0,
    },
  ];
}

/** At least one that the principal answers for and has said yes to; where one waits for its yes, that one is what is missing. */
function answeredBy(kind: 'KOMMUN' | 'REGION', interventions: readonly PlannedWork[]): Gap[] {
  if (interventions.some(({ state, ownerKind }) => ownerKind === kind && ACCEPTED.includes(state))) return [];
  const waiting = interventions.filter(({ state, requestedKind }) => state === 'REQUESTED' && requestedKind === kind);
  if (waiting.length) return waiting.map(({ id }) => ({ code: 'INTERVENTION_WAITS', itemId: id }));
  return [missing(kind === 'KOMMUN' ? 'NO_KOMMUN_INTERVENTION' : 'NO_REGION_INTERVENTION')];
}
