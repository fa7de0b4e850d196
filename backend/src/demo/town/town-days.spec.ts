import { jest } from '@jest/globals';
import { type RunningApp, startApp } from '../../../test/support/app.ts';
import { behindTheLocks } from '../../../test/support/database.ts';
import { dayIn } from '../../platform/clock/clock.ts';
import { TownSeed } from '../town-seed.ts';
import { EVA_EVENTS } from './eva-events.ts';
import { momentAt } from './town-calendar.ts';

/** The nineteen days of the story when the town is built in the mock-ups' week, as the source's own example calendar has them. */
const MOCKED_UP = [
  '2026-01-12', '2026-01-12', '2026-01-19', '2026-02-09', '2026-02-12', '2026-02-16', '2026-02-23', '2026-03-09', '2026-04-06', '2026-04-08',
  '2026-05-04', '2026-06-01', '2026-06-22', '2026-08-03', '2026-09-08', '2026-09-28', '2026-10-28', '2026-11-16', '2026-11-20',
]; // prettier-ignore

describe('the town, built', () => {
  let running: RunningApp;
  afterEach(() => running.close());

  const buildOn = async (day: string, clock: string): Promise<void> => {
    running = await startApp();
    // What "real time" is for the seed: everything else in it is counted from there.
    jest.spyOn(running.clock, 'reset').mockImplementation(() => running.clock.moveTo(momentAt(day, clock)));
    await running.app.get(TownSeed).seedOnce(() => undefined);
  };
  const ahead = (): Promise<object[]> =>
    behindTheLocks(running.database, 'select kind, occurred_at from timeline_event where greatest(occurred_at, recorded_at) > app.domain_now()');

  it('on the mock-ups’ Monday, has the mock-ups’ days', async () => {
    await buildOn('2026-11-23', '8.40');
    const rows = await behindTheLocks<{ text: string; at: Date }>(
      running.database,
      `select text, occurred_at as at from timeline_event where kind = 'told'`,
    );
    expect(EVA_EVENTS.map(({ text }) => dayIn(rows.find((row) => row.text === text)!.at))).toEqual(MOCKED_UP);
    expect(await ahead()).toEqual([]);
  }, 60_000);

  it.each([
    ['a Friday before noon', '2026-11-27', '10.00'],
    ['a Sunday night', '2026-11-29', '23.50'],
    ['New Year’s Day, just after midnight', '2027-01-01', '0.05'],
    ['a leap day', '2028-02-29', '9.00'],
    ['Easter Monday', '2027-03-29', '12.00'],
    ['Midsummer Eve', '2027-06-25', '7.00'],
  ])(
    'on %s, is whole and holds nothing from the future',
    async (_, day, clock) => {
      await buildOn(day, clock);
      expect(await ahead()).toEqual([]);
      expect(await behindTheLocks(running.database, `select status, count(*)::int as count from coordination_case group by 1 order by 1`)).toEqual([
        { status: 'CLOSED', count: 1 },
        { status: 'OPEN', count: 10 },
      ]);
      const [eva] = await behindTheLocks<{ overdue: boolean }>(
        running.database,
        `select c.next_step_due < app.domain_today() as overdue from coordination_case c join person p on p.id = c.person_id where p.given_name = 'Eva'`,
      );
      expect(eva).toEqual({ overdue: false });
    },
    60_000,
  );
});
