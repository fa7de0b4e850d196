import { spawnSync } from 'node:child_process';

/** The unprivileged account that runs the database when the application itself is root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so a root parent lends it an existing account.
 * @returns undefined when the process is not root: then its own account runs the database.
 */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new Error('Running as root needs an account named "postgres" or "nobody" for the database. Start as an ordinary user, or set DATABASE_URL.');
}

/** Spawn options that run a program as the account; `/` because the account may not be allowed into the current folder. */
export function runAs(account: Account | undefined): { cwd: string; uid?: number; gid?: number } {
  return account ? { cwd: '/', uid: account.uid, gid: account.gid } : { cwd: '/' };
}

/** Whether the account can both reach the folder through all its parents and write in it. */
export function canWriteIn(folder: string, account: Account | undefined): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'test -x "$1" && test -w "$1"', 'sh', folder], runAs(account));
  return probe.status === 0;
}

/** Hands a tree over to the account; nothing to do when the process's own account runs the database. */
export function giveTo(account: Account | undefined, path: string): void {
  if (!account) return;
  const done = spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, path], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`Could not hand ${path} over to the account ${account.name}: ${done.stderr}`);
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : undefined;
}
