import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { CurrentStaff, ForStaff } from '../access/route-access.ts';
import { created } from '../organisation/created.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { IfMatch } from '../platform/http/version.ts';
import { LinkTemplateInput, LinkTemplateList, NewLinkTemplate } from './link-template.dto.ts';
import { LinkTemplates } from './link-template.service.ts';

@ApiTags('link templates')
@Controller('link-templates')
@ForStaff('ADMINISTRATOR')
export class LinkTemplateController {
  constructor(private readonly templates: LinkTemplates) {}

  @Get()
  @ForStaff('ADMINISTRATOR', 'SUPERVISOR')
  @ApiOperation({
    summary: 'Limits and checklists per link',
    description: 'The narrowest that fits a link counts. For administrators and supervisors.',
  })
  @ApiOkResponse({ type: LinkTemplateList })
  async list(): Promise<LinkTemplateList> {
    return { items: await this.templates.list() };
  }

  @Post()
  @ApiOperation({
    summary: 'Add a template for a link',
    description: 'For handovers sent from now on. 409 `link-template.taken` when the link has one. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView, description: 'Location names the list.' })
  async add(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewLinkTemplate,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.templates.add(actor, key, body), () => 'link-templates');
  }

  @Put(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Change limits and checklist',
    description: 'Changed limits move the due times of handovers that are under way, within seconds. Needs If-Match with the version from the list.',
  })
  @ApiNoContentResponse({ description: 'Changed.' })
  edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: LinkTemplateInput): Promise<void> {
    return this.templates.edit(actor, id, version, body);
  }
}
