import { Module } from '@nestjs/common';
import { CaseloadController } from './caseload.controller.ts';
import { Caseloads } from './caseload.queries.ts';
import { CaseloadOffering } from './offering.ts';

@Module({ controllers: [CaseloadController], providers: [Caseloads, CaseloadOffering] })
export class CaseloadModule {}
