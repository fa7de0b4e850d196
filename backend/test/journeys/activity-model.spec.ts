import fc from 'fast-check';
import { NEXT } from '../support/activity-model/commands.ts';
import { type Opening, Scene } from '../support/activity-model/scene.ts';
import { sweepAll } from '../support/activity-model/stepping.ts';

const DEEP = process.env['DEEP'] === '1';
const SEQUENCES = Number(process.env['SEQUENCES'] ?? (DEEP ? 1_000 : 100));
const SEED = Number(process.env['SEED'] ?? 20_261_123);
/** To see a failure again: its `path`, a space and its `replayPath`, with the same SEED. */
const [PATH, REPLAY_PATH] = (process.env['REPLAY'] ?? '').split(' ');
/** Finding the smallest sequence that fails takes longer than finding none. */
const LIMIT_MS = DEEP ? 30 * 60_000 : 5 * 60_000;

/** Before Christmas, Midsummer and a change of the clock, on a working day, a Saturday and late at night. */
const OPENINGS = fc.record<Opening>({
  at: fc.constantFrom('2026-11-25T10:00', '2026-06-17T08:05', '2026-10-22T13:10', '2026-11-28T11:00', '2026-12-22T23:30'),
  days: fc.integer({ min: 0, max: 4 }),
  deputy: fc.boolean(),
});

describe('the machine of activities, whatever happens in whatever order', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  }, 60_000);
  afterAll(() => scene?.close());

  it(
    `is as its model says after every step of ${SEQUENCES} sequences (seed ${SEED})`,
    async () => {
      const bounds = { maxCommands: 12, size: 'max', ...(REPLAY_PATH && { replayPath: REPLAY_PATH }) } as const;
      const property = fc.asyncProperty(OPENINGS, fc.commands([NEXT], bounds), async (opening, commands) => {
        try {
          const model = await scene.begin(opening);
          await fc.asyncModelRun(() => ({ model, real: scene }), commands);
          await sweepAll(scene, model, 1);
        } catch (error) {
          // The numbers of the counterexample say little: these are its words.
          throw new Error(`${scene.told.join('\n')}\n→ ${(error as Error).message}`, { cause: error });
        } finally {
          await scene.strike();
        }
      });
      const whole = { numRuns: SEQUENCES, interruptAfterTimeLimit: LIMIT_MS - 30_000, markInterruptAsFailure: true };
      await fc.assert(property, { seed: SEED, ...whole, ...(PATH && { path: PATH }) });
    },
    LIMIT_MS,
  );
});
