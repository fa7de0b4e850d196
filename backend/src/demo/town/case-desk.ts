import type { Mandate } from '@samspel/shared/care-team/care-team.ts';
import type { AmbitionLevel, ClosingReason } from '@samspel/shared/case/case.ts';
import { type ConsentForm, CONSENT_TEXT_VERSIONS, type InformationCategory } from '@samspel/shared/consent/consent.ts';
import type { NoteKind } from '@samspel/shared/note/note.ts';
import type { ContactInput } from '../../care-team/contact/contact.dto.ts';
import { onceKey } from './once-key.ts';
import { daysAgo } from './town-calendar.ts';
import type { Place } from './town-organisations.ts';
import type { TownPerson } from './town-people.ts';
import type { TownStage } from './town-stage.ts';

interface Opening {
  readonly reason: string;
  readonly questionArea: string;
  readonly nextStep?: { text: string; due?: string };
}

export interface ConsentTerms {
  readonly to: readonly Place[];
  /** Names of contacts, who have no account. */
  readonly contacts?: readonly string[];
  readonly about: readonly InformationCategory[];
  readonly purpose: string;
  readonly exclusions?: string;
  readonly until: string;
  readonly form?: ConsentForm;
}

interface TeamRole {
  readonly role: string;
  readonly mandate: Mandate;
  readonly questionArea: string;
}

interface Telling {
  readonly text: string;
  readonly about: InformationCategory;
  readonly to: readonly Place[];
  /** The day it happened; absent: the stage's own day. */
  readonly on?: string;
}

/** One case of the town, and what people do in it. Who acts is named by their account. */
export class CaseDesk {
  private constructor(
    private readonly stage: TownStage,
    readonly caseId: string,
  ) {}

  static async open(stage: TownStage, hint: string, person: TownPerson, opening: Opening): Promise<CaseDesk> {
    const outcome = await ask(stage, hint, person, opening);
    if (outcome.status !== 201) throw new Error(`the case ${hint} opens is open already`);
    return new CaseDesk(stage, outcome.id!);
  }

  /** Somebody who does not know that there is a team tries to open a case, which becomes a request to join it. */
  static async askToJoin(stage: TownStage, hint: string, person: TownPerson, opening: Opening): Promise<void> {
    await ask(stage, hint, person, opening);
  }

  at(day: string, clock: string): Promise<void> {
    return this.stage.at(day, clock);
  }

  async consent(hint: string, { to, contacts = [], about, purpose, exclusions = '', until, form = 'WRITTEN' }: ConsentTerms): Promise<string> {
    const actor = await this.stage.actor(hint);
    const contactIds = await Promise.all(contacts.map((name) => this.contactId(hint, name)));
    const { id } = await this.stage.service('consents').record(actor, this.caseId, onceKey(), {
      disclosingOrganisationId: actor.organisationId,
      givenBy: 'SELF',
      purpose,
      informationCategories: [...about],
      exclusions,
      recipients: { organisationIds: this.stage.organisations(to), contactIds },
      validFrom: this.stage.today(),
      validTo: until,
      form,
      informedWithText: CONSENT_TEXT_VERSIONS[0],
    });
    return id!;
  }

  async withdraw(hint: string, consentId: string): Promise<void> {
    await this.stage.service('withdrawal').withdraw(await this.stage.actor(hint), consentId);
  }

  /** `unit`: `place.unit`. Answers the invitation's id. */
  async invite(hint: string, unit: string, reason: string): Promise<string> {
    const outcome = await this.stage
      .service('invitations')
      .invite(await this.stage.actor(hint), onceKey(), this.caseId, { unitId: this.stage.unit(unit), reason });
    return outcome.id!;
  }

  /** `intake` says yes for the unit and names `joins`. */
  async accept(intake: string, invitationId: string, joins: string, role: TeamRole): Promise<void> {
    const { id: assignmentId } = await this.stage.actor(joins);
    await this.stage.service('answering').accept(await this.stage.actor(intake), invitationId, { assignmentId, ...role });
  }

  async decline(intake: string, invitationId: string, reason: string): Promise<void> {
    await this.stage.service('answering').decline(await this.stage.actor(intake), invitationId, reason);
  }

  async add(hint: string, colleague: string, role: TeamRole): Promise<void> {
    const { id: assignmentId } = await this.stage.actor(colleague);
    await this.stage.service('participants').add(await this.stage.actor(hint), onceKey(), this.caseId, { assignmentId, ...role });
  }

  /** Changes what they themselves are in the team. */
  async become(hint: string, role: TeamRole): Promise<void> {
    const { id, version } = await this.participation(hint);
    await this.stage.service('participants').change(await this.stage.actor(hint), id, version, role);
  }

