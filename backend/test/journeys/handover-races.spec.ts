import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { act, ANSWERS, offer } from '../support/handover-acts.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const ROUNDS = process.env['DEEP'] ? 50 : 8;
const LIMIT_MS = 10_000 + ROUNDS * 1_000;
const NO_CASES = 'truncate coordination_case cascade; delete from person_identifier; delete from person';

interface Outcome {
  state: string;
  owner: string;
  accountable: string;
  acceptedBy: string | null;
  inTeam: number;
  disclosures: number[];
  openAlerts: number;
  timer: string | null;
  acts: string[];
}

describe('a handover, when several act at once', () => {
  let running: RunningApp, town: Town, made: TownCase, handoverId: string;
  let karin: Client, sara: Client, ahmed: Client, lena: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await behindTheLocks(running.database, `update assignment set functions = '{intake}' where id = $1`, [town.staff['ahmed.af']!.assignmentId]);
    await running.clock.moveTo(new Date('2026-11-23T08:40:00Z'));
    const as = (hint: string): Promise<Client> => signIn(running.url, hint);
    [karin, sara, ahmed, lena] = await Promise.all([as('karin.fk'), as('sara.af'), as('ahmed.af'), as('lena.region')]);
  }, 60_000);
  afterAll(() => running?.close());

  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  /** The version every one of them has read: sent, and not touched since. */
  const READ = 2;
  const accept = (client: Client): Promise<Answer> => act(client, handoverId, 'acceptance', { ...ANSWERS, firstContactOn: '2026-11-25' }, READ);
  const revoke = (): Promise<Answer> => act(karin, handoverId, 'revocation', {}, READ);
  const withdraw = (): Promise<Answer> => lena.put(`consents/${made.consents.fk}/withdrawal`);

  const arrange = async (): Promise<void> => {
    made = await makeCase(running, town, { team: ['lena.region'], alsoTo: ['af'] });
    handoverId = await offer(karin, made.caseId, { toUnitId: town.unit.af, answerBy: '2026-11-27' });
    // An alert that must go with the stage it was raised in.
    await behindTheLocks(running.database, `insert into alert (handover_id, case_id, rung, epoch, due_at) values ($1, $2, 'HALF_TIME', 1, now())`, [
      handoverId,
      made.caseId,
    ]);
  };
  const each = async (round: () => Promise<void>): Promise<void> => {
    for (let index = 0; index < ROUNDS; index++) {
      await arrange();
      await round();
      await behindTheLocks(running.database, NO_CASES);
    }
  };

  const outcome = async (): Promise<Outcome> => {
    const [row] = await behindTheLocks<Outcome>(
      running.database,
      `select h.state, c.owner_assignment_id as owner, h.accountable_assignment_id as accountable, h.accepted_by_assignment_id as "acceptedBy", h.next_timer as timer,
         (select count(*)::int from participation p where p.case_id = c.id and p.organisation_id = h.to_organisation_id and p.until_at is null) as "inTeam",
         (select coalesce(array_agg(d.subject_version order by d.subject_version), '{}') from disclosure d where d.subject_id = h.id) as disclosures,
         (select count(*)::int from alert a where a.handover_id = h.id and a.resolved_at is null) as "openAlerts",
         (select array_agg(t.act order by t.recorded_at) from handover_transition t where t.handover_id = h.id) as acts
       from handover h join coordination_case c on c.id = h.case_id where h.id = $1`,
      [handoverId],
    );
    return row!;
  };
  const accepted = (by: string): Outcome => ({
    ...{ state: 'ACCEPTED', owner: id(by), accountable: id(by), acceptedBy: id(by), inTeam: 1, disclosures: [1, 2] },
    ...{ openAlerts: 0, timer: 'HALF_TIME', acts: ['offer', 'accept'] },
  });
  const ended = (state: string, last: string): Outcome => ({
    ...{ state, owner: id('karin.fk'), accountable: id('karin.fk'), acceptedBy: null, inTeam: 0, disclosures: [1] },
    ...{ openAlerts: 0, timer: null, acts: ['offer', last] },
  });

  it(
    'fifty accepts by two people: one becomes owner, every repeat of theirs is the same answer, the other is told that somebody was first',
    async () => {
      await arrange();
      const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => accept(index % 2 ? ahmed : sara)));
      const statuses = (parity: number): number[] => [...new Set(answers.filter((_, index) => index % 2 === parity).map(({ status }) => status))];
      const saraWon = answers[0]!.status === 200;
      expect(statuses(saraWon ? 0 : 1)).toEqual([200]);
      expect(statuses(saraWon ? 1 : 0)).toEqual([409]);
      expect(await outcome()).toEqual(accepted(saraWon ? 'sara.af' : 'ahmed.af'));
      await behindTheLocks(running.database, NO_CASES);
    },
    LIMIT_MS,
  );

  it(
    'a yes and a revocation: exactly one stands',
    () =>
      each(async () => {
        const [yes, back] = await Promise.all([accept(sara), revoke()]);
        expect([yes.status, back.status]).toEqual(yes.status === 200 ? [200, 409] : [409, 204]);
        expect(await outcome()).toEqual(yes.status === 200 ? accepted('sara.af') : ended('REVOKED', 'revoke'));
      }),
    LIMIT_MS,
  );

  it(
    'a yes and a consent taken back: never an owner whose consent was gone, never a handover that waits without one',
    () =>
      each(async () => {
        const [yes, withdrawn] = await Promise.all([accept(sara), withdraw()]);
        expect(withdrawn.status).toBe(204);
        expect([200, 409]).toContain(yes.status);
        const found = await outcome();
        // Whoever was owner when the consent was taken back stays, to tell the person and to close: nobody is dropped.
        expect(found).toEqual(yes.status === 200 ? accepted('sara.af') : ended('STOPPED_BY_PERSON', 'stop'));
      }),
    LIMIT_MS,
  );

  it(
    'a yes and a no: exactly one stands',
    () =>
      each(async () => {
        const [yes, no] = await Promise.all([accept(sara), act(ahmed, handoverId, 'refusal', { code: 'NO_CAPACITY' }, READ)]);
        expect([yes.status, no.status]).toEqual(yes.status === 200 ? [200, 409] : [409, 204]);
        expect(await outcome()).toEqual(yes.status === 200 ? accepted('sara.af') : ended('DECLINED', 'decline'));
      }),
    LIMIT_MS,
  );

  it(
    'two tabs send the same draft: one handover waits',
    async () => {
      await arrange();
      await act(karin, handoverId, 'revocation', {}, READ);
      const body = { scope: 'CASE_OWNERSHIP', toUnitId: town.unit.af, asked: 'x', reason: 'y', answerBy: '2026-11-27' };
      const drafts = await Promise.all([1, 2].map(() => karin.post(`cases/${made.caseId}/handovers`, body)));
      expect(drafts.map(({ status }) => status).toSorted()).toEqual([201, 409]);
      const draftId: string = drafts.find(({ status }) => status === 201)!.body.id;
      const sent = await Promise.all([1, 2, 3].map(() => act(karin, draftId, 'offer', {}, 1)));
      expect(sent.map(({ status }) => status)).toEqual([204, 204, 204]);
      const counts = await behindTheLocks(running.database, `select count(*)::int as n from disclosure where subject_id = $1`, [draftId]);
      expect(counts).toEqual([{ n: 1 }]);
      await behindTheLocks(running.database, NO_CASES);
    },
    LIMIT_MS,
  );
});
