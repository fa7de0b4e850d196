import { Module } from '@nestjs/common';
import { DisclosureModule } from '../disclosure/disclosure.module.ts';
import { NoteAccess } from './note-access.ts';
import { NoteSharing } from './note-sharing.ts';
import { NoteController } from './note.controller.ts';
import { NoteQueries } from './note.queries.ts';
import { NoteService } from './note.service.ts';

@Module({ imports: [DisclosureModule], controllers: [NoteController], providers: [NoteAccess, NoteQueries, NoteService, NoteSharing] })
export class NoteModule {}
