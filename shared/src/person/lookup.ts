/** Look-ups of a personnummer that one staff member may make in any hour. */
export const LOOKUPS_AN_HOUR = 30;
