import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, type Json, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

/** Monday 23 November 2026, 09.00 in Sweden. */
const NOW = new Date('2026-11-23T08:00:00Z');

type Move = readonly [act: string, from: string, to: string, day: string, code?: string];
const sent = (day: string): Move => ['offer', 'DRAFT', 'OFFERED', day];
const received = (day: string): Move => ['receive', 'OFFERED', 'RECEIVED', day];
const accepted = (day: string): Move => ['accept', 'RECEIVED', 'ACCEPTED', day];
const met = (day: string, code: string): Move => ['record-first-contact', 'ACCEPTED', 'IN_PROGRESS', day, code];
const closed = (day: string): Move => ['acknowledge', 'COMPLETED', 'COMPLETED', day];

/** From FK to AF, all sent on Monday 9 November: what each of them lived through. */
const HISTORIES: Move[][] = [
  [sent('2026-11-09'), received('2026-11-10'), accepted('2026-11-10'), met('2026-11-11', 'WARM'), closed('2026-11-20')],
  [sent('2026-11-09'), received('2026-11-10'), accepted('2026-11-11'), met('2026-11-12', 'WARM')],
  [sent('2026-11-09'), received('2026-11-10'), accepted('2026-11-12'), met('2026-11-13', 'COLD')],
  [sent('2026-11-09'), received('2026-11-11'), accepted('2026-11-13'), met('2026-11-16', 'WARM')],
  [sent('2026-11-09'), received('2026-11-12'), accepted('2026-11-23'), met('2026-11-23', 'WARM')],
  [sent('2026-11-09'), ['decline', 'OFFERED', 'DECLINED', '2026-11-11', 'NO_CAPACITY']],
  [sent('2026-11-09')],
];

