import { Body, Controller, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { created } from '../../organisation/created.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { IfMatch } from '../../platform/http/version.ts';
import { ContactInput } from './contact.dto.ts';
import { Contacts } from './contact.service.ts';

@ApiTags('care team')
@Controller()
@ForStaff(...CASE_ROLES)
export class ContactController {
  constructor(private readonly contacts: Contacts) {}

  @Post('cases/:id/contacts')
  @ApiOperation({
    summary: 'Add a contact without login',
    description: 'Employer, union, relative and others: which questions go to whom. Shows in the case view. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async add(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: ContactInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.contacts.add(actor, key, id, body), () => `cases/${id}`);
  }

  @Put('contacts/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change a contact', description: 'The whole contact at once. Needs If-Match; 412 when somebody else was first.' })
  @ApiNoContentResponse({ description: 'Changed.' })
  change(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ContactInput): Promise<void> {
    return this.contacts.change(actor, id, version, body);
  }

  @Put('contacts/:id/removal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a contact off the list', description: 'Can be undone. Repeatable.' })
  @ApiNoContentResponse({ description: 'Removed.' })
  remove(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.contacts.remove(actor, id);
  }

  @Put('contacts/:id/restoration')
  @HttpCode(204)
  @ApiOperation({ summary: 'Undo the removal of a contact', description: 'Repeatable.' })
  @ApiNoContentResponse({ description: 'Back on the list.' })
  restore(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.contacts.restore(actor, id);
  }
}
