import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const ROUNDS = 50;

describe('sharing and withdrawing at the same moment', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  let karin: Client;
  let lena: Client;
  let ahmed: Client;
  let person: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town);
    // Only the rounds' own consents let Försäkringskassan share; the others keep everybody in the team.
    await behindTheLocks(running.database, 'update consent set withdrawn_at = now(), withdrawn_via = $2 where id = $1', [eva.consents.fk, 'PERSON']);
    [karin, lena, ahmed] = [await signIn(running.url, 'karin.fk'), await signIn(running.url, 'lena.region'), await signIn(running.url, 'ahmed.af')];
    person = await signIn(running.url, 'eva', 'citizen');
  });
  afterAll(() => running.close());

  async function consentToAf(): Promise<string> {
    const { body } = await karin.post(`cases/${eva.caseId}/consents`, {
      disclosingOrganisationId: town.organisation.fk,
      informationCategories: ['WORK'],
      exclusions: '',
      recipients: { organisationIds: [town.organisation.af], contactIds: [] },
      givenBy: 'SELF',
      purpose: 'Samordna stödet.',
      validFrom: running.clock.today(),
      validTo: running.clock.today(),
      form: 'ORAL',
      informedWithText: '2026-11',
    });
    return body.id;
  }

  it(`never sends anything after the withdrawal (${ROUNDS} times)`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const consentId = await consentToAf();
      const noteId = (await karin.post(`cases/${eva.caseId}/notes`, { text: `Varv ${round}`, kind: 'ORGANISATION' })).body.id;
      const body = { recipients: [town.organisation.af], category: 'WORK' };
      const sharing = () => karin.post(`notes/${noteId}/disclosures`, body);
      const withdrawing = () => lena.put(`consents/${consentId}/withdrawal`);
      const [first, second] = round % 2 ? [sharing, withdrawing] : [withdrawing, sharing];
      const answers = await Promise.all([first(), second()]);
      const [shared, withdrawn] = round % 2 ? answers : answers.toReversed();

      expect(withdrawn!.status).toBe(204);
      const sent = await behindTheLocks<{ id: string }>(running.database, 'select id from disclosure where subject_id = $1', [noteId]);
      const [event] = await behindTheLocks<{ id: string }>(
        running.database,
        `select id from timeline_event where case_id = $1 and kind = 'consent.withdrawn' order by id desc limit 1`,
        [eva.caseId],
      );
      // Ids are made in order in this one process: what was sent was sent before the withdrawal was written.
      if (shared!.status === 201) expect(sent.map(({ id }) => id < event!.id)).toEqual([true]);
      else expect([shared!.status, shared!.body.type, sent.length]).toEqual([409, 'urn:samspel:consent.missing', 0]);
      expect((await karin.post(`notes/${noteId}/disclosures`, body)).status).toBe(409);
    }
  }, 60_000);

  it('is one withdrawal, whoever of two staff members and the person was first', async () => {
    for (let round = 0; round < 10; round++) {
      const consentId = await consentToAf();
      const before = await withdrawals();
      const answers = await Promise.all([
        karin.put(`consents/${consentId}/withdrawal`),
        person.put(`me/consents/${consentId}/withdrawal`),
        lena.put(`consents/${consentId}/withdrawal`),
        person.put(`me/consents/${consentId}/withdrawal`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
      expect((await withdrawals()) - before).toBe(1);
      const [row] = await behindTheLocks(
        running.database,
        'select withdrawn_via as via, withdrawn_by_assignment_id as by, version from consent where id = $1',
        [consentId],
      );
      expect(row!['version']).toBe(2);
      expect(row!['via'] === 'STAFF').toBe(row!['by'] !== null);
    }
  });

  it('closes the case once when consents of several organisations are withdrawn at once', async () => {
    await Promise.all([person.put(`me/consents/${eva.consents.region}/withdrawal`), lena.put(`consents/${eva.consents.kommun}/withdrawal`)]);
    expect((await ahmed.get(`cases/${eva.caseId}/notes`)).status).toBe(404);
    const ended = await behindTheLocks(running.database, 'select end_reason from participation where case_id = $1 and assignment_id = $2', [
      eva.caseId,
      town.staff['ahmed.af']!.assignmentId,
    ]);
    expect(ended).toEqual([{ end_reason: 'CONSENT_WITHDRAWN' }]);
    expect(
      await behindTheLocks(running.database, 'select 1 from frozen_copy where case_id = $1 and organisation_id = $2', [
        eva.caseId,
        town.organisation.af,
      ]),
    ).toHaveLength(1);
  });

  const withdrawals = async (): Promise<number> =>
    (await behindTheLocks(running.database, `select 1 from timeline_event where case_id = $1 and kind = 'consent.withdrawn'`, [eva.caseId])).length;
});
