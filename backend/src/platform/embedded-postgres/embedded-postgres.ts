import { rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { assertServer } from './assert-server.ts';
import { ensureCluster } from './cluster.ts';
import { launch } from './launch.ts';
import { leaseHolder, takeLease } from './lease.ts';
import { choosePlace, homeOf, type Place } from './place.ts';
import { adminUrl, type Postmaster, runningPostmaster, stopPostmaster, untilReady } from './postmaster.ts';

export interface EmbeddedPostgresOptions {
  /** The `.data` folder of the clone. */
  folder: string;
  /** Fixed port; a free one when left out. */
  port?: number;
  /** For tests: fast instead of durable, and deleted at stop. */
  ephemeral?: boolean;
  /** Receives what a person at the terminal should know, a line at a time. */
  say?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Superuser on the loopback, for migrations and roles only. */
  adminUrl: string;
  port: number;
  /** True when the server had survived its application and was taken over. */
  adopted: boolean;
  dataFolder: string;
  stop(): Promise<void>;
}

const RECOVERY_MS = 60_000;

/**
 * Starts the packaged PostgreSQL on a folder, or adopts the one that survived there. Installs no signal handlers: whoever starts it, stops it.
 * @throws with a message for the person at the terminal when folder or port is taken, or the server does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { folder, port, ephemeral = false, say = () => undefined } = options;
  const place = choosePlace(folder, say);
  const release = takeLease(join(folder, 'lease'));
  try {
    if (place.leftover) await discardLeftover(place, say);
    const password = ensureCluster(place, ephemeral, say);
    const survivor = await adopt(place, password, port, say);
    const server = survivor ?? (await launch(place, password, port, ephemeral));
    const url = adminUrl(server.port, password);
    await check(url, ephemeral);
    const stop = async (): Promise<void> => {
      await stopPostmaster(server.pid);
      release();
      if (ephemeral) removeFiles(folder);
    };
    return { adminUrl: url, port: server.port, adopted: survivor !== undefined, dataFolder: place.data, stop };
  } catch (error) {
    release();
    throw error;
  }
}

/** Stops and deletes what a killed process left in a folder. @returns false when its process still lives. */
export async function removeEmbeddedPostgres(folder: string): Promise<boolean> {
  if (leaseHolder(join(folder, 'lease')) !== undefined) return false;
  const survivor = runningPostmaster(join(homeOf(folder), 'data'));
  if (survivor) await stopPostmaster(survivor.pid);
  removeFiles(folder);
  return true;
}

function removeFiles(folder: string): void {
  const home = homeOf(folder);
  rmSync(home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  try {
    rmdirSync(dirname(home));
  } catch {
    // The clone's folder outside still holds binaries or other data; one inside is gone already.
  }
}

/** Deleting `.data` means starting over, also when the data themselves lie outside the clone. */
async function discardLeftover(place: Place, say: (line: string) => void): Promise<void> {
  const survivor = runningPostmaster(place.data);
  if (survivor) await stopPostmaster(survivor.pid);
  rmSync(place.data, { recursive: true, force: true });
  say('Removed the data of an earlier data folder of this clone.');
}

async function adopt(place: Place, password: string, port: number | undefined, say: (line: string) => void): Promise<Postmaster | undefined> {
  const survivor = runningPostmaster(place.data);
  if (!survivor) return undefined;
  const alive = (): boolean => runningPostmaster(place.data)?.pid === survivor.pid;
  try {
    await untilReady(adminUrl(survivor.port, password), place.data, alive, RECOVERY_MS);
  } catch (error) {
    if (alive()) throw error;
    return undefined; // it died while we waited: an ordinary start recovers the data
  }
  if (port === undefined || port === survivor.port) {
    say('The database was still running and has been taken over.');
    return survivor;
  }
  await stopPostmaster(survivor.pid);
  return undefined;
}

async function check(url: string, ephemeral: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await assertServer(client, { ephemeral });
  } finally {
    await client.end();
  }
}
