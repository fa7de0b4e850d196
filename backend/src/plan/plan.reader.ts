import type { StaffActor } from '../access/actor.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import type { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import type { ItemStanding } from './item/item.policy.ts';
import type { ActivityColumns, ItemRow, StoredPlan } from './plan.stored.ts';

/** Who reads a plan and when, and the people and other items its rows name by id. */
export class PlanReader {
  private readonly people: Map<string, StaffRef>;
  private readonly organisations: Map<string, OrganisationRef>;
  private readonly items: Map<string, ItemRow>;

  /** `today`: the calendar day in Sweden. */
  constructor(
    readonly actor: StaffActor,
    readonly facts: CaseFacts,
    readonly stored: StoredPlan,
    readonly today: string,
  ) {
    this.people = new Map(stored.people.map((person) => [person.assignmentId, person]));
    this.organisations = new Map(stored.people.map(({ organisation }) => [organisation.id, organisation]));
    this.items = new Map(stored.items.map((item) => [item.id, item]));
  }

  person(id: string): StaffRef {
    const person = this.people.get(id);
    if (!person) throw new Error('a plan names somebody who was never in the team');
    return person;
  }

  personOrNull(id: string | null): StaffRef | null {
    return id ? this.person(id) : null;
  }

  /** In the order of the ids; one that was never in the team has no name here. */
  organisationsOf(ids: readonly string[]): OrganisationRef[] {
    return ids.flatMap((id) => this.organisations.get(id) ?? []);
  }

  organisationOrNull(id: string | null): OrganisationRef | null {
    return (id && this.organisations.get(id)) || null;
  }

  /** Another item by id, when the reader reads it and it stands in the plan. */
  other(id: string | null): ItemRow | null {
    const item = id ? this.items.get(id) : undefined;
    return item && !item.removed ? item : null;
  }
}

export type ActivityRowOfPlan = ItemRow & { readonly activity: ActivityColumns };
export const isActivity = (row: ItemRow): row is ActivityRowOfPlan => row.activity !== null;

/** A row as the policies see it. */
export const standingOf = (row: ItemRow): ItemStanding => ({ ...row, shared: row.sharedAt !== null });
