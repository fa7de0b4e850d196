import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { LiveListener } from '../platform/live/live-listener.ts';
import { LiveController } from './live.controller.ts';
import { LiveStreams } from './live-streams.ts';

@Module({ imports: [AccessModule], controllers: [LiveController], providers: [LiveListener, LiveStreams] })
export class LiveModule {}
