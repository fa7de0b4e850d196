import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namespaceOf, TEXT_FEATURES } from './language.ts';

const SOURCES = join(import.meta.dirname, '..');
const NAMESPACES = TEXT_FEATURES.map(namespaceOf).join('|');
const PLURALS = ['one', 'other'];
/** A quoted text that begins with a feature's word: `'ui.close'`, `'kit.tags.' +`, `` `shell.language.${…}` ``. */
const LITERAL = new RegExp(`(['"\`])((?:${NAMESPACES})\\.[\\w.-]*)(\\1|\\$\\{)`, 'g');
/** Where a literal must be a text key and may not be anything else: `t`, `count` as pipe or call, and `key`. */
const PLACES = [/'([\w.-]+)'\s*(?:\)\s*)?\|\s*(?:t|count)\b/g, /\b(?:words\.t|words\.count|key)\(\s*['"]([\w.-]+)['"]/g];

export interface KeyUse {
  /** Keys named whole. */
  readonly keys: ReadonlySet<string>;
  /** Beginnings of keys that are put together at run time. */
  readonly prefixes: ReadonlySet<string>;
  /** Keys that must exist, with the file that says so. */
  readonly demanded: ReadonlyMap<string, string>;
}

/** Every text key the sources of the client mention. */
export function keysInSources(): KeyUse {
  const keys = new Set<string>();
  const prefixes = new Set<string>();
  const demanded = new Map<string, string>();
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(ts|html)$/.test(file) || /\.(spec|testing)\.ts$/.test(file)) continue;
    const source = readFileSync(join(SOURCES, file), 'utf8');
    for (const [, , text = '', end] of source.matchAll(LITERAL)) {
      if (end === '${' || text.endsWith('.')) prefixes.add(text);
      else keys.add(text);
    }
    for (const place of PLACES) {
      for (const [, text = ''] of source.matchAll(place))
        if (text.includes('.') && !text.startsWith('.') && !text.endsWith('.')) demanded.set(text, file);
    }
  }
  return { keys, prefixes, demanded };
}

/** The keys of a text file, each as the sources name it: a plural counts as one key. */
export function keysOf(texts: object, prefix: string): string[] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]) => {
    const key = `${prefix}.${name}`;
    if (typeof value !== 'object' || value === null) return [key];
    return isPlural(value) ? [key] : keysOf(value, key);
  });
}

export function isUsed(key: string, use: KeyUse): boolean {
  return use.keys.has(key) || [...use.prefixes].some((prefix) => key.startsWith(prefix));
}

function isPlural(value: object): boolean {
  return PLURALS.every((form) => form in value);
}
