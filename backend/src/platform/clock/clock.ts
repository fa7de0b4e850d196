import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const ZONE = 'Europe/Stockholm';

/**
 * Domain time: due times, consent validity, leave, "today". Equal to `app.domain_now()` in the database, whose shift it keeps a copy of;
 * whoever hears that the shift has changed loads it anew (LiveListener). Real time (sessions, tokens, rate limits, audit, jobs) never comes
 * from here.
 */
@Injectable()
export class Clock {
  private shift = 0;
  private asked = 0;
  private taken = 0;

  constructor(private readonly source: DataSource) {}

  /** Milliseconds of shift are read from the demo row; in production the database holds it at zero. */
  async load(): Promise<void> {
    const turn = ++this.asked;
    const [row] = await this.source.query<{ ms: string }[]>('select extract(epoch from shift) * 1000 as ms from demo_clock');
    // Answers may overtake each other, and the one asked for last is never older.
    if (turn < this.taken) return;
    this.taken = turn;
    this.shift = Number(row?.ms ?? 0);
  }

  async onModuleInit(): Promise<void> {
    await this.load();
  }

  now(): Date {
    return new Date(Date.now() + this.shift);
  }

  /** The calendar day in Sweden, YYYY-MM-DD. */
  today(): string {
    return dayIn(this.now());
  }

  /** Demo only: the next statements and `now()` run as if it were `moment`. */
  async moveTo(moment: Date): Promise<void> {
    await this.source.query(`update demo_clock set shift = make_interval(secs => $1)`, [(moment.getTime() - Date.now()) / 1000]);
    await this.load();
  }

  /** Demo only: back to real time. */
  async reset(): Promise<void> {
    await this.source.query(`update demo_clock set shift = interval '0'`);
    await this.load();
  }
}

/** The Swedish calendar day of an instant. */
export function dayIn(moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}
