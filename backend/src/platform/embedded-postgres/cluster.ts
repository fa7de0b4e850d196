import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveTo, runAs } from './account.ts';
import { type Place } from './place.ts';

const MAJOR = '18';

/**
 * Makes sure that the place holds a database cluster of ours.
 * @returns the superuser's password. @throws when the folder holds something else.
 */
export function ensureCluster(place: Place, ephemeral: boolean, say: (line: string) => void): string {
  if (existsSync(place.data) && readdirSync(place.data).length > 0) {
    refuseForeign(place);
    return readFileSync(place.passwordFile, 'utf8').trim();
  }
  say('Creating the database (PostgreSQL 18) …');
  return createCluster(place, ephemeral);
}

function refuseForeign(place: Place): void {
  const owner = statSync(place.data).uid;
  const expected = place.account?.uid ?? process.getuid?.() ?? owner;
  if (owner !== expected)
    throw new Error(`${place.data} belongs to another account (${owner}). Start as that account, or choose another folder with SAMSPEL_DATA.`);
  if (!existsSync(join(place.data, 'PG_VERSION')))
    throw new Error(`${place.data} exists and is no database. Move it away, or choose another folder with SAMSPEL_DATA.`);
  const version = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR)
    throw new Error(
      `${place.data} was made by PostgreSQL ${version}; this one is ${MAJOR}. Move it away, or choose another folder with SAMSPEL_DATA.`,
    );
  if (!existsSync(place.passwordFile)) throw new Error(`${place.passwordFile} is missing, so the database in ${place.data} cannot be opened.`);
}

/** Built beside its final name, so that an interrupted creation is never taken for a database. */
function createCluster(place: Place, ephemeral: boolean): string {
  const half = `${place.data}.new`;
  const handover = `${half}.password`;
  const password = randomBytes(32).toString('base64url');
  rmSync(half, { recursive: true, force: true });
  rmSync(handover, { force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(place.passwordFile, `${password}\n`, { mode: 0o600 });
  writeFileSync(handover, `${password}\n`, { mode: 0o600 });
  giveTo(place.account, half);
  giveTo(place.account, handover);
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${handover}`, '--encoding=UTF8', '--data-checksums'];
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=sv-SE'];
  const done = spawnSync(join(place.binaries, 'bin', 'initdb'), ['-D', half, ...flags, ...locale, ...(ephemeral ? ['--no-sync'] : [])], {
    ...runAs(place.account),
    encoding: 'utf8',
  });
  rmSync(handover, { force: true });
  if (done.status !== 0) throw new Error(`The database could not be created: ${done.error?.message ?? done.stderr}`);
  rmSync(place.data, { recursive: true, force: true });
  renameSync(half, place.data);
  return password;
}
