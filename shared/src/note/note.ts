/** Personal: the author alone, never shareable. Organisation: the author's organisation in the team, until it shares. */
export const NOTE_KINDS = ['PERSONAL', 'ORGANISATION'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const NOTE_ACTIONS = ['note.edit', 'note.remove', 'note.share'] as const;
export type NoteAction = (typeof NOTE_ACTIONS)[number];

/** Characters. */
export const NOTE_MAX = 10_000;
export const DRAFT_MAX = 20_000;
