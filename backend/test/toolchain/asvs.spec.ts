import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

const STATES = ['met', 'partly', 'not yet', 'not applicable'];
const HEADER = 'id,level,where,test,state,note';

interface Requirement {
  id: string;
  level: string;
  where: string[];
  test: string[];
  state: string;
  note: string;
}

/** No field holds a line break; a quoted one may hold commas (RFC 4180). */
function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

const paths = (field: string): string[] => field.split(' ').filter(Boolean);

function requirements(): Requirement[] {
  const [header, ...lines] = text('docs/asvs.csv').trimEnd().split('\n');
  expect(header).toBe(HEADER);
  return lines.map((line) => {
    const row = fields(line);
    expect([line, row.length]).toEqual([line, 6]);
    const [id, level, where, test, state, note] = row as [string, string, string, string, string, string];
    return { id, level, where: paths(where), test: paths(test), state, note };
  });
}

describe('docs/asvs.csv', () => {
  const rows = requirements();

  it('has every requirement of the standard once, with its level', () => {
    const known = [...text('docs/asvs-ids.txt').matchAll(/(\d+\.\d+\.\d+)\(L([123])\)/g)].map(([, id, level]) => `${id} ${level}`);
    expect(known.length).toBeGreaterThan(300);
    expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(known);
  });

  it('names only files that exist', () => {
    const missing = rows.flatMap(({ id, where, test }) =>
      [...where, ...test].filter((path) => !existsSync(join(root, path))).map((path) => `${id}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('says of each how far it is met, and why', () => {
    expect(rows.filter(({ state, note }) => !STATES.includes(state) || note === '')).toEqual([]);
  });

  it('shows where each one is met, in whole or in part', () => {
    expect(rows.filter(({ state, where }) => ['met', 'partly'].includes(state) && where.length === 0)).toEqual([]);
  });

  it('names specs as tests', () => {
    expect(rows.flatMap(({ test }) => test).filter((path) => !path.endsWith('.spec.ts'))).toEqual([]);
  });
});
