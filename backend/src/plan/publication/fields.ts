import type { ComparedField } from '@samspel/shared/plan/differences.ts';
import type { PlanVersionItemView } from './publication.dto.ts';
import { type FrozenItem, textOf } from './frozen-item.ts';

/** The order they are read in. */
const WORDS = [
  'text',
  'ownWords',
  'plain',
  'call',
  'extent',
  'targetOn',
  'conflict',
  'heldOn',
  'wanted',
  'became',
  'why',
  'conclusion',
  'now',
] as const;
const AROUND = [
  'goalKind',
  'provider',
  'owner',
  'ownerOrganisation',
  'requestedOf',
  'performer',
  'deputy',
  'startOn',
  'dueOn',
  'recordedForm',
] as const;

/**
 * Items as lists of named fields, for reading and comparing. How far something has come (state, attainment) is no field: it changes by being
 * lived, not by being written. Other items are named in words where the reader has them among `items`.
 */
export function versionItems(items: readonly FrozenItem[]): PlanVersionItemView[] {
  const texts = new Map(items.map((item) => [item.itemId, textOf(item)]));
  return items.map((item) => ({
    itemId: item.itemId,
    kind: item.kind,
    goalKind: item.frozen.goalKind ?? null,
    parentId: item.parentId,
    organisation: item.organisation,
    fields: [
      ...WORDS.flatMap((name) => field(name, item.content[name])),
      ...AROUND.flatMap((name) => field(name, item.frozen[name])),
      ...field('conflictOrganisations', item.frozen.conflictOrganisations?.join(', ')),
      ...named('goal', item.parentId, texts),
      ...named('after', item.frozen.afterId, texts),
    ],
  }));
}

/** What the person reads as it is now, whatever was published: no reason to publish anew. */
const LIVE: readonly string[] = ['provider', 'owner', 'ownerOrganisation', 'requestedOf', 'performer', 'deputy', 'after'];

/** Items as far as they are published: words and days. */
export const asPublished = (items: readonly PlanVersionItemView[]): PlanVersionItemView[] =>
  items.map((item) => ({ ...item, fields: item.fields.filter(({ name }) => !LIVE.includes(name)) }));

const field = (name: string, value: unknown): ComparedField[] => (typeof value === 'string' && value !== '' ? [{ name, value }] : []);
const named = (name: string, id: string | null | undefined, texts: ReadonlyMap<string, string>): ComparedField[] =>
  id ? field(name, texts.get(id)).map((each) => ({ ...each, ref: id })) : [];
