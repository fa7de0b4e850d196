import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, canWriteIn, databaseAccount } from './account.ts';
import { type Binaries, canRun, copyBinaries, packagedBinaries } from './binaries.ts';

/** Where one embedded server lives: data, password and log lie side by side in `home`. */
export interface Place {
  home: string;
  data: string;
  passwordFile: string;
  log: string;
  binaries: string;
  account: Account | undefined;
  /** True when an unrecorded home was found outside the clone: what a deleted `.data` left behind. */
  leftover: boolean;
}

const WHERE = 'where';

/**
 * Decides where the server of `folder` lives, and makes that place usable for the account that runs it.
 * As root the account may not get into the clone (a parent with mode 0700); then its things lie outside, and `folder/where` says where.
 */
export function choosePlace(folder: string, say: (line: string) => void): Place {
  makeFolder(folder);
  const real = realpathSync(folder);
  const account = databaseAccount();
  const packaged = packagedBinaries();
  const binaries = canRun(packaged.folder, account) ? packaged.folder : movedBinaries(packaged, account);
  const recorded = recordedHome(real, packaged);
  const home = join(real, 'postgres');
  if (recorded === undefined && prepareHome(home, account)) return placeAt(home, binaries, account, false);
  if (!account)
    throw new Error(`${real} cannot be written by this account. Start as the account that owns it, or choose another folder with SAMSPEL_DATA.`);
  if (existsSync(join(home, 'data', 'PG_VERSION'))) {
    throw new Error(
      `The account ${account.name}, which runs the database, can no longer reach ${home}. Restore the permissions of the folders above it.`,
    );
  }
  const outside = recorded ?? join(outsideFolder(packaged.clone, account), dataName(real));
  const leftover = recorded === undefined && existsSync(outside);
  if (!prepareHome(outside, account)) throw new Error(`The account ${account.name} cannot write in ${outside}, where the database should live.`);
  rmSync(home, { recursive: true, force: true });
  writeFileSync(join(real, WHERE), `${outside}\n`);
  say(`The account ${account.name}, which runs the database, cannot reach ${real}. The database lives in ${outside}.`);
  return placeAt(outside, binaries, account, leftover);
}

/** The home recorded for this folder, for those who clean up after a dead process. */
export function homeOf(folder: string): string {
  const record = join(folder, WHERE);
  return existsSync(record) ? readFileSync(record, 'utf8').trim() : join(folder, 'postgres');
}

function placeAt(home: string, binaries: string, account: Account | undefined, leftover: boolean): Place {
  return { home, data: join(home, 'data'), passwordFile: join(home, 'password'), log: join(home, 'postgres.log'), binaries, account, leftover };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be created. Choose another one with SAMSPEL_DATA.`, { cause });
  }
}

/** A record that names another clone's home came along in a copy or a move: two clones never share data. */
function recordedHome(folder: string, packaged: Binaries): string | undefined {
  if (!existsSync(join(folder, WHERE))) return undefined;
  const home = homeOf(folder);
  return basename(home) === dataName(folder) && basename(dirname(home)) === cloneName(packaged.clone) ? home : undefined;
}

/** Creates the home and tells whether the account can work there. Modes are set by hand: the umask of root may shut the account out. */
function prepareHome(home: string, account: Account | undefined): boolean {
  try {
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o755);
    const probe = join(home, 'probe');
    mkdirSync(probe, { recursive: true });
    if (account) chownSync(probe, account.uid, account.gid);
    const usable = canWriteIn(probe, account);
    rmSync(probe, { recursive: true });
    return usable;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function movedBinaries(packaged: Binaries, account: Account | undefined): string {
  if (!account) throw new Error(`PostgreSQL in ${packaged.folder} does not run on this machine. Set DATABASE_URL to a PostgreSQL 18 server.`);
  const copy = copyBinaries(packaged, outsideFolder(packaged.clone, account), account);
  if (!canRun(copy, account)) throw new Error(`PostgreSQL in ${copy} does not run on this machine. Set DATABASE_URL to a PostgreSQL 18 server.`);
  return copy;
}

/** One folder per clone, owned by the account, in the first system folder that lets the account in. */
function outsideFolder(clone: string, account: Account): string {
  for (const base of ['/var/lib', '/var/tmp', tmpdir()]) {
    const folder = join(base, cloneName(clone));
    try {
      mkdirSync(folder, { recursive: true });
    } catch {
      continue;
    }
    // In a folder that everybody may write in, somebody else could have put a link or a folder under this name.
    const found = lstatSync(folder);
    if (!found.isDirectory() || ![0, account.uid].includes(found.uid)) continue;
    chownSync(folder, account.uid, account.gid);
    chmodSync(folder, 0o755);
    if (canWriteIn(folder, account)) return folder;
  }
  throw new Error(`The account ${account.name}, which runs the database, can write neither in the clone nor in /var/lib, /var/tmp or ${tmpdir()}.`);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
const cloneName = (clone: string): string => `samspel-${digest(realpathSync(clone))}`;
const dataName = (folder: string): string => `data-${digest(folder)}`;
