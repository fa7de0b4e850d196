import { type PersonHandoverView } from '@samspel/shared/api.ts';
import { type Words } from '../text/words.ts';

/**
 * What the person reads while somebody has been asked to take over: who has not answered, who holds it meanwhile, and that
 * nobody's duty by law moves. Staff read the same sentence before they send.
 */
export function planTruth(handover: PersonHandoverView, words: Words): string {
  return planSentences(handover, words).join(' ');
}

/** The same, part by part: simple Swedish says one thing at a time. */
export function planSentences({ scope, state, toOrganisation, day, ofDays, sender }: PersonHandoverView, words: Words): readonly string[] {
  const days = words.t(`citizen.handover.days.${day === 0 ? 'zero' : day > ofDays ? 'past' : 'of'}`, { n: day, of: ofDays });
  const at = words.t(`citizen.handover.at.${sender.organisation.kind === 'REGION' ? 'region' : 'other'}`, {
    organisation: sender.organisation.shortName,
  });
  const params = { receiver: toOrganisation.shortName, days, name: sender.givenName, at };
  if (toOrganisation.id === sender.organisation.id) {
    return [words.t('citizen.handover.colleague', params), words.t(`citizen.handover.within.${scope}`, params)];
  }
  const asked = words.t(`citizen.handover.${state === 'NEEDS_INFO' ? 'asksBack' : 'notYet'}`, params);
  return [asked, words.t(`citizen.handover.meanwhile.${scope}`, params), words.t('citizen.handover.duties')];
}
