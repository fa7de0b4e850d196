import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.ts';
import { AlertModule } from './alert/alert.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CareTeamModule } from './care-team/care-team.module.ts';
import { CaseloadModule } from './caseload/caseload.module.ts';
import { CaseModule } from './case/case.module.ts';
import { CitizenModule } from './citizen/citizen.module.ts';
import { OwnDataModule } from './citizen/own-data.module.ts';
import { VoiceModule } from './citizen/voice/voice.module.ts';
import { ConsentModule } from './consent/consent.module.ts';
import { DisclosureModule } from './disclosure/disclosure.module.ts';
import { DraftModule } from './draft/draft.module.ts';
import { HandoverModule } from './handover/handover.module.ts';
import { HealthModule } from './health/health.module.ts';
import { LinkTemplateModule } from './link-template/link-template.module.ts';
import { LiveModule } from './live/live.module.ts';
import { MailFailureModule } from './mail-failure/mail-failure.module.ts';
import { MeasuresModule } from './measures/measures.module.ts';
import { MyDayModule } from './my-day/my-day.module.ts';
import { NoteModule } from './note/note.module.ts';
import { OrganisationModule } from './organisation/organisation.module.ts';
import { PersonModule } from './person/person.module.ts';
import { ClockModule } from './platform/clock/clock.module.ts';
import type { Environment } from './platform/config/environment.ts';
import { EnvironmentModule } from './platform/config/environment.module.ts';
import { DatabaseModule } from './platform/database/database.module.ts';
import { OnceModule } from './platform/http/once.module.ts';
import { OutboxModule } from './platform/outbox/outbox.module.ts';
import { ActivityWorkModule } from './plan/activity/activity-work.module.ts';
import { PlanModule } from './plan/plan.module.ts';
import { QuestionModule } from './question/question.module.ts';
import { RecordsModule } from './records/records.module.ts';
import { RepresentativeModule } from './representative/representative.module.ts';
import { StalledModule } from './stalled/stalled.module.ts';
import { TimelineModule } from './timeline/timeline.module.ts';

const PLATFORM = [DatabaseModule, ClockModule, OnceModule, OutboxModule, HealthModule];
const LOW = [AccessModule, OrganisationModule, PersonModule, CaseModule, ConsentModule, DisclosureModule];
const HIGH = [
  CareTeamModule,
  HandoverModule,
  TimelineModule,
  NoteModule,
  PlanModule,
  ActivityWorkModule,
  QuestionModule,
  RecordsModule,
  DraftModule,
  MyDayModule,
  CitizenModule,
  VoiceModule,
  OwnDataModule,
  RepresentativeModule,
  AuditModule,
  LiveModule,
  MailFailureModule,
];
const BATON = [AlertModule, StalledModule, MeasuresModule, CaseloadModule, LinkTemplateModule];

@Module({})
export class AppModule {
  /** `more`: what only one kind of installation has (the demo's own pages). */
  static with(environment: Environment, more: DynamicModule['imports'] = []): DynamicModule {
    return { module: AppModule, imports: [EnvironmentModule.with(environment), ...PLATFORM, ...LOW, ...HIGH, ...BATON, ...more] };
  }
}
