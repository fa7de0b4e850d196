import type { PrincipalKind } from '@samspel/shared/organisation/organisation.ts';
import type { ActivityProvider, ActivityState, Attainment, GoalKind, PlanItemKind, RecordedForm } from '@samspel/shared/plan/plan.ts';
import type { OrganisationRef } from '../../organisation/refs.dto.ts';

/** What stood around an item's words when it was frozen. Names as they were; other items by id, for not everybody who reads this one reads those. */
export interface FrozenAround {
  goalKind?: GoalKind | null;
  conflictOrganisations?: string[];
  attainment?: { status: Attainment; on: string } | null;
  recordedForm?: RecordedForm | null;
  provider?: ActivityProvider;
  state?: ActivityState;
  owner?: string;
  ownerOrganisation?: string;
  ownerKind?: PrincipalKind;
  requestedKind?: PrincipalKind | null;
  requestedOf?: string | null;
  performer?: string | null;
  deputy?: string | null;
  startOn?: string | null;
  dueOn?: string;
  afterId?: string | null;
  rows?: { id: string; done: boolean }[];
}

/** A shared item as a version holds it, or as it would if it were published now. */
export interface FrozenItem {
  itemId: string;
  kind: PlanItemKind;
  parentId: string | null;
  /** Null: the person's own words. */
  organisation: OrganisationRef | null;
  content: Readonly<Record<string, unknown>>;
  frozen: FrozenAround;
}

/** A text of the item's own words; null where it has none. */
export function wordsOf(item: FrozenItem, name: string): string | null {
  const value = item.content[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An item's words are at least its text; a follow-up has others. */
export const textOf = (item: FrozenItem): string => wordsOf(item, 'text') ?? wordsOf(item, 'wanted') ?? '';
