import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../access/actor.ts';
import { AnySession, CurrentActor, Unnoticed } from '../access/route-access.ts';
import { LiveStreams } from './live-streams.ts';

@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  @Get()
  @AnySession()
  @Unnoticed()
  @ApiOperation({
    summary: 'What changes, as it changes',
    description:
      'Server-sent events that say only that something changed (`type`, `ref`, `version`). The client reads it again through the authorised GET. The stream ends with the session, or when a case closes to the reader.',
  })
  @ApiOkResponse({
    description: 'An event stream.',
    content: {
      'text/event-stream': { schema: { type: 'string' }, example: 'data: {"type":"case","ref":"01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42"}\n\n' },
    },
  })
  open(@CurrentActor() actor: Actor, @Res() response: Response): void {
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    response.flushHeaders();
    this.streams.add(actor, response);
  }
}
