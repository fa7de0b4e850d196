import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor } from '../../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../../access/route-access.ts';
import { type MyExport, MyExportService } from './my-export.service.ts';

const anything = { type: 'object', additionalProperties: true } as const;

@ApiTags('me')
@Controller('me')
@ForCitizen()
export class MyExportController {
  constructor(private readonly exports: MyExportService) {}

  @Get('export')
  @Header('content-disposition', 'attachment; filename="samspel-export.json"')
  @ApiOperation({
    summary: 'Download everything',
    description:
      'What Samspel holds about the person and they may read: cases, plans, consents, own words, messages, ratings, who has looked. One JSON file.',
  })
  @ApiOkResponse({
    description: 'Names are those of the sections; times are UTC.',
    schema: {
      type: 'object',
      required: ['format', 'exportedAt', 'data'],
      additionalProperties: false,
      properties: {
        format: { type: 'string', enum: ['samspel-export-1'], example: 'samspel-export-1' },
        exportedAt: { type: 'string', format: 'date-time', example: '2026-11-23T08:40:00Z' },
        data: {
          type: 'object',
          required: ['person', 'cases', 'accessLog', 'mail', 'sessions'],
          additionalProperties: false,
          properties: {
            person: { ...anything, nullable: true },
            cases: { type: 'array', items: anything },
            accessLog: { type: 'array', items: anything },
            mail: { ...anything, nullable: true },
            sessions: { type: 'array', items: anything },
          },
        },
      },
    },
  })
  everything(@CurrentCitizen() actor: CitizenActor): Promise<MyExport> {
    return this.exports.everything(actor);
  }
}
