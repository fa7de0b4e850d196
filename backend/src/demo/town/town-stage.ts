import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { CitizenActor, StaffActor } from '../../access/actor.ts';
import { Alerts } from '../../alert/alert.service.ts';
import { Contacts } from '../../care-team/contact/contact.service.ts';
import { InvitationAnswering } from '../../care-team/invitation/answering.ts';
import { Invitations } from '../../care-team/invitation/invitation.service.ts';
import { Participants } from '../../care-team/participant/participant.service.ts';
import { Ambitions } from '../../case/ambition/ambition.service.ts';
import { Closures } from '../../case/closure/closure.service.ts';
import { CoordinatorRequests } from '../../case/coordinator/coordinator-request.service.ts';
import { NextSteps } from '../../case/next-step/next-step.service.ts';
import { Openings } from '../../case/opening/opening.service.ts';
import { MyMailService } from '../../citizen/mail/my-mail.service.ts';
import { OwnActions } from '../../citizen/plan/own-actions.ts';
import { Answering } from '../../citizen/voice/answering.ts';
import { MyMessagesService } from '../../citizen/voice/my-messages.service.ts';
import { MyRatingsService } from '../../citizen/voice/my-ratings.service.ts';
import { MyWordsService } from '../../citizen/voice/my-words.service.ts';
import { ToldService } from '../../citizen/voice/told.service.ts';
import { ConsentWithdrawal } from '../../consent/consent-withdrawal.ts';
import { ConsentService } from '../../consent/consent.service.ts';
import { ConsentProposals } from '../../consent/proposal/proposals.ts';
import { HandoverAccepting } from '../../handover/accepting.ts';
import { HandoverDrafting } from '../../handover/drafting.ts';
import { HandoverFollowUp } from '../../handover/following-up.ts';
import { Nominations } from '../../handover/nominating.ts';
import { HandoverOffering } from '../../handover/offering.ts';
import { ReceivingUnits } from '../../handover/receiving-units.ts';
import { HandoverReceiving } from '../../handover/receiving.ts';
import { LinkTemplates } from '../../link-template/link-template.service.ts';
import { MyDays } from '../../my-day/my-day.service.ts';
import { NoteSharing } from '../../note/note-sharing.ts';
import { NoteService } from '../../note/note.service.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { ActivityActing } from '../../plan/activity/acting.ts';
import { ActivityWriting } from '../../plan/activity/activity.writing.ts';
import { ActivityNoting } from '../../plan/activity/noting.ts';
import { Goals } from '../../plan/goal/goal.service.ts';
import { ItemSharing } from '../../plan/item/item.sharing.ts';
import { Parts } from '../../plan/part/part.service.ts';
import { Plans } from '../../plan/plan.service.ts';
import { PlanAgreements } from '../../plan/publication/agreeing.ts';
import { PlanPublication } from '../../plan/publication/publishing.ts';
import { Questions } from '../../question/question.service.ts';
import { Representatives } from '../../representative/representative.service.ts';
import { Nudging } from '../../stalled/nudging.ts';
import { Pausing } from '../../stalled/pausing.ts';
import { Timeline } from '../../timeline/timeline.service.ts';
import { TownActors } from './town-actors.ts';
import { momentAt } from './town-calendar.ts';
import type { TownPlaces } from './town-founding.ts';
import { TownLadder } from './town-ladder.ts';
import type { Place } from './town-organisations.ts';
import type { TownPerson } from './town-people.ts';

/** The services the stories act through: the same ones every request meets. They are found wherever they live, exported or not. */
const SERVICES = {
  openings: Openings,
  nextSteps: NextSteps,
  ambitions: Ambitions,
  coordinators: CoordinatorRequests,
  closures: Closures,
  participants: Participants,
  invitations: Invitations,
  answering: InvitationAnswering,
  contacts: Contacts,
  consents: ConsentService,
  withdrawal: ConsentWithdrawal,
  timeline: Timeline,
  notes: NoteService,
  sharing: NoteSharing,
  days: MyDays,
  receivingUnits: ReceivingUnits,
  drafting: HandoverDrafting,
  offering: HandoverOffering,
  receiving: HandoverReceiving,
  nominations: Nominations,
  accepting: HandoverAccepting,
  followUp: HandoverFollowUp,
  nudging: Nudging,
  pausing: Pausing,
  alerts: Alerts,
  links: LinkTemplates,
  plans: Plans,
  goals: Goals,
  parts: Parts,
  activities: ActivityWriting,
  work: ActivityActing,
  workNotes: ActivityNoting,
  planSharing: ItemSharing,
  publication: PlanPublication,
  agreements: PlanAgreements,
  questions: Questions,
  representatives: Representatives,
  proposals: ConsentProposals,
  told: ToldService,
  answers: Answering,
  myMessages: MyMessagesService,
  myWords: MyWordsService,
  myRatings: MyRatingsService,
  myActions: OwnActions,
  myMail: MyMailService,
} as const;
type Services = { readonly [Name in keyof typeof SERVICES]: InstanceType<(typeof SERVICES)[Name]> };

/** Time, place and people of the town while its stories are played. */
@Injectable()
export class TownStage {
  private places: TownPlaces | undefined;

  constructor(
    private readonly modules: ModuleRef,
    private readonly clock: Clock,
    private readonly actors: TownActors,
    private readonly ladder: TownLadder,
    readonly db: Database,
  ) {}

  furnish(places: TownPlaces): void {
    this.places = places;
  }

  service<Name extends keyof Services>(name: Name): Services[Name] {
    return this.modules.get(SERVICES[name] as never, { strict: false });
  }

  actor(hint: string): Promise<StaffActor> {
    return this.actors.of(hint);
  }

  /** A citizen for themself, or `by` acting for them. */
  citizen(person: TownPerson, by?: TownPerson): Promise<CitizenActor> {
    return this.actors.citizen(person, by);
  }

  /** From here on it is this moment; `clock` as in `9.10`. What was due before it has happened, in its own time. */
  async at(day: string, clock: string): Promise<void> {
    const moment = momentAt(day, clock);
    await this.ladder.climb(moment);
    await this.clock.moveTo(moment);
  }

  /** Whoever can answer no more is found now. */
  lookForOwners(): Promise<void> {
    return this.ladder.lookForOwners();
  }

  today(): string {
    return this.clock.today();
  }

  organisations(places: readonly Place[]): string[] {
    return places.map((place) => this.built.organisation[place]);
  }

  /** `name`: `place.unit`. */
  unit(name: string): string {
    const id = this.built.unit[name];
    if (!id) throw new Error(`no unit ${name} in the town`);
    return id;
  }

  private get built(): TownPlaces {
    if (!this.places) throw new Error('the town is not founded yet');
    return this.places;
  }
}
