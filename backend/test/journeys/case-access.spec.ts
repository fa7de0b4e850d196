import type { CaseView } from '../../src/case/view/case-view.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town } from '../support/town.ts';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

interface Ids {
  case: string;
  request: string;
  notice: string;
}

type Act = readonly [name: string, method: 'get' | 'post' | 'put' | 'delete', path: (ids: Ids) => string, body?: (town: Town) => object];

/** Every act on a case; whoever is outside its team meets the same 404 on each. */
const ACTS: readonly Act[] = [
  ['read the case', 'get', (ids) => `cases/${ids.case}`],
  ['set the next step', 'put', (ids) => `cases/${ids.case}/next-step`, () => ({ text: 'x' })],
  ['finish the next step', 'put', (ids) => `cases/${ids.case}/next-step/done`],
  ['set the ambition', 'put', (ids) => `cases/${ids.case}/ambition`, () => ({ level: 'JOINT_ACTION' })],
  ['close', 'put', (ids) => `cases/${ids.case}/closure`, () => ({ reason: 'MOVED', remainingWork: '', personInformed: true })],
  [
    'ask a coordinator',
    'put',
    (ids) => `cases/${ids.case}/coordinator-request`,
    (town) => ({ assignmentId: town.staff['lena.region']!.assignmentId, message: '' }),
  ],
  ['accept to coordinate', 'put', (ids) => `coordinator-requests/${ids.request}/acceptance`],
  ['refuse to coordinate', 'put', (ids) => `coordinator-requests/${ids.request}/refusal`],
  ['take the question back', 'put', (ids) => `coordinator-requests/${ids.request}/withdrawal`],
  ['change the language', 'put', (ids) => `cases/${ids.case}/person`, () => ({ language: 'en' })],
  ['show the number', 'post', (ids) => `cases/${ids.case}/identifier-displays`],
  ['read the log', 'get', (ids) => `cases/${ids.case}/access-log`],
  ['read the journal text', 'get', (ids) => `cases/${ids.case}/journal-text`],
  ['tick the day', 'put', (ids) => `cases/${ids.case}/journal-marks/2026-11-01`],
  ['take the tick back', 'delete', (ids) => `cases/${ids.case}/journal-marks/2026-11-01`],
  ['read somebody else’s notice away', 'put', (ids) => `notices/${ids.notice}/reading`],
];

const LOCKS = [
  ['both locks', { gateOpen: false, rowSecurity: true }],
  ['the policies held open', { gateOpen: true, rowSecurity: true }],
  ['row security off', { gateOpen: false, rowSecurity: false }],
] as const;

