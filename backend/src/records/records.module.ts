import { Module } from '@nestjs/common';
import { DocumentModule } from '../document/document.module.ts';
import { RecordsController } from './records.controller.ts';
import { RecordsService } from './records.service.ts';

@Module({ imports: [DocumentModule], controllers: [RecordsController], providers: [RecordsService] })
export class RecordsModule {}
