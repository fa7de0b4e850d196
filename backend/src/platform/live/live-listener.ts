import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Subject } from 'rxjs';
import { Clock } from '../clock/clock.ts';
import { Environment } from '../config/environment.ts';
import { LIVE_CHANNEL, type LiveEvent } from './announce.ts';

const RETRY_MS = 1_000;

/** One connection per process that hears every announcement. After a lost connection it says so, since announcements may have been missed. */
@Injectable()
export class LiveListener implements OnApplicationBootstrap, OnModuleDestroy {
  readonly events = new Subject<LiveEvent>();
  /** Emits when announcements may have been missed. */
  readonly gaps = new Subject<void>();
  private readonly logger = new Logger('Live');
  private client?: pg.Client;
  private retry?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end();
    this.events.complete();
    this.gaps.complete();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.environment.DATABASE_URL, connectionTimeoutMillis: 2_000 });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => payload && void this.hear(client, JSON.parse(payload) as LiveEvent));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${LIVE_CHANNEL}`);
      // It may have been moved while nobody listened.
      await this.clock.load();
    } catch {
      this.lost(client);
    }
  }

  /** Whoever is told that the clock has moved finds it moved. A clock that cannot be read is a lost connection: it is read again with the next. */
  private async hear(client: pg.Client, event: LiveEvent): Promise<void> {
    if (event.type === 'clock') {
      try {
        await this.clock.load();
      } catch {
        return this.lost(client);
      }
    }
    this.events.next(event);
  }

  private lost(client: pg.Client): void {
    if (this.stopped || client !== this.client) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    this.logger.warn('live connection lost, trying again');
    this.retry = setTimeout(() => void this.connect().then(() => this.gaps.next()), RETRY_MS);
  }
}
