import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { IfMatch } from '../platform/http/version.ts';
import { NoteSharing } from './note-sharing.ts';
import { EditNoteInput, NoteListView, ShareNoteInput, WriteNoteInput } from './note.dto.ts';
import { NoteService } from './note.service.ts';

@ApiTags('notes')
@Controller()
@ForStaff(...CASE_ROLES)
export class NoteController {
  constructor(
    private readonly notes: NoteService,
    private readonly sharing: NoteSharing,
  ) {}

  @Get('cases/:id/notes')
  @ApiOperation({
    summary: 'The notes the reader may read',
    description: 'Own and the organisation’s notes, and the shared versions of other organisations’.',
  })
  @ApiOkResponse({ type: NoteListView })
  ofCase(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Query() query: PageQuery): Promise<NoteListView> {
    return this.notes.ofCase(actor, id, query);
  }

  @Post('cases/:id/notes')
  @ApiOperation({
    summary: 'Write a note',
    description: 'Personal: the author alone reads it. Organisation: its participants in this team, until it is shared.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async write(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: WriteNoteInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    const made = await this.notes.write(actor, id, key, body);
    response.location(`/api/v1/cases/${id}/notes`);
    return { id: made.id! };
  }

  @Put('notes/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change a note', description: 'By its author. Receivers go on reading the version they were given.' })
  @ApiNoContentResponse()
  async edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: EditNoteInput): Promise<void> {
    await this.notes.edit(actor, id, version, body.text);
  }

  @Put('notes/:id/removal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a note away', description: 'By its author, as long as nobody else has been given it. It can be brought back.' })
  @ApiNoContentResponse()
  async remove(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    await this.notes.remove(actor, id);
  }

  @Put('notes/:id/restoration')
  @HttpCode(204)
  @ApiOperation({ summary: 'Bring a removed note back', description: 'By its author.' })
  @ApiNoContentResponse()
  async restore(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    await this.notes.restore(actor, id);
  }

  @Post('notes/:id/disclosures')
  @ApiOperation({
    summary: 'Share a note with named organisations of the team',
    description:
      'A logged disclosure of the note as it stands, under a valid consent; otherwise 409 `consent.missing` naming the organisations, and nothing is sent.',
  })
  @ApiCreatedResponse({ type: CreatedView, description: 'The id of the note that was shared.' })
  async share(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: ShareNoteInput,
  ): Promise<CreatedView> {
    const shared = await this.sharing.share(actor, id, key, body);
    return { id: shared.id! };
  }
}