describe('measures of links', () => {
  let running: RunningApp, town: Town, eva: TownCase, maria: Client, per: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await running.clock.moveTo(NOW);
    eva = await makeCase(running, town, { person: 'eva' });
    for (const history of HISTORIES) await live('fk', 'af', history);
    // Another link of FK, with too few to tell of; and one that is none of FK's business.
    await live('fk', 'region', [sent('2026-11-10'), received('2026-11-11')]);
    await live('kommun', 'af', [sent('2026-11-10')]);
    // Before the period.
    await live('fk', 'af', [sent('2026-06-01'), received('2026-06-02')]);
    [maria, per] = [await signIn(running.url, 'maria.chef.fk'), await signIn(running.url, 'per.chef.af')];
  }, 60_000);
  afterAll(() => running?.close());

  /** A handover behind the locks with the history given, each move at 09.00 in Sweden; it has no clock of its own. */
  async function live(from: 'fk' | 'kommun', to: 'af' | 'region', history: readonly Move[]): Promise<string> {
    const sender = town.staff[from === 'fk' ? 'karin.fk' : 'sofia.kommun']!;
    const [row] = await behindTheLocks<{ id: string }>(
      running.database,
      `insert into handover (case_id, case_reference, scope, state, court, from_assignment_id, from_unit_id, from_organisation_id, to_unit_id, to_organisation_id,
         accountable_assignment_id, template_id, limits_version)
       select $1, 'S-1', 'CASE_OWNERSHIP', 'REVOKED', 'NOBODY', $2, $3, $4, $5, $6, $2, id, 1 from link_template where num_nonnulls(from_kind, to_kind) = 0 returning id`,
      [eva.caseId, sender.assignmentId, sender.unitId, sender.organisationId, town.unit[to], town.organisation[to]],
    );
    for (const [act, fromState, toState, day, code] of history)
      await behindTheLocks(
        running.database,
        `insert into handover_transition (handover_id, case_id, act, from_state, to_state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id, effective_at, reason_code, court)
         select id, case_id, $2, $3, $4, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id, $5, $6, 'RECEIVER' from handover where id = $1`,
        [row!.id, act, fromState, toState, `${day}T08:00:00Z`, code ?? null],
      );
    return row!.id;
  }

  const read = async (client: Client, query = '?from=2026-11-01&to=2026-11-30'): Promise<Json[]> => {
    const { status, body } = await client.get<Json>(`link-measures${query}`);
    expect(status).toBe(200);
    return body.items;
  };

  it('tell a supervisor how each of the own links does, from what was written down', async () => {
    const [link, few, ...rest] = await read(maria);
    expect(rest).toEqual([]);
    // Owners after 1, 2, 3, 4 and 10 working days; received by five after 1, 1, 1, 2 and 3, and by one that declined after 2.
    expect(link).toMatchObject({
      ...{ fromUnit: { id: town.unit.fk }, toUnit: { id: town.unit.af }, period: { from: '2026-11-01', to: '2026-11-30' } },
      ...{ n: 7, offered: 7, closed: 6, open: { n: 1, oldestDays: 10 } },
      toOwnerDays: { p50: 3, p75: 4, p90: 7.6, max: 10, n: 5 },
      toReceivedHours: { p50: 36, p75: 48, p90: 60, max: 72, n: 6 },
      // Of the seven: one within a day, three within three, four within five.
      ownedWithin: { d1: 0.143, d3: 0.429, d5: 0.571 },
      // 24 + 48 + 72 + 96 + 336 hours until accepted, 48 until declined, 336 that still waits.
      ownerlessPersonHours: 960,
      ...{ closedLoopShare: 0.2, warmShare: 0.8, declines: [{ code: 'NO_CAPACITY', n: null }], alertsLost: 0, alertsDuplicated: 0 },
      // One baton: the same case, declined once.
      bounces: null,
    });
    expect(few).toMatchObject({ toUnit: { id: town.unit.region }, n: 1, offered: 1, open: null, toOwnerDays: null, declines: [] });
  });

  it('tell the other side the same, and nobody of a link that is not theirs', async () => {
    const mine = await read(per);
    expect(mine.map(({ fromUnit, n }) => [fromUnit.id, n])).toEqual([[town.unit.fk, 7], [town.unit.kommun, 1]]); // prettier-ignore
    expect(mine[0]).toEqual((await read(maria))[0]);
    expect(await read(await signIn(running.url, 'anna.chef.kommun'))).toEqual([expect.objectContaining({ n: 1, fromUnit: expect.objectContaining({ id: town.unit.kommun }) })]); // prettier-ignore
  });

  it('carry no case and nobody’s name', async () => {
    const text = JSON.stringify(await read(maria));
    for (const secret of [eva.caseId, 'Eva', 'Karin', 'S-1']) expect(text).not.toContain(secret);
  });

  it('count what was sent in the period, the last ninety days when none is named', async () => {
    expect((await read(maria, ''))[0]).toMatchObject({ n: 7, period: { from: '2026-08-25', to: '2026-11-23' } });
    expect((await read(maria, '?from=2026-05-01&to=2026-11-30'))[0]).toMatchObject({ n: 8 });
    expect(await read(maria, '?from=2026-11-10&to=2026-11-30')).toEqual([expect.objectContaining({ n: 1 })]);
  });

  it.each([['?from=2026-11-30&to=2026-11-01'], ['?from=2020-01-01&to=2026-11-01'], ['?from=2026-02-30']])('refuse %s', async (query) => {
    expect((await maria.get(`link-measures${query}`)).status).toBe(422);
  });

  it('tell of alerts that were late, lost or raised twice', async () => {
    const [handover] = await behindTheLocks<{ id: string }>(
      running.database,
      `select handover_id as id from handover_transition where act = 'decline'`,
    );
    for (const [index, rung] of ['RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'OWNER_LOST'].entries())
      await behindTheLocks(
        running.database,
        `insert into alert (handover_id, case_id, rung, epoch, due_at, raised_at) values ($1, $2, $3, 1, '2026-11-12T08:00:00Z', '2026-11-12T08:00:00Z'::timestamptz + make_interval(secs => $4))`,
        [handover!.id, eva.caseId, rung, index],
      );
    expect((await read(maria))[0]).toMatchObject({ alertLagSeconds: { p50: 2, max: 4 }, alertsDuplicated: 0, alertsLost: 0 });
    await behindTheLocks(running.database, `update handover set next_timer = 'JOINT_REVIEW', next_timer_at = $2 where id = $1`, [
      handover!.id,
      new Date(NOW.getTime() - 90_000),
    ]);
    expect((await read(maria))[0]).toMatchObject({ alertsLost: 1 });
  });
});
