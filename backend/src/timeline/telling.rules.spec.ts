import { momentOf, whyNotTold } from './telling.rules.ts';

describe('telling what happened', () => {
  it.each([
    ['today', { occurredOn: '2026-11-23', recipients: [] }, null],
    ['an earlier day, to two', { occurredOn: '2025-02-01', recipients: ['af', 'region'] }, null],
    ['tomorrow', { occurredOn: '2026-11-24', recipients: [] }, { pointer: '/occurredOn', code: 'inTheFuture' }],
    ['to oneself', { occurredOn: '2026-11-23', recipients: ['af', 'fk'] }, { pointer: '/recipients', code: 'ownOrganisation' }],
    ['to one twice', { occurredOn: '2026-11-23', recipients: ['af', 'af'] }, { pointer: '/recipients', code: 'twice' }],
  ])('%s', (_, told, expected) => {
    expect(whyNotTold(told, '2026-11-23', 'fk')).toEqual(expected);
  });

  it.each([
    ['today', '2026-11-23', '2026-11-23T07:12:00Z'],
    ['a winter day', '2026-01-15', '2026-01-15T11:00:00Z'],
    ['a summer day', '2026-07-15', '2026-07-15T10:00:00Z'],
    ['the day clocks go forward', '2026-03-29', '2026-03-29T10:00:00Z'],
  ])('%s carries a moment of that Swedish day', (_, day, expected) => {
    expect(momentOf(day, '2026-11-23', new Date('2026-11-23T07:12:00Z'))).toEqual(new Date(expected));
  });
});
