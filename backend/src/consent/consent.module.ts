import { Module } from '@nestjs/common';
import { PersonNewsModule } from '../person/person-news.module.ts';
import { ConsentWithdrawal } from './consent-withdrawal.ts';
import { ConsentController } from './consent.controller.ts';
import { ConsentQueries } from './consent.queries.ts';
import { ConsentService } from './consent.service.ts';
import { Consents } from './consents.ts';
import { ConsentProposalAnswers } from './proposal/answering.ts';
import { MyProposalController } from './proposal/my-proposal.controller.ts';
import { ConsentProposalController } from './proposal/proposal.controller.ts';
import { ConsentProposals } from './proposal/proposals.ts';

@Module({
  imports: [PersonNewsModule],
  controllers: [ConsentController, ConsentProposalController, MyProposalController],
  providers: [Consents, ConsentQueries, ConsentService, ConsentWithdrawal, ConsentProposals, ConsentProposalAnswers],
  exports: [Consents, ConsentQueries, ConsentWithdrawal],
})
export class ConsentModule {}
