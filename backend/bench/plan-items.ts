import type { Caseworker, Emit } from './population.ts';
import type { Random } from './random.ts';

export const DAY = 86_400_000;
/** Timers of what waits lie beyond this day, so that a sweep on the real clock finds nothing to do. */
export const WAITS_UNTIL = Date.UTC(2030, 0, 7);

/** The case a plan is made for. */
export interface Planned {
  caseId: string;
  personId: string;
  contactId: string;
  opened: number;
  index: number;
  owner: Caseworker;
  team: Caseworker[];
}

export interface ItemWish {
  content: Record<string, unknown>;
  parentId?: string | null;
  goalKind?: 'MAIN' | 'SUB';
  /** Nobody but its own organisation reads it, and its timers stand still. */
  draft?: boolean;
  /** Two of the team instead of everybody. */
  few?: boolean;
}

/** As it would be frozen: whose it is, and what stands around its words. */
export interface Item {
  id: string;
  kind: string;
  by: Caseworker | null;
  position: number;
  parentId: string | null;
  audience: string;
  draft: boolean;
  content: Record<string, unknown>;
  frozen: Record<string, unknown>;
}

/** Writes the items of one plan in order, and remembers them for its versions. */
export class PlanItems {
  readonly all: Item[] = [];
  readonly planned: Planned;
  readonly planId: string;
  readonly random: Random;
  readonly emit: Emit;

  constructor(planned: Planned, random: Random, emit: Emit) {
    this.planned = planned;
    this.planId = random.uuid(planned.opened);
    this.random = random;
    this.emit = emit;
  }

  /** `by`: whose words; null: the person's own. */
  async write(kind: string, by: Caseworker | null, { content, parentId = null, goalKind, draft = false, few = false }: ItemWish): Promise<Item> {
    const { caseId, personId, opened } = this.planned;
    const others = this.planned.team.filter((each) => each !== by).map(({ organisationId }) => organisationId);
    const audience = draft || by === null ? '{}' : `{${(few ? others.slice(0, 2) : others).join(',')}}`;
    const [id, position] = [this.random.uuid(opened), this.all.length];
    const item = { id, kind, by, position, parentId, audience, draft, content, frozen: {} };
    this.all.push(item);
    const at = this.at(5 + position);
    await this.emit('plan_item', [
      ...[id, this.planId, caseId, kind, by?.organisationId ?? null, by?.assignmentId ?? null, by ? null : personId, position, parentId],
      ...[goalKind ?? null, JSON.stringify(content), audience, draft ? null : at, at, at, draft ? 1 : 2],
    ]);
    return item;
  }

  at(days: number): string {
    return new Date(this.planned.opened + days * DAY).toISOString();
  }

  /** The same, as a calendar day. */
  on(days: number): string {
    return this.at(days).slice(0, 10);
  }
}
