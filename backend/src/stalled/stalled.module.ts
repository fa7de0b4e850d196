import { Module } from '@nestjs/common';
import { HandoverModule } from '../handover/handover.module.ts';
import { StalledBoard } from './board.ts';
import { Escalating } from './escalating.ts';
import { Nominees } from './nominees.queries.ts';
import { Nudging } from './nudging.ts';
import { Pausing } from './pausing.ts';
import { StalledController } from './stalled.controller.ts';

@Module({
  imports: [HandoverModule],
  controllers: [StalledController],
  providers: [StalledBoard, Nominees, Nudging, Escalating, Pausing],
})
export class StalledModule {}
