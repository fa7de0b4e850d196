import type { RecordedForm } from '@samspel/shared/plan/plan.ts';
import type { RemarkKind, RequestKind } from '@samspel/shared/citizen/voice.ts';
import type { CitizenActor } from '../../access/actor.ts';
import type { MyStopInput } from '../../citizen/voice/my-voice.dto.ts';
import type { RegisterRepresentativeInput } from '../../representative/representative.dto.ts';
import type { CaseDesk, ConsentTerms } from './case-desk.ts';
import { onceKey } from './once-key.ts';
import type { TownPerson } from './town-people.ts';
import type { TownStage } from './town-stage.ts';

/** What one person of the town says and does on their own pages, or `by` acting for them, and what the team answers. */
export class VoiceDesk {
  constructor(
    private readonly stage: TownStage,
    private readonly desk: CaseDesk,
    private readonly person: TownPerson,
    private readonly by?: TownPerson,
  ) {}

  async words(text: string): Promise<void> {
    await this.stage.service('myWords').write(await this.me(), text);
  }

  async goal(text: string): Promise<void> {
    await this.stage.service('myWords').addGoal(await this.me(), onceKey(), text);
  }

  async agree(number: number): Promise<void> {
    await this.stage.service('agreements').forPerson(await this.me(), number);
  }

  /** Of what is theirs to do. */
  async done(activityId: string): Promise<void> {
    await this.stage.service('myActions').complete(await this.me(), activityId);
  }

  /** Answers the message's id, as the others do. */
  async stop(stop: MyStopInput): Promise<string> {
    return (await this.stage.service('myMessages').stop(await this.me(), onceKey(), stop)).id;
  }

  async remark(itemId: string, kind: RemarkKind, text: string): Promise<string> {
    return (await this.stage.service('myMessages').remark(await this.me(), onceKey(), { itemId, kind, text })).id;
  }

  async request(kind: RequestKind): Promise<string> {
    return (await this.stage.service('myMessages').request(await this.me(), onceKey(), kind)).id!;
  }

  async rate(value: number): Promise<void> {
    await this.stage.service('myRatings').rate(await this.me(), value);
  }

  /** As told to `hint` today. */
  async rateTold(hint: string, value: number, form: RecordedForm): Promise<void> {
    const told = { value, on: this.stage.today(), form };
    await this.stage.service('told').rating(await this.stage.actor(hint), this.desk.caseId, told);
  }

  async wantsMail(email: string): Promise<void> {
    await this.stage.service('myMail').ask(await this.me(), email);
  }

  /** `hint` puts a consent before them, to give or refuse by themself. */
  async proposed(hint: string, { to, about, purpose, exclusions = '', until }: ConsentTerms): Promise<void> {
    await this.stage.service('proposals').propose(await this.stage.actor(hint), this.desk.caseId, onceKey(), {
      ...{ purpose, informationCategories: [...about], exclusions, validTo: until },
      recipientOrganisationIds: this.stage.organisations(to),
    });
  }

  /** `hint` registers who may act for them. */
  async represented(hint: string, representative: TownPerson, right: Omit<RegisterRepresentativeInput, keyof TownPerson>): Promise<void> {
    const { givenName, familyName, personalNumber } = representative;
    const input = { ...right, givenName, familyName, personalNumber };
    await this.stage.service('representatives').add(await this.stage.actor(hint), this.desk.caseId, onceKey(), input);
  }

  async answered(hint: string, messageId: string, text: string): Promise<void> {
    const actor = await this.stage.actor(hint);
    const [row] = await this.stage.db.transaction(actor, (tx) =>
      tx.query<{ version: number }[]>('select version from person_message where id = $1', [messageId]),
    );
    await this.stage.service('answers').answer(actor, messageId, row!.version, text);
  }

  private me(): Promise<CitizenActor> {
    return this.stage.citizen(this.person, this.by);
  }
}
