import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys for identifiers, made once per data folder and kept beside the database, never in it. */
export function installKeys(folder: string): Record<'IDENTIFIER_KEY' | 'IDENTIFIER_INDEX_KEY', string> {
  const file = join(folder, 'keys.json');
  if (!existsSync(file)) {
    const key = (): string => randomBytes(32).toString('base64');
    writeFileSync(file, JSON.stringify({ IDENTIFIER_KEY: key(), IDENTIFIER_INDEX_KEY: key() }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof installKeys>;
}
