import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { PdfAnswer, pdfFile } from '../document/answer.ts';
import { IdParam } from '../platform/http/id.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { FrozenCopyListView, FrozenCopyView } from './frozen-copy.dto.ts';
import { RecordsService } from './records.service.ts';

@ApiTags('records')
@Controller('frozen-copies')
@ForStaff(...CASE_ROLES)
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Get()
  @ApiOperation({
    summary: 'What waits to be fetched into the unit’s own records',
    description: 'For the unit’s records function; 404 for everybody else. Copies whose 30 days have passed stay as receipts.',
  })
  @ApiOkResponse({ type: FrozenCopyListView })
  list(@CurrentStaff() actor: StaffActor, @Query() query: PageQuery): Promise<FrozenCopyListView> {
    return this.records.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One frozen copy',
    description: 'Word for word what the organisation had been given. Fetching it is logged and shown to the person.',
  })
  @ApiOkResponse({ type: FrozenCopyView })
  one(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<FrozenCopyView> {
    return this.records.one(actor, id);
  }

  @Get(':id/document.pdf')
  @ApiOperation({
    summary: 'One frozen copy as a document',
    description: 'The same as the copy itself, as tagged PDF (PDF/UA-1). 404 once it has been emptied. Fetching it is logged.',
  })
  @PdfAnswer('The document.')
  async print(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<StreamableFile> {
    const { pdf, name } = await this.records.print(actor, id);
    return pdfFile(pdf, name);
  }
}
