import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..');

/** Files with a `style="…"` attribute; `[style.x]` goes through the object model and is allowed. */
export function staticStyles(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|html)$/.test(file) && !/\.(spec|testing)\.ts$/.test(file))
    .filter((file) => /\sstyle="/.test(readFileSync(join(SOURCES, file), 'utf8')));
}
