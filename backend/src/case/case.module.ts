import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PersonModule } from '../person/person.module.ts';
import { AccessLogController } from './access-log/access-log.controller.ts';
import { AccessLog } from './access-log/access-log.service.ts';
import { AmbitionController } from './ambition/ambition.controller.ts';
import { Ambitions } from './ambition/ambition.service.ts';
import { CaseController } from './case.controller.ts';
import { ClosureController } from './closure/closure.controller.ts';
import { Closures } from './closure/closure.service.ts';
import { CoordinatorRequestController } from './coordinator/coordinator-request.controller.ts';
import { CoordinatorRequests } from './coordinator/coordinator-request.service.ts';
import { JournalController } from './journal/journal.controller.ts';
import { Journals } from './journal/journal.service.ts';
import { CaseListQueries } from './list/case-list.queries.ts';
import { NextStepController } from './next-step/next-step.controller.ts';
import { NextSteps } from './next-step/next-step.service.ts';
import { Openings } from './opening/opening.service.ts';
import { SubjectIdentities } from './subject/subject-identity.ts';
import { SubjectController } from './subject/subject.controller.ts';
import { Subjects } from './subject/subject.service.ts';
import { CaseViews } from './view/case-view.service.ts';

@Module({
  imports: [CareTeamModule, PersonModule],
  controllers: [
    CaseController,
    NextStepController,
    AmbitionController,
    ClosureController,
    CoordinatorRequestController,
    SubjectController,
    JournalController,
    AccessLogController,
  ],
  providers: [
    Openings,
    CaseListQueries,
    CaseViews,
    NextSteps,
    Ambitions,
    Closures,
    CoordinatorRequests,
    SubjectIdentities,
    Subjects,
    Journals,
    AccessLog,
  ],
  exports: [Openings, NextSteps, Ambitions, Closures, CoordinatorRequests, Journals, SubjectIdentities],
})
export class CaseModule {}
