import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { asked, beginPlan, read, write } from '../support/plan.ts';
import { type Answer, type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const ROUNDS = process.env['DEEP'] ? 50 : 8;

describe('a plan that several work in at the same moment', () => {
  let running: RunningApp, town: Town, eva: TownCase, planId: string;
  let karin: Client, lena: Client, ahmed: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town);
    [karin, lena, ahmed] = await signInAll(running.url, ['karin.fk', 'lena.region', 'ahmed.af']);
    planId = await beginPlan(karin, eva.caseId);
  });
  afterAll(() => running?.close());

  it('loses nothing of twenty edits of one shared goal: one wins each version, the others are told which', async () => {
    const id = await write(lena, planId, 'goals', { text: 'Börjar.', share: true });
    const people = [karin, lena, ahmed];
    const edit = (client: Client, text: string, version: number): Promise<Answer> =>
      client.put(`goals/${id}`, { text, goalKind: 'MAIN' }, asked(version));
    const waiting = Array.from({ length: 20 }, (_, n) => ({ client: people[n % 3]!, words: `ord${n}` }));
    let version = 2;
    let text = 'Börjar.';
    while (waiting.length) {
      // Everybody puts their words behind what they have read.
      const answers = await Promise.all(waiting.map(({ client, words }) => edit(client, `${text} ${words}`, version)));
      const winners = answers.flatMap(({ status }, n) => (status === 200 ? [n] : []));
      expect(winners).toHaveLength(1);
      version++;
      for (const { status, body, headers } of answers) {
        if (status !== 200) expect([status, body.currentEtag, headers.get('etag')]).toEqual([412, `"${version}"`, `"${version}"`]);
      }
      text = `${text} ${waiting[winners[0]!]!.words}`;
      waiting.splice(winners[0]!, 1);
      expect((await read(karin, id)).text).toBe(text);
    }
    for (let n = 0; n < 20; n++) expect(text.split(' ')).toContain(`ord${n}`);
    const sent = await behindTheLocks<{ n: number }>(
      running.database,
      'select count(distinct subject_version)::int as n from disclosure where subject_id = $1',
      [id],
    );
    expect(sent).toEqual([{ n: 21 }]);
  }, 60_000);

  it('is begun once, however many begin it', async () => {
    const olle = await makeCase(running, town, { person: 'olle' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => karin.post(`cases/${olle.caseId}/plan`, { type: 'SIP' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it(`never sends an item after the withdrawal (${ROUNDS} times)`, async () => {
    // Only the rounds' own consents let Försäkringskassan share; the others keep everybody in the team.
    await behindTheLocks(running.database, 'update consent set withdrawn_at = now(), withdrawn_via = $2 where id = $1', [eva.consents.fk, 'PERSON']);
    for (let round = 0; round < ROUNDS; round++) {
      const consentId = await consentToAf();
      const id = await write(karin, planId, 'parts', { text: `Varv ${round}` });
      const sharing = (): Promise<Answer> => karin.put(`plan-items/${id}/sharing`, {}, asked(1));
      const withdrawing = (): Promise<Answer> => lena.put(`consents/${consentId}/withdrawal`);
      const [first, second] = round % 2 ? [sharing, withdrawing] : [withdrawing, sharing];
      const answers = await Promise.all([first(), second()]);
      const [shared, withdrawn] = round % 2 ? answers : answers.toReversed();

      expect(withdrawn!.status).toBe(204);
      const sent = await behindTheLocks<{ id: string }>(running.database, 'select id from disclosure where subject_id = $1', [id]);
      // Whichever took the case first: shared and then withdrawn, or refused; never half of either.
      if (shared!.status === 200) expect(sent).toHaveLength(1);
      else
        expect([shared!.status, shared!.body.type, sent.length, (await read(karin, id)).shared]).toEqual([
          409,
          'urn:samspel:consent.missing',
          0,
          false,
        ]);
      const after = await write(karin, planId, 'parts', { text: 'Efteråt' });
      expect((await karin.put(`plan-items/${after}/sharing`, {}, asked(1))).status).toBe(409);
      for (const each of [id, after]) await behindTheLocks(running.database, 'update plan_item set removed_at = now() where id = $1', [each]);
    }
  }, 120_000);

  async function consentToAf(): Promise<string> {
    const { status, body } = await karin.post(`cases/${eva.caseId}/consents`, {
      disclosingOrganisationId: town.organisation.fk,
      informationCategories: ['PLAN'],
      exclusions: '',
      recipients: { organisationIds: [town.organisation.af], contactIds: [] },
      givenBy: 'SELF',
      purpose: 'Samordna stödet.',
      validFrom: running.clock.today(),
      validTo: running.clock.today(),
      form: 'ORAL',
      informedWithText: '2026-11',
    });
    expect(status).toBe(201);
    return body.id;
  }
});
