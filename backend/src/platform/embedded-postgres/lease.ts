import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identify } from './process-identity.ts';

/** Who holds a folder: the process number alone could by now belong to somebody else. */
interface Holder {
  pid: number;
  started: string;
}

/**
 * Takes a folder for this process. A second one would adopt the same server and see it stop under its feet.
 * @returns the release. @throws when a living process holds it.
 */
export function takeLease(file: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, started: identify(process.pid)?.started ?? '' } satisfies Holder);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = leaseHolder(file);
    if (holder !== undefined)
      throw new Error(
        `Process ${holder} already runs Samspel on ${file.replace(/[^/\\]*$/, '')}. Stop it first, or choose another folder with SAMSPEL_DATA.`,
      );
    rmSync(file, { force: true });
  }
  throw new Error(`Another process took ${file} at the same moment. Try again.`);
}

/** The number of the living process that holds the lease, if any. */
export function leaseHolder(file: string): number | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return identify(pid)?.started === started ? pid : undefined;
  } catch {
    return undefined;
  }
}
