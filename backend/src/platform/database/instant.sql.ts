/** SQL text of a timestamptz as a UTC instant (RFC 3339) inside JSON, where the session's time zone would otherwise show. */
export const instantJson = (expression: string): string => `to_char(${expression} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
