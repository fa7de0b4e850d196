import { fourItems } from '../four-items.rules.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { VersionFacts } from './facts.sql.ts';
import { type FrozenItem, textOf, wordsOf } from './frozen-item.ts';
import type { MissingItemView, WithoutPlainWordsView } from './publication.dto.ts';

/** What the statute asks of a SIP and the plan does not answer yet. Other plans have no such list. */
export function missingItems(items: readonly FrozenItem[], facts: VersionFacts): MissingItemView[] {
  if (facts.type !== 'SIP') return [];
  const activities = items.flatMap(({ itemId, kind, frozen }) => {
    const { provider, state, ownerKind, requestedKind } = frozen;
    return kind === 'ACTIVITY' && provider && state && ownerKind
      ? [{ id: itemId, provider, state, ownerKind, requestedKind: requestedKind ?? null }]
      : [];
  });
  const basis = { activities, noOtherMeasures: facts.noOtherMeasures, responsiblePrincipalId: facts.responsibleAuthority };
  return fourItems(basis).flatMap(({ item, gaps }) => gaps.map((gap) => ({ item, ...gap })));
}

/** What the person would read in the team’s words. Their own goals are plain already. */
export function withoutPlainWords(items: readonly FrozenItem[]): WithoutPlainWordsView[] {
  return items
    .filter((item) => (item.kind === 'GOAL' || item.kind === 'ACTIVITY') && item.organisation !== null && wordsOf(item, 'plain') === null)
    .map((item) => ({ itemId: item.itemId, text: textOf(item) }));
}

export const planIncomplete = (missing: readonly MissingItemView[]): Problem =>
  new Problem(
    409,
    'plan.incomplete',
    'Planen är inte klar att publicera',
    'En samordnad individuell plan ska svara på lagens fyra punkter. Något av dem saknas.',
    { extra: { missing: missing.map(({ item, code, itemId }) => ({ item, code, itemId })) } },
  );
