import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Environment } from '../platform/config/environment.ts';
import { Database } from '../platform/database/database.ts';
import { playLarsGoran, playYusuf } from './town/ahmeds-cases.ts';
import { playEva } from './town/eva-case.ts';
import { playHamid, playMirja, playNatalia } from './town/karins-cases.ts';
import { layPastMails } from './mail/past-mails.ts';
import { playGoran, playSanna, playViktor } from './town/relay-cases.ts';
import { playAnnika, playLeyla, playPatrik, playRosita, playTommy } from './town/stalled-cases.ts';
import { agreeOnLinks } from './town/town-links.ts';
import { playDaniel, playElin, playStefan } from './town/waiting-cases.ts';
import { readOldNotices } from './town/old-notices.ts';
import { playBirgit, playLinnea } from './town/regions-cases.ts';
import { playAmina, playOlle, playSamuel } from './town/sofias-cases.ts';
import { daysAgo, momentAt, type TownCalendar, townCalendar } from './town/town-calendar.ts';
import { TownFounding } from './town/town-founding.ts';
import { TownLadder } from './town/town-ladder.ts';
import { TownStage } from './town/town-stage.ts';
import { townState } from './town-state.ts';

/** Each is told from its beginning. The last one's owner is lost on the way, which nobody may look for on a day before that. */
const STORIES = [
  playEva,
  playOlle,
  playMirja,
  playHamid,
  playAmina,
  playLarsGoran,
  playYusuf,
  playBirgit,
  playLinnea,
  playNatalia,
  playSamuel,
  playAnnika,
  playTommy,
  playRosita,
  playLeyla,
  playPatrik,
  playGoran,
  playSanna,
  playViktor,
  playStefan,
  playElin,
  playDaniel,
];
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
    private readonly ladder: TownLadder,
    private readonly environment: Environment,
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
      await agreeOnLinks(this.stage);
      say('  organisations and staff are in place');
      for (const [index, play] of STORIES.entries()) {
        await play(this.stage, calendar);
        say(`  case ${index + 1} of ${STORIES.length}`);
      }
      await this.comeToThePresent(calendar);
    } finally {
      await this.ladder.close();
      await this.clock.reset();
    }
    await this.db.transaction(null, (tx) => tx.query('update demo_clock set town_seeded_at = clock_timestamp()'));
    say(`The town is ready (${((Date.now() - started) / 1000).toFixed(1)} s).`);
  }

  /** What is old has been read, what was due has happened, and no mail of the past is sent. */
  private async comeToThePresent({ today }: TownCalendar): Promise<void> {
    const since = daysAgo(today, NEWS_DAYS);
    await readOldNotices(this.stage, since);
    await this.clock.reset();
    const now = this.clock.now();
    await this.ladder.climb(now);
    await this.clock.reset();
    await layPastMails(this.ladder.pool, this.environment.PUBLIC_URL, { since: momentAt(since, '7.00'), now });
  }
}
