import { INFORMATION_CATEGORIES, type InformationCategory } from '@samspel/shared/consent/consent.ts';
import { NOTE_ACTIONS, NOTE_KINDS, NOTE_MAX, type NoteAction, type NoteKind } from '@samspel/shared/note/note.ts';
import { BlockedView } from '../access/availability.dto.ts';
import { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import { Flag, Instant, ListOf, ListOfOneOf, ListOfUuid, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';

const WORDS = 'Evas chef kan ta emot henne två timmar om dagen från den 28 september.';

export class EditNoteInput {
  @Text(1, NOTE_MAX, { description: 'The note. What belongs in a record or file is written there.', example: WORDS, lines: true }) text: string;
}

export class WriteNoteInput extends EditNoteInput {
  @OneOf(NOTE_KINDS, 'NoteKind', { description: 'Who reads it.' }) kind: NoteKind;
}

export class ShareNoteInput {
  @ListOfUuid(1, 20, { description: 'Organisations of the team that shall read it.', example: ['01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42'] })
  recipients: string[];
  @OneOf(INFORMATION_CATEGORIES, 'InformationCategory', { description: 'What kind of information it holds; the consent must cover it.' })
  category: InformationCategory;
  @Whole(1, 1_000_000, { description: 'The version that was read before sharing; 412 when the note has changed since.', optional: true })
  version?: number;
}

/** How a note came to the reader’s organisation. */
export class NoteOriginView {
  @Part(() => OrganisationRef, { description: 'The organisation that shared it.' }) organisation: OrganisationRef;
  @Part(() => StaffRef, { description: 'Who shared it.' }) by: StaffRef;
  @Instant({ description: 'When.' }) at: string;
  @OneOf(INFORMATION_CATEGORIES, 'InformationCategory', { description: 'What kind of information it was shared as.' }) category: InformationCategory;
}

export class NoteSharingView {
  @Part(() => OrganisationRef, { description: 'Who got it.' }) organisation: OrganisationRef;
  @Instant({ description: 'When, the last time.' }) at: string;
  @Whole(1, 1_000_000, { description: 'The version they read.' }) version: number;
}

export class NoteView {
  @Uuid({ description: 'The note.' }) id: string;
  @OneOf(NOTE_KINDS, 'NoteKind', { description: 'Who reads it.' }) kind: NoteKind;
  @Text(1, NOTE_MAX, { description: 'The note; for a receiver the shared version.', example: WORDS, lines: true }) text: string;
  @Part(() => StaffRef, { description: 'Who wrote it.' }) author: StaffRef;
  @Instant({ description: 'When it was written.' }) createdAt: string;
  @Instant({ description: 'When it was last changed.', nullable: true }) editedAt: string | null;
  @Whole(1, 1_000_000, { description: 'For If-Match; for a receiver the shared version.' }) version: number;
  @Flag({ description: 'Written by the reader.' }) mine: boolean;
  @Part(() => NoteOriginView, { description: 'Set when another organisation shared it with the reader’s.', nullable: true })
  from: NoteOriginView | null;
  @ListOf(() => NoteSharingView, 50, { description: 'Who got it; empty for a receiver.' }) sharedWith: NoteSharingView[];
  @ListOfOneOf(NOTE_ACTIONS, 'NoteAction', 0, NOTE_ACTIONS.length, { description: 'What the reader may do now.' }) actions: NoteAction[];
  @ListOf(() => BlockedView, NOTE_ACTIONS.length, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

export class NoteListView {
  @ListOf(() => NoteView, 100, { description: 'Newest first.' }) items: NoteView[];
  @Text(1, 400, { description: 'Where the next page begins; absent on the last.', example: 'WyIyMDI2LTExLTIzIl0', optional: true })
  nextCursor?: string;
}
