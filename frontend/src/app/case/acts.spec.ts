import { isOffered, offered } from './acts.ts';

const view = {
  actions: ['note.share'],
  blocked: [
    { action: 'note.edit', because: 'not_author' },
    { action: 'note.remove', because: 'already_shared' },
  ],
};

describe('acts worth showing', () => {
  it('are those allowed and those that something can unblock, not those that are somebody else’s', () => {
    expect(offered(view)).toEqual({ actions: ['note.share'], blocked: [{ action: 'note.remove', because: 'already_shared' }] });
    expect(['note.share', 'note.edit', 'note.remove', 'note.write'].map((action) => isOffered(view, action))).toEqual([true, false, true, false]);
  });
});
