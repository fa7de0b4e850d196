import { Module } from '@nestjs/common';
import { DocumentRenderer } from './rendering.ts';

/** Data in, PDF out: knows no table and no route. */
@Module({ providers: [DocumentRenderer], exports: [DocumentRenderer] })
export class DocumentModule {}
