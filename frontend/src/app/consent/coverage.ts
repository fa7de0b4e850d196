import { type CaseView, type ConsentView, type InformationCategory, type OrganisationRef } from '@samspel/shared/api.ts';

/** A receiver in the team, who stands behind it, and whether a consent lets the reader's organisation share with it. */
export interface Receiver {
  readonly organisation: OrganisationRef;
  readonly people: readonly string[];
  readonly covered: boolean;
}

/** The other organisations of the team. The server decides again when something is shared; this is so that nobody chooses in vain. */
export function receivers(view: CaseView, ownOrganisationId: string, category?: InformationCategory): readonly Receiver[] {
  const found = new Map<string, { organisation: OrganisationRef; people: string[] }>();
  for (const { staff } of view.participants) {
    const { organisation } = staff;
    if (organisation.id === ownOrganisationId) continue;
    const known = found.get(organisation.id) ?? { organisation, people: [] };
    known.people.push(staff.name);
    found.set(organisation.id, known);
  }
  return [...found.values()].map((each) => ({ ...each, covered: covers(view.consents.items, ownOrganisationId, each.organisation.id, category) }));
}

/** Whether a consent in force lets `from` share with `to`: this kind of information, or any when none is named. */
export function covers(consents: readonly ConsentView[], from: string, to: string, category?: InformationCategory): boolean {
  return consents.some(
    (consent) =>
      inForce(consent) &&
      consent.disclosingOrganisation.id === from &&
      consent.recipients.organisations.some(({ id }) => id === to) &&
      (category === undefined || consent.informationCategories.includes(category)),
  );
}

export function inForce({ state }: Pick<ConsentView, 'state'>): boolean {
  return state === 'VALID' || state === 'EXPIRING';
}