describe.each(LOCKS)('who reaches a case, with %s', (_, { gateOpen, rowSecurity }) => {
  let running: RunningApp;
  let town: Town;
  let ids: Ids;

  beforeAll(async () => {
    running = await startApp({ gateOpen });
    town = await makeTown(running);
    const { caseId } = await makeCase(running, town, { team: ['lena.region'] });
    const karin = await signIn(running.url, 'karin.fk');
    await karin.put(`cases/${caseId}/coordinator-request`, { assignmentId: town.staff['lena.region']!.assignmentId, message: '' });
    const lena = await signIn(running.url, 'lena.region');
    ids = {
      case: caseId,
      request: (await karin.get(`cases/${caseId}`)).body.coordinatorRequest.id,
      notice: (await lena.get('my-day')).body.notices[0].id,
    };
    if (!rowSecurity) await switchRowSecurityOff(running);
  });
  afterAll(() => running?.close());

  const send = (client: Client, [, method, path, body]: Act, where: Ids) => {
    const headers = { 'if-match': '"1"' };
    return method === 'get' || method === 'delete'
      ? client[method](path(where), { headers })
      : client[method](path(where), body?.(town) ?? {}, { headers });
  };
  const state = () =>
    behindTheLocks(
      running.database,
      `select (select json_agg(c order by c.id) from coordination_case c)::text as cases, (select count(*) from case_ambition) as levels, (select count(*) from journal_mark) as ticks,
         (select json_agg(q) from coordinator_request q)::text as requests, (select json_agg(n) from person n)::text as persons, (select count(*) from timeline_event) as events,
         (select count(*) from notice where read_at is not null) as read`,
    );

  it.each(['david.fk', 'ahmed.af', 'fatima.kommun', 'maria.chef.fk', 'per.chef.af'])(
    '%s, outside the team, gets the answer of an unknown id to every act and changes nothing',
    async (hint) => {
      const client = await signIn(running.url, hint);
      const before = await state();
      for (const act of ACTS) {
        const { instance: _ours, ...ours } = (await send(client, act, ids)).body;
        const { instance: _theirs, ...theirs } = (await send(client, act, { case: UNKNOWN, request: UNKNOWN, notice: UNKNOWN })).body;
        expect([act[0], ours]).toEqual([act[0], theirs]);
        expect([act[0], ours.status]).toEqual([act[0], 404]);
      }
      expect((await client.get('cases')).body).toEqual({ items: [] });
      expect((await client.get('my-day')).body).toMatchObject({
        requests: [],
        notices: [],
        overdue: [],
        upcoming: [],
        changed: [],
        cases: { total: 0 },
      });
      expect(await state()).toEqual(before);
    },
  );

  it.each([
    ['admin.drift', 'staff', 403],
    ['forbund.ledare', 'staff', 403],
    ['eva', 'citizen', 401],
  ] as const)('%s is at the wrong door', async (hint, audience, status) => {
    const client = await signIn(running.url, hint, audience);
    for (const act of [...ACTS, ['list', 'get', () => 'cases'] as Act, ['my day', 'get', () => 'my-day'] as Act]) {
      expect([act[0], (await send(client, act, ids)).status]).toEqual([act[0], status]);
    }
  });

  it('a member who leaves loses it with the next call', async () => {
    const lena = await signIn(running.url, 'lena.region');
    const read = await lena.get<CaseView>(`cases/${ids.case}`);
    expect(read.status).toBe(200);
    const me = read.body.participants.find((each) => each.isYou);
    expect((await lena.put(`participants/${me!.id}/departure`)).status).toBe(204);
    expect((await lena.get(`cases/${ids.case}`)).status).toBe(404);
    expect((await lena.get('cases')).body.items).toEqual([]);
  });
});

/** What each member may do: the policies, over HTTP. */
describe('who may do what in a team', () => {
  const MAY: Record<string, readonly string[]> = {
    'karin.fk': ['case.set-next-step', 'case.set-ambition', 'case.ask-coordinator', 'case.close'],
    'lena.region': ['case.set-next-step', 'case.set-ambition'],
    'ahmed.af': [],
  };
  const LED = ['case.set-next-step', 'case.set-ambition', 'case.ask-coordinator', 'case.close'] as const;
  const SENDS: Record<(typeof LED)[number], Act> = {
    'case.set-next-step': ACTS[1]!,
    'case.set-ambition': ACTS[3]!,
    'case.ask-coordinator': [
      'ask',
      'put',
      (ids) => `cases/${ids.case}/coordinator-request`,
      (town) => ({ assignmentId: town.staff['ahmed.af']!.assignmentId, message: '' }),
    ],
    'case.close': ACTS[4]!,
  };
  let running: RunningApp;
  let town: Town;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
  });
  afterEach(() => behindTheLocks(running.database, 'truncate coordination_case cascade; delete from person_identifier; delete from person'));
  afterAll(() => running?.close());

  it.each(Object.entries(MAY))('%s may lead as far as %j, and is told so', async (hint, may) => {
    const { caseId } = await makeCase(running, town, { coordinator: 'lena.region', team: ['ahmed.af'] });
    const client = await signIn(running.url, hint);
    const { actions, blocked } = (await client.get<CaseView>(`cases/${caseId}`)).body;
    expect(LED.filter((act) => actions.includes(act))).toEqual(may);
    expect(LED.filter((act) => blocked.some((each) => each.action === act))).toEqual(LED.filter((act) => !may.includes(act)));
    for (const act of LED) {
      const [, , path, body] = SENDS[act];
      const { version } = (await client.get(`cases/${caseId}`)).body;
      const { status } = await client.put(path({ case: caseId, request: '', notice: '' }), body?.(town), { headers: { 'if-match': `"${version}"` } });
      expect([act, status]).toEqual([act, may.includes(act) ? 204 : 403]);
    }
  });
});

async function switchRowSecurityOff({ database }: RunningApp): Promise<void> {
  const tables = await behindTheLocks<{ name: string }>(
    database,
    `select relname as name from pg_class where relrowsecurity and relkind in ('r', 'p')`,
  );
  for (const { name } of tables) await behindTheLocks(database, `alter table ${name} disable row level security`);
}
