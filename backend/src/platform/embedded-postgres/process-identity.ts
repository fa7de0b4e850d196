import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What tells a process from a later one that was given the same number. */
export interface ProcessIdentity {
  /** Program name, without its folder. */
  name: string;
  started: string;
}

/** @returns undefined when there is no such process; a zombie, dead but not collected by its parent, counts as none. */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessIdentity | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // proc(5): the name stands in parentheses and may itself hold spaces and parentheses; state is field 3, start time field 22.
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : { name: stat.slice(stat.indexOf('(') + 1, end), started: fields[19] ?? '' };
}

function fromPs(pid: number): ProcessIdentity | undefined {
  const answer = spawnSync('ps', ['-o', 'stat=,lstart=,comm=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  const found = /^(\S+)\s+(\S+ +\S+ +\S+ +\S+ +\S+)\s+(.*)$/.exec(answer.status === 0 ? answer.stdout.trim() : '');
  if (!found || found[1]?.startsWith('Z')) return undefined;
  return { name: (found[3] ?? '').replace(/^.*\//, ''), started: found[2] ?? '' };
}
