import { setTimeout as pause } from 'node:timers/promises';
import { DiscoveryService, MetadataScanner, ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { isWorkingDay, plusDays } from '@samspel/shared/calendar/working-days.ts';
import { type RunningApp, startApp } from '../../../test/support/app.ts';
import { behindTheLocks } from '../../../test/support/database.ts';
import { type Client, signIn } from '../../../test/support/sign-in.ts';
import { makeTown } from '../../../test/support/town.ts';
import { RouteRegistry } from '../../access/route-registry.ts';
import { AppModule } from '../../app.module.ts';
import { dayIn } from '../../platform/clock/clock.ts';
import { Environment } from '../../platform/config/environment.ts';
import { LiveListener } from '../../platform/live/live-listener.ts';
import { momentAt } from '../town/town-calendar.ts';
import type { DemoClockView } from './demo-clock.dto.ts';

async function until(holds: () => boolean, within = 10_000): Promise<void> {
  for (const deadline = Date.now() + within; !holds(); await pause(10)) if (Date.now() > deadline) throw new Error('did not happen in time');
}

/** The stream's text once it says `word`; fails when it ends before. */
async function heard(client: Client, path: string, word: string, meanwhile: () => Promise<unknown>): Promise<string> {
  const response = await client.fetch('GET', new URL(path, client.url));
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value ?? '';
  await meanwhile();
  while (!text.includes(word)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended after ${text}`);
    text += value;
  }
  await reader.cancel();
  return text;
}

describe('the demo clock', () => {
  let running: RunningApp, other: RunningApp, admin: Client, karin: Client;

  const stand = async (day: string, time: string): Promise<void> => {
    await running.clock.moveTo(momentAt(day, time));
    await other.clock.load();
  };
  const jump = (workingDays: unknown, client = admin): ReturnType<Client['post']> => client.post('demo/clock/jumps', { workingDays });
  const databaseToday = async (): Promise<string> =>
    (await behindTheLocks<{ today: string }>(running.database, 'select app.domain_today()::text as today'))[0]!.today;

  beforeAll(async () => {
    running = await startApp();
    other = await startApp({ database: { ...running.database, drop: () => Promise.resolve() } });
    await makeTown(running);
    [admin, karin] = [await signIn(running.url, 'admin.drift'), await signIn(running.url, 'karin.fk')];
  }, 60_000);
  afterAll(async () => {
    await other?.close();
    await running?.close();
  });

  it('tells everybody who is signed in what day it is', async () => {
    await running.clock.reset();
    const real = dayIn(new Date());
    const eva = await signIn(running.url, 'eva', 'citizen');
    for (const view of [await karin.get<DemoClockView>('demo/clock'), await eva.get<DemoClockView>('demo/clock?audience=citizen')]) {
      expect(view).toMatchObject({ status: 200, body: { today: real, shiftDays: 0, shiftWorkingDays: 0 } });
      expect(isWorkingDay(view.body.nextWorkingDay)).toBe(true);
    }
  });

  it.each([
    ['over a holiday', '2026-12-23', 1, '2026-12-28'],
    ['over Easter and into summer time', '2027-03-25', 1, '2027-03-30'],
    ['into winter time', '2026-10-23', 1, '2026-10-26'],
    ['by five days', '2026-11-23', 5, '2026-11-30'],
  ])('goes %s to the same time of day, in every process and in the database', async (_, from, days, to) => {
    await stand(from, '9.10');
    const answer = await jump(days);
    expect(answer).toMatchObject({ status: 201, body: { id: expect.any(String) } });
    expect(answer.headers.get('location')).toBe('/api/v1/demo/clock');
    const { body } = await admin.get<DemoClockView>('demo/clock');
    expect(body.today).toBe(to);
    const drift = Date.parse(body.now) - momentAt(to, '9.10').getTime();
    expect(drift).toBeGreaterThanOrEqual(-1);
    expect(drift).toBeLessThan(60_000);
    expect(await databaseToday()).toBe(to);
    await until(() => other.clock.today() === to);
  });

  it('tells a process the new day before it tells its pages', async () => {
    await stand('2026-11-26', '9.10');
    const days: string[] = [];
    const listening = other.app.get(LiveListener).events.subscribe(({ type }) => type === 'clock' && days.push(other.clock.today()));
    await jump(1);
    await until(() => days.length > 0);
    listening.unsubscribe();
    expect(days).toEqual(['2026-11-27']);
  });

  it('says so on every open page, whoever looks at it', async () => {
    const eva = await signIn(other.url, 'eva', 'citizen');
    const said = await heard(karin, '/api/v1/live', '"clock"', () =>
      heard(eva, '/api/v1/live?audience=citizen', '"clock"', async () => expect((await jump(1)).status).toBe(201)),
    );
    expect(said).toContain('data: {"type":"clock","ref":"all"}');
  });

  it('adds up jumps made at the same moment, and does a repeated one once', async () => {
    await stand('2026-11-09', '9.10');
    const elsewhere = await signIn(other.url, 'admin.drift');
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => jump(1, index % 2 ? admin : elsewhere)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(await databaseToday()).toBe('2026-11-23');
    await until(() => [running, other].every(({ clock }) => clock.today() === '2026-11-23'));
    const again = { headers: { 'idempotency-key': crypto.randomUUID() } };
    const [first, second] = [1, 2].map(() => admin.post('demo/clock/jumps', { workingDays: 1 }, again));
    expect((await first!).body).toEqual((await second!).body);
    expect(await databaseToday()).toBe('2026-11-24');
  });

  it('is read again after a lost connection, when a jump may have been missed', async () => {
    await stand('2026-11-26', '9.10');
    await behindTheLocks(running.database, `update demo_clock set shift = shift + interval '24 hours'`);
    await behindTheLocks(
      running.database,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen samspel_live'`,
    );
    await until(() => [running, other].every(({ clock }) => clock.today() === '2026-11-27'));
  });

  it('moves no real time: a session outlives a month of jumps, and the log keeps its own days', async () => {
    await running.clock.reset();
    const before = new Date();
    for (let round = 0; round < 3; round++) expect((await jump(10)).status).toBe(201);
    const { status, body } = await karin.get<DemoClockView>('demo/clock');
    expect([status, body.shiftDays >= 30, body.shiftWorkingDays]).toEqual([200, true, 30]);
    expect((await karin.get('cases')).status).toBe(200);
    const { idleExpiresAt, domainToday } = (await karin.get<{ idleExpiresAt: string; domainToday: string }>('session')).body;
    expect(Date.parse(idleExpiresAt) - Date.now()).toBeLessThan(60 * 60_000);
    expect(domainToday >= plusDays(dayIn(before), 30)).toBe(true);
    const rows = await behindTheLocks<{ at: Date; actor: string }>(
      running.database,
      `select recorded_at as at, actor_kind as actor from audit_event where action = 'demo.clock-moved' and recorded_at >= $1`,
      [before],
    );
    expect(rows.map(({ actor }) => actor)).toEqual(['STAFF', 'STAFF', 'STAFF']);
    for (const { at } of rows) expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('is moved by administrators alone, and forward only', async () => {
    await stand('2026-11-26', '9.10');
    for (const hint of ['karin.fk', 'maria.chef.fk', 'forbund.ledare']) expect((await jump(1, await signIn(running.url, hint))).status).toBe(403);
    expect((await jump(1, await signIn(running.url, 'eva', 'citizen'))).status).toBe(401);
    for (const wrong of [0, -1, 11, undefined]) expect([wrong, (await jump(wrong)).status]).toEqual([wrong, 422]);
    for (const wrong of [1.5, 'x', null]) expect([wrong, (await jump(wrong)).status]).toEqual([wrong, 400]);
    expect((await admin.post('demo/clock/jumps', { workingDays: 1 }, { headers: { 'idempotency-key': '' } })).status).toBe(400);
    expect((await admin.post('demo/clock/resets')).status).toBe(404);
    expect(await databaseToday()).toBe('2026-11-26');
  });

  it('is no part of a production app', async () => {
    const app = await NestFactory.create(AppModule.with(new Environment()), { preview: true, logger: false, abortOnError: false });
    const routes = new RouteRegistry(new DiscoveryService(app.get(ModulesContainer)), new MetadataScanner(), new Reflector()).routes();
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.filter(({ path }) => path.startsWith('demo'))).toEqual([]);
    await app.close();
  });
});
