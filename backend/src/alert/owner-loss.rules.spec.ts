import { type Held, endsWithReturn, verdictOn } from './owner-loss.rules.ts';

const here: Held = { answers: true, lostAt: null, standInId: 'maria', handoverId: null, origin: null, state: null, ownerLost: null, accountableId: null, accountableGone: null }; // prettier-ignore
const searching: Held = { ...here, answers: false, lostAt: new Date(0), handoverId: 'h', origin: 'OWNER_LOST', state: 'OFFERED', ownerLost: true, accountableId: 'maria', accountableGone: false }; // prettier-ignore

describe('who answers now', () => {
  it.each<[string, Held, ReturnType<typeof verdictOn>]>([
    ['somebody who is here', here, null],
    ['nobody, and nothing has begun', { ...here, answers: false }, 'LOST'],
    ['nobody, while their own offer waits', { ...searching, lostAt: null, origin: 'OFFER', ownerLost: false }, 'LOST'],
    ['whoever stands in', searching, null],
    ['nobody any more, since the search ended', { ...searching, handoverId: null, ownerLost: null, accountableId: null }, 'LOST'],
    ['nobody: whoever stood in is gone', { ...searching, standInId: 'david', accountableGone: true }, 'STAND_IN_GONE'],
    ['the contact, who is away but the last there is', { ...searching, accountableGone: true }, null],
    ['the owner, who is back', { ...searching, answers: true }, 'RETURNED'],
    ['the owner, who came back after the search had ended', { ...here, lostAt: new Date(0) }, 'RETURNED'],
  ])('%s', (_, held, verdict) => expect(verdictOn(held)).toBe(verdict));

  it('only a search of its own ends when the owner is back', () => {
    expect([endsWithReturn(searching), endsWithReturn({ ...searching, origin: 'OFFER' }), endsWithReturn(here)]).toEqual([true, false, false]);
  });
});
