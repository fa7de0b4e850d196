import { Module } from '@nestjs/common';
import { DraftController } from './draft.controller.ts';
import { DraftService } from './draft.service.ts';

@Module({ controllers: [DraftController], providers: [DraftService] })
export class DraftModule {}
