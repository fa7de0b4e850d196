export const MY_DAY_REQUESTS = ['COORDINATOR_REQUEST', 'JOIN_REQUEST'] as const;
export type MyDayRequestKind = (typeof MY_DAY_REQUESTS)[number];

/** Next steps due within this many days are shown ahead. */
export const UPCOMING_DAYS = 14;
