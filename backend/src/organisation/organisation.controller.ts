import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../access/actor.ts';
import { ALL_STAFF, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { Database } from '../platform/database/database.ts';
import { CreatedView } from '../platform/http/created.dto.ts';
import { IdParam } from '../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../platform/http/once.ts';
import { IfMatch, etag } from '../platform/http/version.ts';
import { notVisible } from '../platform/problem/problem.ts';
import { created } from './created.ts';
import { ContactChoice, NewOrganisation, OrganisationCard, OrganisationCardEdit, OrganisationList } from './organisation.dto.ts';
import { organisationCard, organisationSummaries } from './organisation.queries.ts';
import { Organisations } from './organisation.service.ts';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationController {
  constructor(
    private readonly db: Database,
    private readonly organisations: Organisations,
  ) {}

  @Get()
  @ForStaff(...ALL_STAFF)
  @ApiOperation({
    summary: 'All organisations with their open units',
    description: 'By name. Organisations are no secret among staff; there is no case data in this.',
  })
  @ApiOkResponse({ type: OrganisationList })
  async list(): Promise<OrganisationList> {
    return { items: await organisationSummaries(this.db) };
  }

  @Get(':id')
  @ForStaff(...ALL_STAFF)
  @ApiOperation({
    summary: 'The organisation card',
    description: 'Mission, what it can and cannot decide, time limits, contact ways, words used differently, contact and units.',
  })
  @ApiOkResponse({ type: OrganisationCard })
  async card(@IdParam() id: string, @Res({ passthrough: true }) response: Response): Promise<OrganisationCard> {
    const card = await organisationCard(this.db, id);
    if (!card) throw notVisible();
    response.set('etag', etag(card.version));
    return card;
  }

  @Post()
  @ForStaff('ADMINISTRATOR')
  @ApiOperation({
    summary: 'Add an organisation',
    description: 'One organisation is one secrecy area (OSL 8:1–2); a principal may have several. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async create(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewOrganisation,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.organisations.create(actor, key, body), (id) => `organisations/${id}`);
  }

  @Put(':id/card')
  @ForStaff('ADMINISTRATOR')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the organisation card', description: 'The whole card at once. Needs If-Match; 412 when somebody else was first.' })
  @ApiNoContentResponse()
  editCard(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: OrganisationCardEdit): Promise<void> {
    return this.organisations.editCard(actor, id, version, body);
  }

  @Put(':id/contact')
  @ForStaff('ADMINISTRATOR')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Name the contact of an organisation',
    description: 'An active assignment of that organisation; the only one that other organisations find by name.',
  })
  @ApiNoContentResponse()
  nameContact(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: ContactChoice): Promise<void> {
    return this.organisations.nameContact(actor, id, body.assignmentId);
  }
}
