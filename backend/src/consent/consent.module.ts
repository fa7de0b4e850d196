import { Module } from '@nestjs/common';
import { ConsentWithdrawal } from './consent-withdrawal.ts';
import { ConsentController } from './consent.controller.ts';
import { ConsentQueries } from './consent.queries.ts';
import { ConsentService } from './consent.service.ts';
import { Consents } from './consents.ts';

@Module({
  controllers: [ConsentController],
  providers: [Consents, ConsentQueries, ConsentService, ConsentWithdrawal],
  exports: [Consents, ConsentQueries, ConsentWithdrawal],
})
export class ConsentModule {}
