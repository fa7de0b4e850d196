import { changedFields, countOf, differences } from './differences.ts';

const item = (itemId: string, fields: Record<string, string>) => ({
  itemId,
  fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
});

describe('differences between two versions of a plan', () => {
  const goal = item('goal', { text: 'Arbeta halvtid', plain: 'Jag jobbar halvtid' });
  const walk = item('walk', { text: 'Promenad', dueOn: '2026-12-01' });
  const call = item('call', { text: 'Ring chefen' });

  it('are none between a version and itself, whatever the order', () => {
    expect(differences([goal, walk], [walk, goal])).toEqual({ added: [], removed: [], changed: [], unchanged: 2 });
  });

  it('say what is new, what is gone and what reads otherwise', () => {
    const later = item('walk', { text: 'Promenad', dueOn: '2026-12-08' });
    const found = differences([goal, walk], [later, call]);
    expect(found).toEqual({
      added: [call],
      removed: [goal],
      changed: [{ item: later, fields: [{ name: 'dueOn', before: '2026-12-01', after: '2026-12-08' }] }],
      unchanged: 0,
    });
    expect(countOf(found)).toBe(3);
  });

  it('are none where only the words of what is named have changed', () => {
    const named = (words: string, ref: string) => ({ itemId: 'walk', fields: [{ name: 'goal', value: words, ref }] });
    expect(differences([named('Arbeta halvtid', 'goal')], [named('Arbeta mer', 'goal')]).changed).toEqual([]);
    expect(differences([named('Arbeta halvtid', 'goal')], [named('Arbeta halvtid', 'other')]).changed).toHaveLength(1);
  });

  it('turn into their opposite the other way round', () => {
    const found = differences([walk, call], [goal, item('walk', { text: 'Lång promenad' })]);
    const back = differences([goal, item('walk', { text: 'Lång promenad' })], [walk, call]);
    expect(back.added).toEqual(found.removed);
    expect(back.removed).toEqual(found.added);
    expect(back.changed[0]!.fields).toEqual(
      expect.arrayContaining(found.changed[0]!.fields.map(({ name, before, after }) => ({ name, before: after, after: before }))),
    );
    expect(back.changed[0]!.fields).toHaveLength(2);
  });

  it('show a field that came and one that went as empty on the other side', () => {
    const [went, came] = [
      [{ name: 'plain', value: 'Gå ut' }],
      [
        { name: 'text', value: 'Promenad' },
        { name: 'call', value: 'Lena' },
      ],
    ];
    expect(changedFields(went, came)).toEqual([
      { name: 'text', before: '', after: 'Promenad' },
      { name: 'call', before: '', after: 'Lena' },
      { name: 'plain', before: 'Gå ut', after: '' },
    ]);
  });
});
