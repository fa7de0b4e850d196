import { Text, Whole } from '../openapi/fields.ts';
import { malformed } from '../problem/problem.ts';
import { isCalendarDay, isInstant } from './calendar-day.ts';

export class PageQuery {
  @Whole(1, 100, { description: 'How many at most.', example: 20, optional: true }) limit: number = 20;
  @Text(1, 400, { description: '`nextCursor` of the page before, unchanged.', example: 'WyIyMDI2LTExLTIzIl0', optional: true }) cursor?: string;
}

/** Where a page ended: the sort values of its last row, opaque to clients. */
export const encodeCursor = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** What one sort value of a cursor must be, so that the database can read it; a regular expression is one. */
export interface CursorPart {
  test(value: string): boolean;
}

/** `shape`: one check per sort value; anything else is a malformed request (400). */
export function decodeCursor(cursor: string | undefined, shape: readonly CursorPart[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  const wrong = malformed([{ pointer: '/cursor', code: 'cursor' }]);
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw wrong;
  }
  if (!Array.isArray(values) || values.length !== shape.length) throw wrong;
  return values.map((value: unknown, index) => {
    if (typeof value !== 'string' || !shape[index]!.test(value)) throw wrong;
    return value;
  });
}

export const CURSOR_UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const CURSOR_INSTANT: CursorPart = { test: isInstant };
export const CURSOR_DAY: CursorPart = { test: isCalendarDay };
/** A name: no control characters, no halves of characters. */
export const CURSOR_NAME = /^[^\p{Cc}\p{Cs}]{1,80}$/u;

/** Cuts the extra row that `limit + 1` fetched and says where to go on. */
export function page<Row, View>(
  rows: Row[],
  limit: number,
  view: (row: Row) => View,
  cursorOf: (row: Row) => readonly string[],
): { items: View[]; nextCursor?: string } {
  const shown = rows.slice(0, limit);
  const items = shown.map(view);
  return rows.length > limit ? { items, nextCursor: encodeCursor(cursorOf(shown.at(-1)!)) } : { items };
}
