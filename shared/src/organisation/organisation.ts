export const PRINCIPAL_KINDS = ['KOMMUN', 'REGION', 'FK', 'AF', 'FEDERATION'] as const;
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number];

export const STAFF_ROLES = ['CASEWORKER', 'SUPERVISOR', 'ADMINISTRATOR', 'FEDERATION_MANAGER'] as const;
export const UNIT_FUNCTIONS = ['intake', 'records'] as const;

/** Words used differently on one organisation card, at most. */
export const WORDS_MAX = 30;

export const LETTERS = /^[A-ZÅÄÖ]{1,3}$/;
export const EMAIL = /^[^\s@<>"]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
export const PHONE = /^\+?[0-9][0-9 -]{3,22}[0-9]$/;
/** As the database holds it; compared without regard to case (HSA, "Innehåll"). */
export const HSA_ID = /^SE[0-9]{10}-[A-Za-z0-9]{1,18}$/;
/** `<personal id>@<organisation number>` (OIDC Sweden, orgAffiliation). */
export const ORG_AFFILIATION = /^[^\s@]{1,100}@[0-9]{10}$/;
