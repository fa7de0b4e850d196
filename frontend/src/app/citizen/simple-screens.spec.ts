import { goal, own, planBody, planView } from './plan/my-plan.testing.ts';
import { simpleScreens } from './simple-screens.ts';

const kinds = (view: Parameters<typeof simpleScreens>[0]): readonly string[] =>
  simpleScreens(view).map((screen) => (screen.kind === 'plan' ? `plan ${screen.part.kind}` : screen.kind));

describe('one thing per screen', () => {
  it('begins with what happens next and who holds it', () => {
    expect(kinds(planView())).toEqual([
      ...['plan next', 'holder', 'plan matters', 'plan goal', 'plan others', 'plan mine', 'plan signs', 'plan facts'],
      ...['goals', 'ask', 'rate', 'said', 'team', 'history', 'paper'],
    ]);
  });

  it('gives every goal a screen of its own and shows nothing empty', () => {
    const plan = planBody({ goals: [goal({ activities: [] }), goal({ id: 'g2', activities: [] })], otherActivities: [], earlySigns: [] });
    expect(kinds(planView({ plan })).slice(0, 6)).toEqual(['plan next', 'holder', 'plan matters', 'plan goal', 'plan goal', 'plan facts']);
  });

  it('shows what one does oneself once, though it stands outside every goal', () => {
    const plan = planBody({ goals: [], otherActivities: [own()], earlySigns: [] });
    expect(kinds(planView({ plan })).slice(0, 5)).toEqual(['plan next', 'holder', 'plan matters', 'plan mine', 'plan facts']);
  });

  it('says what there is before a plan is published, and lets one write', () => {
    expect(kinds(planView({ plan: null }))).toEqual(['step', 'holder', 'words', 'goals', 'ask', 'said', 'team', 'history']);
  });

  it('leaves the plan and the history when the case is over', () => {
    expect(kinds(planView({ holder: null, plan: null }))).toEqual(['history']);
    expect(kinds(planView({ holder: null }))).toEqual([
      ...['plan matters', 'plan goal', 'plan others', 'plan mine', 'plan signs'],
      ...['history', 'paper'],
    ]);
  });
});
