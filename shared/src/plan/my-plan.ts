/** How an activity goes, as the person reads it. WAITING: somebody has been asked, or has to be, and nobody has said yes. */
export const MY_ACTIVITY_STATES = ['WAITING', 'PLANNED', 'GOING', 'STUCK', 'DONE', 'ENDED'] as const;
export type MyActivityState = (typeof MY_ACTIVITY_STATES)[number];

export const MY_DOERS = ['ME', 'STAFF', 'OTHER'] as const;
export type MyDoer = (typeof MY_DOERS)[number];

export const MY_NEXT_KINDS = ['ACTIVITY', 'NEXT_STEP'] as const;
export type MyNextKind = (typeof MY_NEXT_KINDS)[number];

export const MY_ACTIVITY_ACTIONS = ['me.complete', 'me.reopen'] as const;
export type MyActivityAction = (typeof MY_ACTIVITY_ACTIONS)[number];

/** The printed plan: the team's complete one, or the person's own in simple Swedish. */
export const DOCUMENT_VARIANTS = ['staff', 'simple'] as const;
export type DocumentVariant = (typeof DOCUMENT_VARIANTS)[number];
