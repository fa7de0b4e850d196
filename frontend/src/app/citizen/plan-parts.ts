import { type MyConsentView, type MyPlanView } from '@samspel/shared/api.ts';

/** What a person would notice when it comes, goes or changes on their page. */
export function noticedIn(plan: MyPlanView): readonly unknown[] {
  return [
    plan.holder?.name,
    plan.nextStep,
    plan.plan,
    plan.myWords?.text,
    ...plan.myGoals.map(({ text }) => text),
    plan.handover && [plan.handover.state, plan.handover.day],
    plan.case?.closedAt,
    ...plan.team.map((helper) => [helper.name, helper.coordinates]),
    ...plan.consents.map((consent) => [consent.id, consent.state]),
    ...plan.timeline.map((item) => item.id),
  ];
}

const STANDING: readonly MyConsentView['state'][] = ['VALID', 'EXPIRING', 'UPCOMING'];

/** Whether the yes stands or is about to: what can be taken back. */
export function stands(consent: MyConsentView): boolean {
  return STANDING.includes(consent.state);
}

/** Everybody who may be told under a consent, by name. */
export function receiversOf(consent: MyConsentView): readonly string[] {
  return [...consent.recipients.organisations.map((each) => each.name), ...consent.recipients.contacts.map((each) => each.name)];
}

/** How many organisations share or are told something now, each counted once. */
export function organisationsIn(consents: readonly MyConsentView[]): number {
  const valid = consents.filter((consent) => consent.state === 'VALID' || consent.state === 'EXPIRING');
  return new Set(valid.flatMap((consent) => [consent.disclosingOrganisation.id, ...consent.recipients.organisations.map((each) => each.id)])).size;
}

/** "a, b och c" in the language of the page. */
export function listed(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
