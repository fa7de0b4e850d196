import { type RunningApp, startApp } from '../../test/support/app.ts';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { clearHalfBuiltTown } from './half-built-town.ts';
import { TownSeed } from './town-seed.ts';

const silent = (): void => undefined;

describe('a start that was killed while it built the town', () => {
  let database: TestDatabase;
  let running: RunningApp | undefined;

  beforeAll(async () => {
    database = await freshDatabase();
    // The database outlives the app that was killed over it.
    const kept = { ...database, drop: () => Promise.resolve() };
    running = await startApp({ database: kept });
    const killed = running.app.get(TownSeed).seedOnce((line) => {
      if (/case 2/.test(line)) throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    // A killed process has no time to put the clock right.
    await behindTheLocks(database, `update demo_clock set shift = interval '-90 days'`);
  }, 60_000);
  afterAll(() => running?.close());

  it('is noticed by the next seed, which adds nothing to the half', async () => {
    await expect(running!.app.get(TownSeed).seedOnce(silent)).rejects.toThrow(/half built/);
  });

  it('is left alone while somebody works in the database', async () => {
    await expect(clearHalfBuiltTown(database.urls.owner, silent, 200)).rejects.toThrow(/Another Samspel/);
    expect(await behindTheLocks(database, 'select count(*)::int as count from coordination_case')).toEqual([{ count: 2 }]);
  });

  it('is cleared away by the next start, which then builds the whole town', async () => {
    await running!.close();
    const said: string[] = [];
    expect(await clearHalfBuiltTown(database.urls.owner, (line) => said.push(line))).toBe(true);
    expect(said).toHaveLength(1);
    running = await startApp({ database });
    await running.app.get(TownSeed).seedOnce(silent);
    expect(await behindTheLocks(database, 'select count(*)::int as count from coordination_case')).toEqual([{ count: 22 }]);
    expect(await behindTheLocks(database, `select shift = interval '0' as real from demo_clock`)).toEqual([{ real: true }]);
    expect(await clearHalfBuiltTown(database.urls.owner, silent)).toBe(false);
  }, 120_000);
});
