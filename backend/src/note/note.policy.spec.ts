import type { StaffActor } from '../access/actor.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { mayEditNote, mayRemoveNote, maySeeNote, mayShareNote, mayWriteNote, type NoteFacts } from './note.policy.ts';

const staff = (id: string, organisationId: string) => ({ kind: 'STAFF', id, organisationId }) as StaffActor;
const author = staff('karin', 'fk');
const colleague = staff('david', 'fk');
const stranger = staff('ahmed', 'af');

const open = { status: 'OPEN', covered: true } as CaseFacts;
const closed = { status: 'CLOSED', covered: true } as CaseFacts;
const withdrawn = { status: 'OPEN', covered: false } as CaseFacts;

const note = (more: Partial<NoteFacts> = {}): NoteFacts => ({
  kind: 'ORGANISATION',
  authorId: 'karin',
  organisationId: 'fk',
  shared: false,
  ...more,
});
const personal = note({ kind: 'PERSONAL' });

const yes = { allowed: true };
const no = (because: string) => ({ allowed: false, because });

describe('who reads a note itself', () => {
  it.each([
    ['its author', author, note(), yes],
    ['a colleague in the team', colleague, note(), yes],
    ['another organisation', stranger, note(), no('not_own_note')],
    ['another organisation, though it was shared', stranger, note({ shared: true }), no('not_own_note')],
    ['the author of a personal one', author, personal, yes],
    ['a colleague, when it is personal', colleague, personal, no('not_own_note')],
  ])('%s', (_, actor, which, decision) => {
    expect(maySeeNote(actor, which)).toEqual(decision);
  });
});

describe('who acts on a note', () => {
  it.each([
    ['the author', author, note(), yes, yes, yes],
    ['the author, once it is shared', author, note({ shared: true }), yes, no('already_shared'), yes],
    ['a colleague', colleague, note(), no('not_author'), no('not_author'), yes],
    ['another organisation', stranger, note(), no('not_author'), no('not_author'), no('not_own_note')],
    ['the author of a personal one', author, personal, yes, yes, no('personal_note')],
  ])('%s', (_, actor, which, edit, remove, share) => {
    expect(mayEditNote(actor, open, which)).toEqual(edit);
    expect(mayRemoveNote(actor, open, which)).toEqual(remove);
    expect(mayShareNote(actor, open, which)).toEqual(share);
  });

  it('nobody, in a closed case or without consent', () => {
    for (const may of [mayEditNote, mayRemoveNote, mayShareNote]) {
      expect(may(author, closed, note())).toEqual(no('case_closed'));
      expect(may(author, withdrawn, note())).toEqual(no('consent_missing'));
    }
    expect(mayWriteNote(author, closed)).toEqual(no('case_closed'));
    expect(mayWriteNote(author, withdrawn)).toEqual(no('consent_missing'));
    expect(mayWriteNote(author, open)).toEqual(yes);
  });
});
