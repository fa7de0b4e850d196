import { type LinkTemplateView, type PrincipalKind, type UnitRef } from '@samspel/shared/api.ts';
import { type Words } from '../text/words.ts';

/** The limits in the order a handover meets them, in Swedish working days, with the most the server takes. */
export const LIMITS = { receiptDays: 30, ownerDays: 60, firstContactDays: 60, loopDays: 250 } as const;
export type Limit = keyof typeof LIMITS;
export const LIMIT_NAMES = Object.keys(LIMITS) as readonly Limit[];
export const CHECKLIST_MAX = 20;

/** Which links it is for: "Försäkringskassan till Arbetsförmedlingen", or all. */
export function linkOf({ fromUnit, toUnit, fromKind, toKind }: LinkTemplateView, words: Words): string {
  const side = (unit: UnitRef | null, kind: PrincipalKind | null): string | null =>
    unit?.name ?? (kind === null ? null : words.t(`operations.kind.${kind}`));
  const [from, to] = [side(fromUnit, fromKind), side(toUnit, toKind)];
  if (from === null && to === null) return words.t('operations.link.all');
  return words.t('operations.link.fromTo', { from: from ?? words.t('operations.link.any'), to: to ?? words.t('operations.link.any') });
}

/** What is wrong with the limits before the server is asked: each stage takes at least as long as what it contains. */
export function wrongLimits(typed: Readonly<Record<Limit, string>>): Readonly<Record<Limit, string | false>> {
  const wrong = (limit: Limit): string | false => {
    const text = typed[limit].trim();
    if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > LIMITS[limit]) return 'range';
    if (limit === 'ownerDays' && Number(text) < Number(typed.receiptDays)) return 'before_receipt';
    return limit === 'loopDays' && Number(text) < Number(typed.firstContactDays) ? 'before_first_contact' : false;
  };
  return {
    receiptDays: wrong('receiptDays'),
    ownerDays: wrong('ownerDays'),
    firstContactDays: wrong('firstContactDays'),
    loopDays: wrong('loopDays'),
  };
}
