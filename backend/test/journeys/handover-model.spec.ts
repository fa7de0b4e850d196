import fc from 'fast-check';
import { NEXT } from '../support/handover-model/commands.ts';
import type { Model } from '../support/handover-model/model.ts';
import type { Attempt, BatonAct } from '../support/handover-model/predicting.ts';
import { type Opening, Scene } from '../support/handover-model/scene.ts';
import { refuseAll, step, sweepAll } from '../support/handover-model/stepping.ts';

const DEEP = process.env['DEEP'] === '1';
const SEQUENCES = Number(process.env['SEQUENCES'] ?? (DEEP ? 1_000 : 25));
const SEED = Number(process.env['SEED'] ?? 20_261_123);
/** To see a failure again: its `path`, a space and its `replayPath`, with the same SEED. */
const [PATH, REPLAY_PATH] = (process.env['REPLAY'] ?? '').split(' ');
/** Finding the smallest sequence that fails takes longer than finding none. */
const LIMIT_MS = DEEP ? 30 * 60_000 : 5 * 60_000;

/** Before Christmas, Easter, Midsummer and both changes of the clock, on a working day, a Saturday and late at night. */
const OPENINGS = fc.record<Opening>({
  at: fc.constantFrom(...['2026-11-25T10:00', '2026-03-27T09:40', '2026-04-02T15:20', '2026-06-17T08:05', '2026-10-22T13:10', '2026-11-28T11:00', '2026-12-22T23:30']),
  coordinator: fc.constantFrom('lena.region', 'karin.fk'),
}); // prettier-ignore

describe('the machine of handovers, whatever happens in whatever order', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  }, 60_000);
  afterAll(() => scene?.close());

  it(
    `is as its model says after every step of ${SEQUENCES} sequences (seed ${SEED})`,
    async () => {
      const bounds = { maxCommands: 15, size: 'max', ...(REPLAY_PATH && { replayPath: REPLAY_PATH }) } as const;
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

  describe('in particular', () => {
    let model: Model;
    const begin = async (at: string, coordinator: Opening['coordinator'] = 'lena.region'): Promise<void> =>
      void (model = await scene.begin({ at, coordinator }));
    afterEach(() => scene.strike());

    const draft = (by: string, more: Partial<Extract<Attempt, { act: 'draft' }>> = {}): Promise<void> =>
      step(scene, model, { act: 'draft', by, scope: 'CASE_OWNERSHIP', to: 'af', nominee: null, back: false, days: 2, ...more });
    const act = (by: string, name: BatonAct, on = -1): Promise<void> =>
      step(scene, model, { act: name, by, baton: model.batons.at(on)!, nominee: by, days: 2 });
    const leaves = async (who: string): Promise<void> => {
      await scene.admin.query('update staff_member set disabled_at = now() where id = $1', [scene.town.staff[who]!.staffMemberId]);
      model.person(who).disabled = true;
    };
    const withdraw = (): Promise<void> => step(scene, model, { act: 'withdraw', by: null, consent: model.consents[0]! });

    it('a draft that the person taking a consent back does not see is stopped too', async () => {
      await begin('2026-11-25T10:00');
      await draft('karin.fk');
      await withdraw();
      expect(model.batons[0]!.state).toBe('STOPPED_BY_PERSON');
    });

    it('a draft is read by its sender alone, also when it names somebody', async () => {
      await begin('2026-11-25T10:00');
      await draft('karin.fk', { to: 'fk' });
      await act('karin.fk', 'offer');
      await act('david.fk', 'accept');
      await draft('david.fk', { to: 'fk', nominee: 'karin.fk' });
    });

    it('whoever answered twice and has left is replaced once, and then once more', async () => {
      await begin('2026-11-25T10:00', 'karin.fk');
      await leaves('karin.fk');
      await sweepAll(scene, model, 1);
      await act('david.fk', 'accept', 0);
      await act('david.fk', 'accept', 1);
      expect(model.holders).toEqual({ CASE_OWNERSHIP: 'david.fk', COORDINATOR_ROLE: 'david.fk' });
    });

    it('a consent is taken back also when the owner has left and the coordinator thereby loses the case', async () => {
      await begin('2026-11-25T10:00');
      await leaves('karin.fk');
      await withdraw();
      expect(model.holders.COORDINATOR_ROLE).toBe('karin.fk');
    });

    it('the search for a coordinator stops where the case is gone, so that one can begin where it is', async () => {
      await begin('2026-11-25T10:00');
      for (const who of ['lena.region', 'karin.fk']) await leaves(who);
      await sweepAll(scene, model, 1);
      await withdraw();
      await sweepAll(scene, model, 1);
      expect(model.answers('COORDINATOR_ROLE')).toBe('maria.chef.fk');
    });

    it('nobody who has left stands in while anybody works there', async () => {
      await begin('2026-11-25T10:00');
      for (const who of ['lena.region', 'ulla.region']) await leaves(who);
      await sweepAll(scene, model, 1);
      expect(model.answers('COORDINATOR_ROLE')).toBe('johan.region');
    });

    it('a day that has no more than 23 hours ends with the others', async () => {
      await begin('2026-03-27T09:40');
      await draft('lena.region', { scope: 'COORDINATOR_ROLE', to: 'region' });
      await act('lena.region', 'offer');
      const { rows } = await scene.admin.query('select owner_due_at as due from handover where case_id = $1', [scene.caseId]);
      expect(rows).toEqual([{ due: new Date('2026-03-29T22:00:00Z') }]);
    });

    it('what has been accepted is not taken back', async () => {
      await begin('2026-11-25T10:00');
      await draft('karin.fk');
      await act('karin.fk', 'offer');
      await act('sara.af', 'accept');
      await refuseAll(scene, model, [{ act: 'revoke', by: 'karin.fk', baton: model.batons[0]!, nominee: 'karin.fk', days: 0 }]);
    });
  });
});
