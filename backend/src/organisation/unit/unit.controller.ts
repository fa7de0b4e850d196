import { Body, Controller, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { IfMatch } from '../../platform/http/version.ts';
import { created } from '../created.ts';
import { NewUnit, UnitEdit } from './unit.dto.ts';
import { Units } from './unit.service.ts';

@ApiTags('units')
@Controller('units')
@ForStaff('ADMINISTRATOR')
export class UnitController {
  constructor(private readonly units: Units) {}

  @Post()
  @ApiOperation({
    summary: 'Open a unit',
    description: 'With its function address and whether others may send invitations to it. Needs an Idempotency-Key.',
  })
  @ApiCreatedResponse({ type: CreatedView, description: 'Location names the organisation card, where units are read.' })
  async open(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: OnceKey,
    @Body() body: NewUnit,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.units.open(actor, key, body), () => `organisations/${body.organisationId}`);
  }

  @Put(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change a unit', description: 'All its fields at once. Needs If-Match with the version from the organisation card.' })
  @ApiNoContentResponse()
  edit(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @IfMatch() version: number, @Body() body: UnitEdit): Promise<void> {
    return this.units.edit(actor, id, version, body);
  }

  @Put(':id/closure')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Close a unit',
    description: 'From today. 409 unit.staffed while anybody has an assignment there. A repeat changes nothing.',
  })
  @ApiNoContentResponse()
  close(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.units.close(actor, id);
  }
}
