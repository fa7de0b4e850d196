import { outline } from './outline.ts';
import { activity, goal } from './plans.testing.ts';

describe('the outline of a plan', () => {
  it('numbers main goals, puts sub goals under theirs and activities under their goal', () => {
    const goals = [goal({ id: 'g1' }), goal({ id: 'g2' }), goal({ id: 'g3', goalKind: 'SUB', parentId: 'g1' })];
    const activities = [activity({ id: 'a1', goalId: 'g3' }), activity({ id: 'a2', goalId: 'g2' }), activity({ id: 'a3', goalId: null })];
    const { goals: found, loose } = outline({ goals, activities });
    expect(found.map((each) => [each.number, each.goal.id, each.activities.map(({ id }) => id)])).toEqual([
      ['1', 'g1', []],
      ['1.1', 'g3', ['a1']],
      ['2', 'g2', ['a2']],
    ]);
    expect(loose.map(({ id }) => id)).toEqual(['a3']);
  });

  it('leaves out what was removed, and loses nothing whose goal the reader does not see', () => {
    const goals = [goal({ id: 'g1', removed: true }), goal({ id: 'g2', goalKind: 'SUB', parentId: 'g1' })];
    const activities = [activity({ id: 'a1', goalId: 'g1' }), activity({ id: 'a2', goalId: 'g2', removed: true })];
    const { goals: found, loose } = outline({ goals, activities });
    expect(found.map(({ number, goal: { id } }) => [number, id])).toEqual([['1', 'g2']]);
    expect(loose.map(({ id }) => id)).toEqual(['a1']);
  });
});
