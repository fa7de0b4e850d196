import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type RunningApp, startApp } from '../../../backend/test/support/app.ts';
import { behindTheLocks } from '../../../backend/test/support/database.ts';
import { townDatabase } from '../../../backend/test/support/seeded-town.ts';
import { openDemoPost } from '../../../backend/src/demo/mail/demo-post.ts';
import { Environment } from '../../../backend/src/platform/config/environment.ts';
import { startWorker } from '../../../backend/src/worker.ts';
import { openBrowser } from './browser.ts';
import { Visitor, type VisitorOptions } from './visitor.ts';

// A busy machine takes its time over a town, and every wait inside a journey has a deadline of its own.
jest.setTimeout(90_000);

const PATIENCE_MS = 30_000;

const web = join(import.meta.dirname, '..', '..', process.env['SAMSPEL_BUILD'] ?? 'dist');

/** The demo town, a copy of its own, with the built client in front of it and a browser beside it. */
export class DemoTown {
  private readonly visitors: Visitor[] = [];
  private readonly stops: (() => Promise<void>)[] = [];

  private constructor(
    readonly running: RunningApp,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<DemoTown> {
    if (!existsSync(join(web, 'index.html'))) throw new Error(`${web} holds no built client: run npm run build first`);
    const database = await townDatabase();
    const [running, browser] = await Promise.all([startApp({ web, database }), openBrowser()]);
    return new DemoTown(running, browser);
  }

  get url(): string {
    return this.running.url;
  }

  /** Lets time do its work beside the app, as `npm start` does: the ladder climbs, lost owners are found and mail goes out. */
  async startWork(): Promise<void> {
    const silence = (): void => undefined;
    const post = openDemoPost(this.running.database.urls.worker, silence);
    this.stops.push(() => post.stop());
    const worker = await startWorker(this.running.app.get(Environment), { transport: post.transport });
    this.stops.unshift(() => worker.stop());
  }

  /** Waits until nothing is due on the demo's clock that the worker has not done. */
  async caughtUp(): Promise<void> {
    await this.until(`select not exists (select from handover where next_timer_at <= app.domain_now()) as holds`);
  }

  /** Waits until a query whose one row is called `holds` says yes. */
  async until(query: string, values: unknown[] = []): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await this.sql<{ holds: boolean }>(query, values))[0]!.holds) {
      if (Date.now() > deadline) throw new Error(`never true: ${query}`);
      await pause(200);
    }
  }

  /** A person with a browser of their own: no cookie is shared with anybody else. */
  async visitor(options: VisitorOptions = {}): Promise<Visitor> {
    const visitor = await Visitor.arrive(this.browser, this.url, options);
    this.visitors.push(visitor);
    return visitor;
  }

  async staff(hint: string, options: VisitorOptions = {}): Promise<Visitor> {
    const visitor = await this.visitor(options);
    await visitor.signIn(hint);
    return visitor;
  }

  async citizen(hint: string, options: VisitorOptions = {}): Promise<Visitor> {
    const visitor = await this.visitor(options);
    await visitor.signIn(hint, 'citizen');
    return visitor;
  }

  /** Id of the open case of the person with this name. */
  async caseOf(givenName: string, familyName: string): Promise<string> {
    const rows = await this.sql<{ id: string }>(
      `select c.id from coordination_case c join person p on p.id = c.person_id where p.given_name = $1 and p.family_name = $2 and c.status = 'OPEN'`,
      [givenName, familyName],
    );
    if (rows.length !== 1) throw new Error(`${givenName} ${familyName} has ${rows.length} open cases`);
    return rows[0]!.id;
  }

  /** Behind every lock, as the superuser. */
  sql<Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return behindTheLocks<Row>(this.running.database, text, values);
  }

  /** What any page said in its console that it should not have said. */
  complaints(): string[] {
    return this.visitors.flatMap((visitor) => visitor.complaints);
  }

  async close(): Promise<void> {
    await this.browser.close();
    for (const stop of this.stops) await stop();
    await this.running.close();
  }
}
