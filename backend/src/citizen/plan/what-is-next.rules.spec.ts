import type { MyActivityView } from './my-plan.dto.ts';
import { whatIsNext } from './what-is-next.rules.ts';

const organisation = { id: 'o', name: 'Region Sjölandet', shortName: 'Regionen', letters: 'R', kind: 'REGION' as const };
const lena = { name: 'Lena Forsman', givenName: 'Lena', title: 'Kurator', organisation, phone: null };
const activity = (id: string, dueOn: string, more: Partial<MyActivityView> = {}): MyActivityView => ({
  ...{ id, words: id, text: id, doneBy: 'STAFF', who: null, state: 'PLANNED', asked: null, startOn: null, dueOn, after: null },
  ...{ holds: { givenName: 'Lena', organisation, phone: null }, overdue: false, handover: null, actions: [] },
  ...more,
});
const step = (due: string | null) => ({ text: 'Lena ringer', due, who: lena });

describe('what happens next', () => {
  it.each([
    ['nothing planned', [], null, null],
    ['the earliest day', [activity('b', '2026-12-02'), activity('a', '2026-12-01')], null, 'a'],
    ['a start before a last day', [activity('b', '2026-12-02'), activity('a', '2026-12-24', { startOn: '2026-12-01' })], null, 'a'],
    [
      'the last day of what has begun',
      [activity('b', '2026-12-02'), activity('a', '2026-12-24', { startOn: '2026-12-01', state: 'GOING' })],
      null,
      'b',
    ],
    ['not what nobody has said yes to', [activity('b', '2026-12-01', { state: 'WAITING' }), activity('a', '2026-12-02')], null, 'a'],
    ['not what stands still or is over', (['STUCK', 'DONE', 'ENDED'] as const).map((state) => activity(state, '2026-12-01', { state })), null, null],
    [
      'what comes first before what waits for it',
      [activity('b', '2026-12-01', { after: { id: 'a', words: 'a' } }), activity('a', '2026-12-02')],
      null,
      'a',
    ],
    ['the next step without a day', [activity('a', '2026-12-01')], step(null), 'Lena ringer'],
    ['the next step on the same day', [activity('a', '2026-12-01')], step('2026-12-01'), 'Lena ringer'],
    ['the activity before a later next step', [activity('a', '2026-12-01')], step('2026-12-02'), 'a'],
    ['the next step alone', [], step('2026-12-02'), 'Lena ringer'],
  ])('%s', (_, activities, next, words) => {
    expect(whatIsNext(activities, next)?.words ?? null).toBe(words);
  });

  it('follows what has come first once that is done', () => {
    const [done, then] = [
      activity('a', '2026-12-01', { state: 'DONE' }),
      activity('b', '2026-12-02', { after: { id: 'a', words: 'a' }, doneBy: 'ME' }),
    ];
    expect(whatIsNext([done, then], null)).toEqual({ kind: 'ACTIVITY', activityId: 'b', words: 'b', on: '2026-12-02', mine: true, who: null });
  });
});
