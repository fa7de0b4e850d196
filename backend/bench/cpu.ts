import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** CPU seconds a process and its descendants have used so far, from the operating system's accounting (Linux). */
export function cpuSeconds(rootPid: number): number {
  const parents = new Map<number, number>();
  const used = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = readStat(entry);
    if (!stat) continue;
    parents.set(Number(entry), stat.parent);
    used.set(Number(entry), stat.ticks);
  }
  const belongs = (pid: number): boolean => pid === rootPid || (parents.has(pid) && belongs(parents.get(pid)!));
  return [...used].reduce((sum, [pid, ticks]) => (belongs(pid) ? sum + ticks : sum), 0) / TICKS_PER_SECOND;
}

function readStat(pid: string): { parent: number; ticks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined; // it ended while we looked
  }
}
