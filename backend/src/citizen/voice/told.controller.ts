import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../../access/actor.ts';
import { CASE_ROLES, CurrentStaff, ForStaff } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { ToldService } from './told.service.ts';
import { TellRatingInput, TellWordsInput } from './voice.dto.ts';

@ApiTags('person-messages')
@Controller('cases')
@ForStaff(...CASE_ROLES)
export class ToldController {
  constructor(private readonly told: ToldService) {}

  @Post(':id/person-words')
  @ApiOperation({
    summary: 'Write down what matters to the person, as they have told it',
    description: 'Takes the place of what stood there, which is kept. Shared with the organisations of the team that a consent covers.',
  })
  @ApiCreatedResponse({ type: CreatedView, description: 'The id of the item.' })
  words(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IdempotencyKey() key: OnceKey,
    @Body() body: TellWordsInput,
  ): Promise<CreatedView> {
    return this.told.words(actor, id, key, body);
  }

  @Put(':id/rating')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Write down how much the plan helps, as the person has told it',
    description: 'One answer a day. What the person has answered themself stays: 409 `rating.own`.',
  })
  @ApiNoContentResponse()
  rating(@CurrentStaff() actor: StaffActor, @IdParam() id: string, @Body() body: TellRatingInput): Promise<void> {
    return this.told.rating(actor, id, body);
  }
}
