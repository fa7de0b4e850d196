import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';
const ROLE = { role: 'Arbetsförmedlare', mandate: 'MAY_PROPOSE', questionArea: '' };
const CONTACT = { kind: 'UNION', name: 'Rolf Dahl', worksAt: '', questionArea: '' };

interface Ids {
  case: string;
  participant: string;
  invitation: string;
  joinRequest: string;
  contact: string;
}

type Act = readonly [name: string, method: 'get' | 'post' | 'put', path: (ids: Ids) => string, body?: (town: Town) => object];

/** Every act on a team; whoever is outside meets the same 404 on each. */
const ACTS: readonly Act[] = [
  ['list the team', 'get', (ids) => `cases/${ids.case}/care-team/participants`],
  [
    'add a colleague',
    'post',
    (ids) => `cases/${ids.case}/care-team/participants`,
    (town) => ({ assignmentId: town.staff['david.fk']!.assignmentId, ...ROLE }),
  ],
  ['change a participant', 'put', (ids) => `participants/${ids.participant}`, () => ROLE],
  ['leave', 'put', (ids) => `participants/${ids.participant}/departure`],
  ['acknowledge', 'put', (ids) => `participants/${ids.participant}/introduction`],
  ['invite', 'post', (ids) => `cases/${ids.case}/invitations`, (town) => ({ unitId: town.unit.work, reason: 'x' })],
  ['read an invitation', 'get', (ids) => `invitations/${ids.invitation}`],
  ['accept', 'put', (ids) => `invitations/${ids.invitation}/acceptance`, (town) => ({ assignmentId: town.staff['ahmed.af']!.assignmentId, ...ROLE })],
  ['decline', 'put', (ids) => `invitations/${ids.invitation}/refusal`, () => ({ reason: 'x' })],
  ['take an invitation back', 'put', (ids) => `invitations/${ids.invitation}/withdrawal`],
  ['invite an asker', 'put', (ids) => `join-requests/${ids.joinRequest}/invitation`, () => ({ reason: 'x' })],
  ['refuse an asker', 'put', (ids) => `join-requests/${ids.joinRequest}/refusal`],
  ['add a contact', 'post', (ids) => `cases/${ids.case}/contacts`, () => CONTACT],
  ['change a contact', 'put', (ids) => `contacts/${ids.contact}`, () => CONTACT],
  ['remove a contact', 'put', (ids) => `contacts/${ids.contact}/removal`],
  ['restore a contact', 'put', (ids) => `contacts/${ids.contact}/restoration`],
  ['read the timeline', 'get', (ids) => `cases/${ids.case}/timeline`],
  ['tell', 'post', (ids) => `cases/${ids.case}/timeline`, () => ({ text: 'x', occurredOn: '2026-01-15', recipients: [], category: 'WORK' })],
];

const LOCKS = [
  ['both locks', { gateOpen: false, rowSecurity: true }],
  ['the policies held open', { gateOpen: true, rowSecurity: true }],
  ['row security off', { gateOpen: false, rowSecurity: false }],
] as const;

describe.each(LOCKS)('who reaches a team, with %s', (_, { gateOpen, rowSecurity }) => {
  let running: RunningApp;
  let town: Town;
  let made: TownCase;
  let ids: Ids;

  beforeAll(async () => {
    running = await startApp({ gateOpen });
    town = await makeTown(running);
    made = await makeCase(running, town, { team: ['lena.region'], alsoTo: ['af', 'work'] });
    const karin = await signIn(running.url, 'karin.fk');
    const made_ = async (path: string, body: object): Promise<string> => (await karin.post(path, body)).body.id;
    const team = (await karin.get(`cases/${made.caseId}/care-team/participants`)).body.items;
    const [request] = await behindTheLocks<{ id: string }>(
      running.database,
      `insert into join_request (case_id, organisation_id, requested_by_assignment_id, reason, asked_form, asked_on) values ($1, $2, $3, 'x', 'ORAL', '2026-11-01') returning id`,
      [made.caseId, town.organisation.kommun, town.staff['nils.kommun']!.assignmentId],
    );
    ids = {
      case: made.caseId,
      participant: team[0].id,
      invitation: await made_(`cases/${made.caseId}/invitations`, { unitId: town.unit.af, reason: 'Vi behöver er.' }),
      joinRequest: request!.id,
      contact: await made_(`cases/${made.caseId}/contacts`, CONTACT),
    };
    if (!rowSecurity) await switchRowSecurityOff(running);
  });

  afterAll(() => running.close());

  const send = (client: Client, [, method, path, body]: Act, where: Ids) => {
    const headers = { 'if-match': '"1"' };
    return method === 'get' ? client.get(path(where)) : client[method](path(where), body?.(town) ?? {}, { headers });
  };
  const state = () =>
    behindTheLocks(
      running.database,
      `select (select count(*) from participation) as team, (select count(*) from participation where until_at is not null) as gone, (select count(*) from timeline_event) as events,
         (select count(*) from care_team_invitation where state = 'PENDING') as waiting, (select count(*) from join_request where state = 'PENDING') as asking,
         (select count(*) from case_contact where removed_at is null) as contacts, (select count(*) from disclosure) as disclosed`,
    );

  it.each(['david.fk', 'ahmed.af', 'fatima.kommun', 'maria.chef.fk', 'nils.kommun'])(
    '%s, outside, gets the answer of an unknown id to every act and changes nothing',
    async (hint) => {
      const client = await signIn(running.url, hint);
      const before = await state();
      const unknown: Ids = { case: UNKNOWN, participant: UNKNOWN, invitation: UNKNOWN, joinRequest: UNKNOWN, contact: UNKNOWN };
      for (const act of ACTS) {
        const { instance: _ours, ...ours } = (await send(client, act, ids)).body;
        const { instance: _theirs, ...theirs } = (await send(client, act, unknown)).body;
        expect([act[0], ours]).toEqual([act[0], theirs]);
        expect([act[0], ours.status]).toEqual([act[0], 404]);
      }
      expect(await state()).toEqual(before);
    },
  );

  it('the invited unit’s intake reads its preview and nothing else', async () => {
    const sara = await signIn(running.url, 'sara.af');
    for (const act of ACTS) {
      if (['read an invitation', 'accept', 'decline'].includes(act[0])) continue;
      expect([act[0], (await send(sara, act, ids)).status]).toEqual([act[0], 404]);
    }
    expect((await sara.get(`invitations/${ids.invitation}`)).status).toBe(200);
  });

  it('another unit’s intake has an empty queue', async () => {
    const fatima = await signIn(running.url, 'fatima.kommun');
    expect((await fatima.get('invitations')).body).toEqual({ items: [] });
  });

  it.each([
    ['admin.drift', 'staff', 403],
    ['forbund.ledare', 'staff', 403],
    ['eva', 'citizen', 401],
  ] as const)('%s is at the wrong door', async (hint, audience, status) => {
    const client = await signIn(running.url, hint, audience);
    for (const act of ACTS) expect([act[0], (await send(client, act, ids)).status]).toEqual([act[0], status]);
  });
});

async function switchRowSecurityOff({ database }: RunningApp): Promise<void> {
  const tables = await behindTheLocks<{ name: string }>(
    database,
    `select relname as name from pg_class where relrowsecurity and relkind in ('r', 'p')`,
  );
  for (const { name } of tables) await behindTheLocks(database, `alter table ${name} disable row level security`);
}