  /** They have read how things stood when they came. */
  async introduced(...hints: string[]): Promise<void> {
    for (const hint of hints) {
      const actor = await this.stage.actor(hint);
      await this.stage.service('participants').acknowledge(actor, (await this.participation(hint)).id);
    }
  }

  async tell(hint: string, { text, about, to, on = this.stage.today() }: Telling): Promise<void> {
    const told = { text, occurredOn: on, recipients: this.stage.organisations(to), category: about };
    await this.stage.service('timeline').tell(await this.stage.actor(hint), onceKey(), this.caseId, told);
  }

  async nextStep(hint: string, text: string, due?: string): Promise<void> {
    await this.stage.service('nextSteps').set(await this.stage.actor(hint), this.caseId, await this.version(hint), { text, due: due ?? null });
  }

  async stepDone(hint: string): Promise<void> {
    await this.stage.service('nextSteps').finish(await this.stage.actor(hint), this.caseId, await this.version(hint));
  }

  async ambition(hint: string, level: AmbitionLevel): Promise<void> {
    await this.stage.service('ambitions').set(await this.stage.actor(hint), this.caseId, level);
  }

  async askToCoordinate(owner: string, asked: string, message: string): Promise<void> {
    const { id: assignmentId } = await this.stage.actor(asked);
    await this.stage.service('coordinators').ask(await this.stage.actor(owner), this.caseId, { assignmentId, message });
  }

  async agreeToCoordinate(hint: string): Promise<void> {
    const waiting = `select id from coordinator_request where case_id = $1 and state = 'PENDING'`;
    await this.stage.service('coordinators').accept(await this.stage.actor(hint), (await this.row<{ id: string }>(hint, waiting)).id);
  }

  async contact(hint: string, contact: ContactInput): Promise<void> {
    await this.stage.service('contacts').add(await this.stage.actor(hint), onceKey(), this.caseId, contact);
  }

  async contactId(hint: string, name: string): Promise<string> {
    const sql = 'select id from case_contact where case_id = $1 and name = $2 and removed_at is null';
    return (await this.row<{ id: string }>(hint, sql, name)).id;
  }

  /** They are not needed any longer. */
  async leave(hint: string): Promise<void> {
    await this.stage.service('participants').leave(await this.stage.actor(hint), (await this.participation(hint)).id);
  }

  /** A short question between two of the team. Answers its id. */
  async question(hint: string, to: string, text: string): Promise<string> {
    const { id: receiverId } = await this.stage.actor(to);
    return (await this.stage.service('questions').ask(await this.stage.actor(hint), onceKey(), this.caseId, { receiverId, text })).id!;
  }

  async reply(hint: string, questionId: string, text: string): Promise<void> {
    await this.stage.service('questions').answer(await this.stage.actor(hint), questionId, text);
  }

  async note(hint: string, kind: NoteKind, text: string): Promise<string> {
    const { id } = await this.stage.service('notes').write(await this.stage.actor(hint), this.caseId, onceKey(), { kind, text });
    return id!;
  }

  async share(hint: string, noteId: string, to: readonly Place[], category: InformationCategory): Promise<void> {
    await this.stage
      .service('sharing')
      .share(await this.stage.actor(hint), noteId, onceKey(), { recipients: this.stage.organisations(to), category });
  }

  async close(owner: string, reason: ClosingReason, remainingWork: string): Promise<void> {
    const closing = { reason, remainingWork, personInformed: true };
    await this.stage.service('closures').close(await this.stage.actor(owner), this.caseId, await this.version(owner), closing);
  }

  private async version(hint: string): Promise<number> {
    return (await this.row<{ version: number }>(hint, 'select version from coordination_case where id = $1')).version;
  }

  private async participation(hint: string): Promise<{ id: string; version: number }> {
    const { id } = await this.stage.actor(hint);
    return this.row(hint, 'select id, version from participation where case_id = $1 and until_at is null and assignment_id = $2', id);
  }

  private async row<Row>(hint: string, sql: string, ...more: string[]): Promise<Row> {
    const actor = await this.stage.actor(hint);
    const [row] = await this.stage.db.transaction(actor, (tx) => tx.query<Row[]>(sql, [this.caseId, ...more]));
    if (!row) throw new Error(`${hint} does not find what they look for in this case`);
    return row;
  }
}

async function ask(stage: TownStage, hint: string, person: TownPerson, { reason, questionArea, nextStep }: Opening) {
  const input = {
    ...person,
    reason,
    questionArea,
    consentToAsk: { form: 'ORAL', askedOn: daysAgo(stage.today(), 1), saidYes: true },
    ...(nextStep && { nextStep }),
  } as const;
  return stage.service('openings').open(await stage.actor(hint), onceKey(), input);
}
