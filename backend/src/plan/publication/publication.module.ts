import { Module } from '@nestjs/common';
import { CareTeamModule } from '../../care-team/care-team.module.ts';
import { CaseModule } from '../../case/case.module.ts';
import { PersonNewsModule } from '../../person/person-news.module.ts';
import { ConsentModule } from '../../consent/consent.module.ts';
import { DisclosureModule } from '../../disclosure/disclosure.module.ts';
import { DocumentModule } from '../../document/document.module.ts';
import { PlanDocumentController } from '../document/plan-document.controller.ts';
import { PlanPrinting } from '../document/printing.ts';
import { PlanAccess } from '../plan.access.ts';
import { PlanAgreements } from './agreeing.ts';
import { PublicationController } from './publication.controller.ts';
import { PlanPublication } from './publishing.ts';
import { VersionReaders } from './version-readers.ts';
import { PlanVersions } from './versions.ts';

/** From the working copy to what the person reads and what is printed. */
@Module({
  imports: [CareTeamModule, CaseModule, ConsentModule, DisclosureModule, DocumentModule, PersonNewsModule],
  controllers: [PublicationController, PlanDocumentController],
  providers: [PlanAccess, PlanPublication, PlanVersions, PlanAgreements, PlanPrinting, VersionReaders],
  exports: [PlanAgreements],
})
export class PublicationModule {}
