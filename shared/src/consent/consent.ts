/** What a consent may let an organisation share. */
export const INFORMATION_CATEGORIES = ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'HEALTH', 'SOCIAL_SUPPORT', 'PLAN'] as const;
export type InformationCategory = (typeof INFORMATION_CATEGORIES)[number];

export const CONSENT_FORMS = ['ORAL', 'WRITTEN', 'DIGITALLY_SIGNED'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];

/** Who said yes: the person, a guardian, or somebody else who may speak for them. */
export const CONSENT_GIVERS = ['SELF', 'GUARDIAN', 'REPRESENTATIVE'] as const;
export type ConsentGiver = (typeof CONSENT_GIVERS)[number];

export const WITHDRAWAL_WAYS = ['PERSON', 'STAFF'] as const;
export type WithdrawalWay = (typeof WITHDRAWAL_WAYS)[number];

/** Versions of the information text that is read to the person before they answer; the newest first. */
export const CONSENT_TEXT_VERSIONS = ['2026-11'] as const;
export type ConsentTextVersion = (typeof CONSENT_TEXT_VERSIONS)[number];

export const CONSENT_STATES = ['UPCOMING', 'VALID', 'EXPIRING', 'EXPIRED', 'WITHDRAWN'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** How a whole case stands. */
export const CONSENT_STANDINGS = ['VALID', 'EXPIRING', 'EXPIRED', 'NONE'] as const;
export type ConsentStanding = (typeof CONSENT_STANDINGS)[number];

export const CONSENT_ACTIONS = ['consent.withdraw'] as const;
export type ConsentAction = (typeof CONSENT_ACTIONS)[number];

/** No consent runs longer than this; whoever goes on needing it is asked again. */
export const CONSENT_MAX_MONTHS = 12;
/** A consent that ends within this many days is announced, so that the question can be asked in time. */
export const CONSENT_EXPIRING_DAYS = 30;
