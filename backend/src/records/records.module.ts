import { Module } from '@nestjs/common';
import { RecordsController } from './records.controller.ts';
import { RecordsService } from './records.service.ts';

@Module({ controllers: [RecordsController], providers: [RecordsService] })
export class RecordsModule {}
