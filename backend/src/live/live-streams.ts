import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../access/actor.ts';
import { SessionStore } from '../access/session.store.ts';
import { Database } from '../platform/database/database.ts';
import type { LiveEvent } from '../platform/live/announce.ts';
import { LiveListener } from '../platform/live/live-listener.ts';

interface Stream {
  actor: Actor;
  response: Response;
}

/** A killed session's stream ends at the latest after one round (security.md, refusal 7: within 20 s). Rounds also keep proxies from closing idle streams. */
const ROUND_MS = 8_000;

/** The open event streams of this process. Who hears of a case is asked of the database at each event, never remembered. */
@Injectable()
export class LiveStreams implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams = new Set<Stream>();
  private readonly logger = new Logger('Live');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly db: Database,
    private readonly listener: LiveListener,
    private readonly sessions: SessionStore,
  ) {}

  onApplicationBootstrap(): void {
    this.listener.events.subscribe((event) => void this.deliver(event).catch((error: unknown) => this.failed(error)));
    this.listener.gaps.subscribe(() => this.send([...this.streams], { type: 'my-day', ref: 'all' }));
    this.timer = setInterval(() => void this.round().catch((error: unknown) => this.failed(error)), ROUND_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const stream of this.streams) stream.response.end();
    this.streams.clear();
  }

  add(actor: Actor, response: Response): void {
    const stream: Stream = { actor, response };
    this.streams.add(stream);
    response.on('close', () => this.streams.delete(stream));
    response.write('retry: 2000\n: open\n\n');
  }

  private async deliver(event: LiveEvent): Promise<void> {
    if (!this.streams.size) return;
    if (event.type === 'session') return this.end([...this.streams].filter((stream) => stream.actor.sessionId === event.ref));
    if (event.type === 'clock') return this.send([...this.streams], event);
    const receivers = new Set(event.to ?? (await this.audience(event.ref)));
    const reached = [...this.streams].filter((stream) => receivers.has(stream.actor.id));
    this.send(reached, event);
    if (event.gone) this.end(reached);
  }

  private async audience(caseId: string): Promise<string[]> {
    const rows = await this.db.lookUp<{ id: string }>('case-audience', 'select app.case_audience($1) as id', [caseId]);
    return rows.map((row) => row.id);
  }

  private async round(): Promise<void> {
    if (!this.streams.size) return;
    const alive = await this.sessions.alive([...this.streams].map((stream) => stream.actor));
    this.end([...this.streams].filter((stream) => !alive.has(stream.actor)));
    for (const { response } of this.streams) response.write(': here\n\n');
  }

  private send(streams: Stream[], { type, ref, version }: LiveEvent): void {
    for (const { response } of streams) response.write(`data: ${JSON.stringify({ type, ref, version })}\n\n`);
  }

  private end(streams: Stream[]): void {
    for (const stream of streams) {
      this.streams.delete(stream);
      stream.response.end();
    }
  }

  /** An event that cannot be placed must not be lost silently: everybody looks for themselves. */
  private failed(error: unknown): void {
    this.logger.warn(error instanceof Error ? error.message : 'delivery failed');
    this.send([...this.streams], { type: 'my-day', ref: 'all' });
  }
}
