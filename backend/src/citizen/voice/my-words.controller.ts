import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor } from '../../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../../access/route-access.ts';
import { CreatedView } from '../../platform/http/created.dto.ts';
import { IdParam } from '../../platform/http/id.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { MyWordsInput } from './my-voice.dto.ts';
import { MyWordsService } from './my-words.service.ts';

@ApiTags('me')
@Controller('me')
@ForCitizen()
export class MyWordsController {
  constructor(private readonly words: MyWordsService) {}

  @Put('words')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Write what matters',
    description: 'The team reads it at once, and it stands first in the plan. 409 `plan.none` before a plan is begun.',
  })
  @ApiNoContentResponse()
  write(@CurrentCitizen() actor: CitizenActor, @Body() body: MyWordsInput): Promise<void> {
    return this.words.write(actor, body.text);
  }

  @Post('goals')
  @ApiOperation({ summary: 'Add a goal of one’s own', description: 'The team reads it at once. 409 `plan.none` before a plan is begun.' })
  @ApiCreatedResponse({ type: CreatedView, description: 'The id of the goal.' })
  add(@CurrentCitizen() actor: CitizenActor, @IdempotencyKey() key: OnceKey, @Body() body: MyWordsInput): Promise<CreatedView> {
    return this.words.addGoal(actor, key, body.text);
  }

  @Put('goals/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change a goal of one’s own', description: 'Only one that the person has written.' })
  @ApiNoContentResponse()
  change(@CurrentCitizen() actor: CitizenActor, @IdParam() id: string, @Body() body: MyWordsInput): Promise<void> {
    return this.words.changeGoal(actor, id, body.text);
  }

  @Put('goals/:id/removal')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take away a goal of one’s own',
    description: 'Only one that the person has written. It stays in the versions that were published. Repeating it changes nothing.',
  })
  @ApiNoContentResponse()
  remove(@CurrentCitizen() actor: CitizenActor, @IdParam() id: string): Promise<void> {
    return this.words.removeGoal(actor, id);
  }
}
