import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const ROUNDS = process.env['DEEP'] ? 50 : 12;
const LIMIT_MS = 5_000 + ROUNDS * 500;
const ROLE = { role: 'Arbetsförmedlare', mandate: 'MAY_PROPOSE', questionArea: '' };
/** Not `truncate person cascade`: sessions refer to persons, and everybody would be signed out. */
const NO_CASES = 'truncate coordination_case cascade; delete from person_identifier; delete from person';

describe('the care team, when two act at once', () => {
  let running: RunningApp;
  let town: Town;
  let karin: Client;
  let lena: Client;
  let ahmed: Client;
  let sara: Client;
  let made: TownCase;

  beforeAll(async () => {
    running = await startApp();
    const as = (hint: string): Promise<Client> => signIn(running.url, hint);
    town = await makeTown(running);
    await behindTheLocks(running.database, `update assignment set functions = '{intake}' where id = $1`, [town.staff['ahmed.af']!.assignmentId]);
    [karin, lena, ahmed, sara] = await Promise.all([as('karin.fk'), as('lena.region'), as('ahmed.af'), as('sara.af')]);
  });

  afterAll(() => running.close());

  const rows = <Row extends object>(sql: string): Promise<Row[]> => behindTheLocks(running.database, sql, [made.caseId]);
  const invite = (client = karin): Promise<Answer> =>
    client.post(`cases/${made.caseId}/invitations`, { unitId: town.unit.af, reason: 'Vi behöver er.' });
  const accept = (client: Client, id: string, hint: string): Promise<Answer> =>
    client.put(`invitations/${id}/acceptance`, { assignmentId: town.staff[hint]!.assignmentId, ...ROLE });
  /** Takes every leave to share with AF back at once; through the owner, who stays in the case whatever is withdrawn. */
  const withdraw = () => Promise.all([made.consents.fk, made.consents.region].map((id) => karin.put(`consents/${id}/withdrawal`)));
  const each = async (round: (index: number) => Promise<void>): Promise<void> => {
    for (let index = 0; index < ROUNDS; index++) {
      made = await makeCase(running, town, { team: ['lena.region'], alsoTo: ['af'] });
      await round(index);
      await behindTheLocks(running.database, NO_CASES);
    }
  };
  const afInTeam = () =>
    rows(
      `select 1 from participation p join organisation o on o.id = p.organisation_id where case_id = $1 and o.name = 'Arbetsförmedlingen' and until_at is null`,
    );

  it(
    'one of two intake officers accepts, the other is told that somebody was first',
    () =>
      each(async () => {
        const { body } = await invite();
        const answers = await Promise.all([accept(sara, body.id, 'sara.af'), accept(ahmed, body.id, 'ahmed.af')]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
        expect(await afInTeam()).toHaveLength(1);
      }),
    LIMIT_MS,
  );

  it(
    'a yes and a no at once: exactly one stands',
    () =>
      each(async () => {
        const { body } = await invite();
        const [yes, no] = await Promise.all([accept(sara, body.id, 'sara.af'), ahmed.put(`invitations/${body.id}/refusal`, { reason: 'Nej.' })]);
        expect([yes.status, no.status].sort()).toEqual(yes.status === 200 ? [200, 409] : [204, 409]);
        expect(await afInTeam()).toHaveLength(yes.status === 200 ? 1 : 0);
      }),
    LIMIT_MS,
  );

  it(
    'two members invite the same organisation: one invitation, one disclosure',
    () =>
      each(async () => {
        const answers = await Promise.all([invite(karin), invite(lena)]);
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
        expect(await rows('select 1 from care_team_invitation where case_id = $1')).toHaveLength(1);
        expect(await rows('select 1 from disclosure where case_id = $1')).toHaveLength(1);
      }),
    LIMIT_MS,
  );

  it(
    'an invitation and a withdrawn consent: never one that waits without consent',
    () =>
      each(async () => {
        const [sent, withdrawn] = await Promise.all([invite(), withdraw()]);
        expect(withdrawn.map(({ status }) => status)).toEqual([204, 204]);
        expect([201, 409]).toContain(sent.status);
        expect(await rows(`select 1 from care_team_invitation where case_id = $1 and state = 'PENDING'`)).toEqual([]);
        expect((await rows('select 1 from care_team_invitation where case_id = $1')).length).toBe(sent.status === 201 ? 1 : 0);
      }),
    LIMIT_MS,
  );

  it(
    'a yes and a withdrawn consent: never a participant without consent',
    () =>
      each(async () => {
        const { body } = await invite();
        const [yes, withdrawn] = await Promise.all([accept(sara, body.id, 'sara.af'), withdraw()]);
        expect(withdrawn.map(({ status }) => status)).toEqual([204, 204]);
        expect([200, 409]).toContain(yes.status);
        expect(await afInTeam()).toEqual([]);
        expect((await sara.get(`cases/${made.caseId}/timeline`)).status).toBe(404);
      }),
    LIMIT_MS,
  );

  it(
    'a yes and an invitation taken back: exactly one stands',
    () =>
      each(async () => {
        const { body } = await invite();
        const [yes, back] = await Promise.all([accept(sara, body.id, 'sara.af'), lena.put(`invitations/${body.id}/withdrawal`)]);
        expect([yes.status, back.status]).toEqual(yes.status === 200 ? [200, 409] : [409, 204]);
        expect(await afInTeam()).toHaveLength(yes.status === 200 ? 1 : 0);
      }),
    LIMIT_MS,
  );
});
