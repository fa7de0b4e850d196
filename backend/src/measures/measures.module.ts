import { Module } from '@nestjs/common';
import { MeasuresController } from './measures.controller.ts';
import { LinkMeasures } from './measures.ts';

@Module({ controllers: [MeasuresController], providers: [LinkMeasures] })
export class MeasuresModule {}
