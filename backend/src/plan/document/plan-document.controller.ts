import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor, StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentCitizen, CurrentStaff, ForCitizen, ForStaff } from '../../access/route-access.ts';
import { PdfAnswer } from '../../document/answer.ts';
import { IdParam } from '../../platform/http/id.ts';
import { MyDocumentQuery, PlanDocumentQuery } from './plan-document.dto.ts';
import { PlanPrinting } from './printing.ts';

@ApiTags('plan')
@Controller()
export class PlanDocumentController {
  constructor(private readonly printing: PlanPrinting) {}

  @Get('plans/:id/document.pdf')
  @ForStaff(...CASE_ROLES)
  @ApiOperation({
    summary: 'The plan as a document',
    description: 'Tagged PDF (PDF/UA-1) of what the reader may read: a published version, or the working copy marked "Arbetsexemplar". Logged.',
  })
  @PdfAnswer('The document.')
  print(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Query() query: PlanDocumentQuery): Promise<StreamableFile> {
    return this.printing.forStaff(actor, id, query);
  }

  @Get('me/plan/document.pdf')
  @ForCitizen()
  @ApiOperation({ summary: 'The person’s plan as a document', description: 'The latest that was published. 404 while nothing is.' })
  @PdfAnswer('The document.')
  printMine(@CurrentCitizen() actor: CitizenActor, @Query() query: MyDocumentQuery): Promise<StreamableFile> {
    return this.printing.forPerson(actor, query.variant);
  }
}
