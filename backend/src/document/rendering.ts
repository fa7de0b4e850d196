import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Problem, unavailable } from '../platform/problem/problem.ts';
import type { KeptDocument } from './kept-document.ts';
import type { PlanDocument } from './plan-document.ts';
import type { RenderOrder, RenderOutcome } from './typst-process.ts';

export interface Documents {
  readonly plan: PlanDocument;
  readonly kept: KeptDocument;
}

export interface RenderingLimits {
  /** How long one document may take, in milliseconds, a cold start included. */
  readonly timeMs: number;
  /** How many may wait beside the one at work. */
  readonly waiting: number;
}

const LIMITS: RenderingLimits = { timeMs: 10_000, waiting: 50 };

/**
 * Turns data into PDF/UA-1, one document at a time, in a process of its own that is started by the first order and kept.
 * A process and not a thread: a thread cannot be stopped while it is inside the native compiler, and a fault there would take the server along.
 */
@Injectable()
export class DocumentRenderer implements OnApplicationShutdown {
  private process: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private closed = false;
  private limits = LIMITS;

  static within(limits: Partial<RenderingLimits>): DocumentRenderer {
    const renderer = new DocumentRenderer();
    renderer.limits = { ...LIMITS, ...limits };
    return renderer;
  }

  /** Throws 503 `document.busy` when too many wait, 503 `document.too_slow` past the time limit. The same data gives the same bytes. */
  async render<Name extends keyof Documents>(template: Name, data: Documents[Name]): Promise<Buffer> {
    if (this.waiting > this.limits.waiting) throw busy();
    this.waiting += 1;
    const turn = this.last.then(() => this.renderNow(orderOf(template, data)));
    this.last = turn.catch(() => undefined);
    return turn.finally(() => (this.waiting -= 1));
  }

  onApplicationShutdown(): void {
    this.closed = true;
    this.process?.kill('SIGKILL');
  }

  private async renderNow(order: RenderOrder): Promise<Buffer> {
    if (this.closed) throw unavailable();
    const outcome = await this.ask(order);
    if ('failure' in outcome) throw new Error(`The template "${order.template}" did not compile: ${outcome.failure}`);
    return Buffer.from(outcome.pdf);
  }

  private ask(order: RenderOrder): Promise<RenderOutcome> {
    const worker = this.running();
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        worker.off('message', answered).off('exit', gone).off('error', gone);
        act();
      };
      const answered = (outcome: RenderOutcome) => settle(() => resolve(outcome));
      const gone = () => settle(() => reject(unavailable()));
      const late = () =>
        settle(() => {
          this.end(worker);
          reject(tooSlow());
        });
      const timer = setTimeout(late, this.limits.timeMs);
      worker.on('message', answered).on('exit', gone).on('error', gone);
      worker.send(order, (error) => error && gone());
    });
  }

  private running(): ChildProcess {
    return (this.process ??= this.start());
  }

  private start(): ChildProcess {
    const worker = fork(WORKER, {
      serialization: 'advanced',
      execArgv: [],
      // It needs no secret of the server's. What it prints could quote a plan, so nobody reads it.
      env: { SystemRoot: process.env['SystemRoot'] },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    worker.once('exit', () => this.forget(worker)).once('error', () => this.forget(worker));
    // Waiting for the next order must not keep the server's process alive.
    worker.unref();
    worker.channel?.unref();
    return worker;
  }

  private end(worker: ChildProcess): void {
    this.forget(worker);
    worker.kill('SIGKILL');
  }

  private forget(worker: ChildProcess): void {
    if (this.process === worker) this.process = undefined;
  }
}

/** Beside this file, in the sources as in the build. */
const WORKER = fileURLToPath(new URL(`./typst-process${extname(import.meta.filename)}`, import.meta.url));
const DAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });

function orderOf(template: string, data: PlanDocument | KeptDocument): RenderOrder {
  const at = new Date(data.printedAt);
  return { template, data: { ...data, printedOn: DAY.format(at) }, createdAt: Math.floor(at.getTime() / 1000) };
}

const busy = (): Problem =>
  new Problem(503, 'document.busy', 'Många skriver ut just nu', 'Vänta en stund och försök igen.', { headers: { 'retry-after': '10' } });

const tooSlow = (): Problem =>
  new Problem(503, 'document.too_slow', 'Dokumentet tog för lång tid', 'Dokumentet gick inte att skriva ut. Försök igen om en stund.');
