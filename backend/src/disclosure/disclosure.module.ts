import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent/consent.module.ts';
import { Disclosures } from './disclosures.ts';

@Module({ imports: [ConsentModule], providers: [Disclosures], exports: [Disclosures] })
export class DisclosureModule {}
