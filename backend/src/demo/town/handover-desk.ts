import type { Mandate } from '@samspel/shared/care-team/care-team.ts';
import type { DeclineCode, FirstContactParty, HandoverDirection, HandoverScope } from '@samspel/shared/handover/handover.ts';
import type { CaseDesk } from './case-desk.ts';
import { onceKey } from './once-key.ts';
import { daysAhead } from './town-calendar.ts';
import type { TownStage } from './town-stage.ts';

export interface Baton {
  /** The case's owner, unless told. */
  readonly scope?: HandoverScope;
  /** One activity of the plan, in place of the case's ownership. */
  readonly activity?: string;
  /** `place.unit`. */
  readonly to: string;
  readonly asked: string;
  readonly reason: string;
  /** How many lines of the link's checklist are done, from the top; all unless told. */
  readonly done?: number;
  /** A colleague asked by name, within one organisation. */
  readonly nominee?: string;
  readonly direction?: HandoverDirection;
}

interface Acceptance {
  readonly how: string;
  readonly questionArea: string;
  readonly mandate?: Mandate;
  /** Days ahead to the first contact. */
  readonly contactIn?: number;
}

/** One handover of the town, and what its two sides do with it. Who acts is named by their account. */
export class HandoverDesk {
  private constructor(
    private readonly stage: TownStage,
    readonly id: string,
  ) {}

  /** Begun and not sent. */
  static async draft(stage: TownStage, desk: CaseDesk, hint: string, baton: Baton): Promise<HandoverDesk> {
    const { to, activity: activityId, scope = activityId ? 'ACTIVITY' : 'CASE_OWNERSHIP', asked, reason, done, nominee, direction } = baton;
    const which = { scope, ...(activityId && { activityId }) };
    const [actor, toUnitId] = [await stage.actor(hint), stage.unit(to)];
    // As the form does: the lines and the day come with the list of units.
    const { items: units } = await stage.service('receivingUnits').list(actor, desk.caseId, which);
    const { checklist, defaultAnswerBy: answerBy } = units.find(({ unit }) => unit.id === toUnitId)!;
    const words = { asked, reason, answerBy, checklist: checklist.slice(0, done) };
    const { id } = await stage.service('drafting').start(actor, onceKey(), desk.caseId, {
      ...{ ...which, toUnitId, ...words },
      ...(nominee && { nomineeId: (await stage.actor(nominee)).id }),
      ...(direction && { direction }),
    });
    return new HandoverDesk(stage, id!);
  }

  static async offer(stage: TownStage, desk: CaseDesk, hint: string, baton: Baton): Promise<HandoverDesk> {
    const handover = await HandoverDesk.draft(stage, desk, hint, baton);
    await handover.send(hint);
    return handover;
  }

  async send(hint: string): Promise<void> {
    await this.stage.service('offering').offer(...(await this.as(hint)));
  }

  async revoke(hint: string): Promise<void> {
    await this.stage.service('offering').revoke(...(await this.as(hint)));
  }

  async receive(hint: string): Promise<void> {
    await this.stage.service('receiving').receive(...(await this.as(hint)));
  }

  async nominate(hint: string, nominee: string): Promise<void> {
    await this.stage.service('nominations').nominate(...(await this.as(hint)), (await this.stage.actor(nominee)).id);
  }

  async accept(hint: string, { how, questionArea, mandate = 'MAY_DECIDE', contactIn = 3 }: Acceptance): Promise<void> {
    const firstContactOn = daysAhead(this.stage.today(), contactIn);
    const answers = { understood: true, possible: true, how, mandate, questionArea, firstContactOn };
    await this.stage.service('accepting').accept(...(await this.as(hint)), answers);
  }

  async decline(hint: string, code: DeclineCode, text: string, suggested?: string): Promise<void> {
    const suggestedUnitId = suggested && this.stage.unit(suggested);
    await this.stage.service('receiving').decline(...(await this.as(hint)), { code, text, ...(suggestedUnitId && { suggestedUnitId }) });
  }

  async ask(hint: string, question: string): Promise<void> {
    await this.stage.service('receiving').ask(...(await this.as(hint)), question);
  }

  /** The new owner has met the person, today. */
  async meet(hint: string, ...present: FirstContactParty[]): Promise<void> {
    await this.stage.service('followUp').recordFirstContact(...(await this.as(hint)), { on: this.stage.today(), present });
  }

  async hold(hint: string, reason: string, until: string): Promise<void> {
    await this.stage.service('followUp').hold(...(await this.as(hint)), { reason, until });
  }

  async complete(hint: string, outcome: string): Promise<void> {
    await this.stage.service('followUp').complete(...(await this.as(hint)), outcome);
  }

  async fail(hint: string, outcome: string): Promise<void> {
    await this.stage.service('followUp').fail(...(await this.as(hint)), outcome);
  }

  async acknowledge(hint: string): Promise<void> {
    await this.stage.service('followUp').acknowledge(...(await this.as(hint)));
  }

  async nudge(supervisor: string): Promise<void> {
    await this.stage.service('nudging').nudge(await this.stage.actor(supervisor), this.id);
  }

  async pause(supervisor: string, until: string): Promise<void> {
    await this.stage.service('pausing').pause(await this.stage.actor(supervisor), this.id, until);
  }

  /** They have seen the alerts they have had of it so far. */
  async seen(...hints: string[]): Promise<void> {
    for (const hint of hints) {
      const [actor, alerts] = [await this.stage.actor(hint), this.stage.service('alerts')];
      const { items } = await alerts.list(actor, { state: 'open', limit: 100 });
      for (const { id, handover } of items) if (handover?.id === this.id) await alerts.acknowledge(actor, id);
    }
  }

  private async as(hint: string) {
    const actor = await this.stage.actor(hint);
    const [row] = await this.stage.db.transaction(actor, (tx) =>
      tx.query<{ version: number }[]>('select version from handover where id = $1', [this.id]),
    );
    if (!row) throw new Error(`${hint} does not find the handover`);
    return [actor, this.id, row.version] as const;
  }
}
