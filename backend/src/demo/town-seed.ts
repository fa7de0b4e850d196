import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { playLarsGoran, playYusuf } from './town/ahmeds-cases.ts';
import { playEva } from './town/eva-case.ts';
import { playHamid, playMirja, playNatalia } from './town/karins-cases.ts';
import { readOldNotices } from './town/old-notices.ts';
import { playBirgit, playLinnea } from './town/regions-cases.ts';
import { playAmina, playOlle, playSamuel } from './town/sofias-cases.ts';
import { daysAgo, townCalendar } from './town/town-calendar.ts';
import { TownFounding } from './town/town-founding.ts';
import { TownStage } from './town/town-stage.ts';
import { townState } from './town-state.ts';

const STORIES = [playEva, playOlle, playMirja, playHamid, playAmina, playLarsGoran, playYusuf, playBirgit, playLinnea, playNatalia, playSamuel];
/** What happened within so many days is still news to whoever it was told. */
const NEWS_DAYS = 5;

/** Builds the demo town Sjöstad once, through the services, each act on its own day. */
@Injectable()
export class TownSeed {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly founding: TownFounding,
    private readonly stage: TownStage,
  ) {}

  /**
   * Does nothing when the town is complete. Throws when an earlier seed was broken off: it is the start's business to make the database
   * anew, since nobody who acts in the town may delete anything. `say`: where progress goes.
   */
  async seedOnce(say: (line: string) => void): Promise<void> {
    const state = await townState((sql) => this.db.lookUp('town-state', sql, []));
    if (state === 'complete') return;
    if (state === 'broken') throw new Error('the demo town is half built; start with an empty database');
    const started = Date.now();
    await this.clock.reset();
    const calendar = townCalendar(this.clock.today());
    say('Building the demo town Sjöstad. This happens once and takes a few seconds.');
    try {
      this.stage.furnish(await this.founding.found(calendar));
      say('  organisations and staff are in place');
      for (const [index, play] of STORIES.entries()) {
        await play(this.stage, calendar);
        say(`  case ${index + 1} of ${STORIES.length}`);
      }
      await readOldNotices(this.stage, daysAgo(calendar.today, NEWS_DAYS));
    } finally {
      await this.clock.reset();
    }
    await this.db.transaction(null, (tx) => tx.query('update demo_clock set town_seeded_at = clock_timestamp()'));
    say(`The town is ready (${((Date.now() - started) / 1000).toFixed(1)} s).`);
  }
}
