import type { FourItemGap } from '@samspel/shared/plan/plan.ts';
import { fourItems, type PlannedWork, type SipBasis } from './four-items.rules.ts';

const work = (change: Partial<PlannedWork>): PlannedWork => ({
  id: 'a',
  provider: 'INTERVENTION',
  state: 'PLANNED',
  ownerKind: 'KOMMUN',
  requestedKind: null,
  ...change,
});
const kommun = work({ id: 'k' });
const region = work({ id: 'r', ownerKind: 'REGION', state: 'IN_PROGRESS' });
const whole: SipBasis = { activities: [kommun, region], noOtherMeasures: true, responsiblePrincipalId: 'p' };

const codes = (basis: SipBasis): FourItemGap[] => fourItems(basis).flatMap(({ gaps }) => gaps.map(({ code }) => code));

describe('the four items of a SIP', () => {
  it.each<[string, Partial<SipBasis>, FourItemGap[]]>([
    ['kommun, region, nothing of others, an authority', {}, []],
    ['done ones count', { activities: [work({ state: 'COMPLETED' }), work({ ownerKind: 'REGION', state: 'BLOCKED' })] }, []],
    ['nothing at all', { activities: [] }, ['NO_INTERVENTION', 'NO_KOMMUN_INTERVENTION', 'NO_REGION_INTERVENTION']],
    ['kommun alone', { activities: [kommun] }, ['NO_REGION_INTERVENTION']],
    ['region alone', { activities: [region] }, ['NO_KOMMUN_INTERVENTION']],
    ['a state authority is neither', { activities: [kommun, work({ ownerKind: 'FK' })] }, ['NO_REGION_INTERVENTION']],
    ['what was called off is not there', { activities: [kommun, work({ ownerKind: 'REGION', state: 'CANCELLED' })] }, ['NO_REGION_INTERVENTION']],
    ['what was declined is not there', { activities: [kommun, work({ state: 'DECLINED', requestedKind: 'REGION' })] }, ['NO_REGION_INTERVENTION']],
    [
      'what the person does is no intervention',
      { activities: [kommun, work({ provider: 'OWN_ACTION', ownerKind: 'REGION' })] },
      ['NO_REGION_INTERVENTION'],
    ],
    ['a question that waits', { activities: [kommun, work({ state: 'REQUESTED', requestedKind: 'REGION' })] }, ['INTERVENTION_WAITS']],
    ['a question that waits beside a yes', { activities: [kommun, region, work({ state: 'REQUESTED', requestedKind: 'REGION' })] }, []],
    ['item 3 unanswered', { noOtherMeasures: false }, ['NO_OTHER_MEASURE_ANSWER']],
    ['item 3 answered by a measure', { noOtherMeasures: false, activities: [kommun, region, work({ provider: 'OTHER_MEASURE' })] }, []],
    ['no authority', { responsiblePrincipalId: null }, ['NO_RESPONSIBLE_AUTHORITY']],
  ])('%s', (_, change, expected) => {
    expect(codes({ ...whole, ...change })).toEqual(expected);
  });

  it('name the activity that waits, and count', () => {
    const [interventions, who] = fourItems({ ...whole, activities: [kommun, work({ id: 'w', state: 'REQUESTED', requestedKind: 'REGION' })] });
    expect(who).toEqual({ item: 'WHO_ANSWERS', gaps: [{ code: 'INTERVENTION_WAITS', itemId: 'w' }], n: 1 });
    expect(interventions).toEqual({ item: 'INTERVENTIONS', gaps: [], n: 2 });
  });
});
