import { Body, Controller, Delete, Get, HttpCode, Param, type PipeTransform, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { ALL_STAFF, CurrentStaff, ForStaff } from '../access/route-access.ts';
import { notVisible } from '../platform/problem/problem.ts';
import { DraftInput, DraftView } from './draft.dto.ts';
import { DraftService } from './draft.service.ts';

const KEY = /^[a-z0-9][a-z0-9:.-]{0,119}$/;

class DraftKey implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!KEY.test(value)) throw notVisible();
    return value;
  }
}

const Key = (): ParameterDecorator => Param('key', new DraftKey());
const KeyDoc = (): MethodDecorator =>
  ApiParam({
    name: 'key',
    description: 'What the text is for: codes and ids, never words about a person.',
    example: 'note:01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42',
  });

@ApiTags('drafts')
@Controller('drafts')
@ForStaff(...ALL_STAFF)
export class DraftController {
  constructor(private readonly drafts: DraftService) {}

  @Get(':key')
  @KeyDoc()
  @ApiOperation({ summary: 'The reader’s own unsent text', description: 'Empty when there is none.' })
  @ApiOkResponse({ type: DraftView })
  find(@CurrentStaff() actor: StaffActor, @Key() key: string): Promise<DraftView> {
    return this.drafts.find(actor, key);
  }

  @Put(':key')
  @HttpCode(204)
  @KeyDoc()
  @ApiOperation({ summary: 'Keep unsent text', description: 'Replaces what was kept under the same key. Nobody else can read it.' })
  @ApiNoContentResponse()
  async keep(@CurrentStaff() actor: StaffActor, @Key() key: string, @Body() body: DraftInput): Promise<void> {
    await this.drafts.keep(actor, key, body.text);
  }

  @Delete(':key')
  @HttpCode(204)
  @KeyDoc()
  @ApiOperation({ summary: 'Throw unsent text away', description: 'Repeating it changes nothing.' })
  @ApiNoContentResponse()
  async discard(@CurrentStaff() actor: StaffActor, @Key() key: string): Promise<void> {
    await this.drafts.discard(actor, key);
  }
}
