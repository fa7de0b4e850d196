/** What a sign-in has proved, from the ID token's claims in the names of oidc.se (Sweden Connect) and of Inera. */
export interface Identity {
  readonly name: string;
  readonly acr: string;
  readonly authenticatedAt: Date;
  readonly hsaId?: string;
  readonly orgAffiliation?: string;
  /** Twelve digits; personnummer or samordningsnummer. */
  readonly personalNumber?: string;
}

const CLAIM = 'https://id.oidc.se/claim/';
const NAMES = {
  hsaId: ['employeeHsaId'],
  orgAffiliation: [`${CLAIM}orgAffiliation`],
  personalNumber: [`${CLAIM}personalIdentityNumber`, `${CLAIM}coordinationNumber`, 'personalIdentityNumber', 'credentialPersonalIdentityNumber'],
} as const;

/** Level of assurance 3 or 4 (DIGG). The eIDAS and uncertified levels are not accepted. */
const ASSURED = new Set(['http://id.elegnamnden.se/loa/1.0/loa3', 'http://id.elegnamnden.se/loa/1.0/loa4']);
export const LOA3 = 'http://id.elegnamnden.se/loa/1.0/loa3';

export const isAssured = (acr: string): boolean => ASSURED.has(acr);

/** `now` bounds a provider whose clock is ahead: a sign-in is never younger than this moment. */
export function identityFrom(claims: Record<string, unknown>, now: Date): Identity {
  const text = (names: readonly string[]): string | undefined =>
    names.map((name) => claims[name]).find((value) => typeof value === 'string' && value !== '') as string | undefined;
  const signedAt = typeof claims['auth_time'] === 'number' ? claims['auth_time'] * 1_000 : now.getTime();
  const hsaId = text(NAMES.hsaId);
  const orgAffiliation = text(NAMES.orgAffiliation);
  const personalNumber = text(NAMES.personalNumber);
  return {
    name: text(['name']) ?? [text(['given_name']), text(['family_name'])].filter(Boolean).join(' '),
    acr: text(['acr']) ?? '',
    authenticatedAt: new Date(Math.min(signedAt, now.getTime())),
    ...(hsaId && { hsaId }),
    ...(orgAffiliation && { orgAffiliation }),
    ...(personalNumber && /^\d{12}$/.test(personalNumber) && { personalNumber }),
  };
}
