import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { act, ANSWERS, WORDS } from '../support/handover-acts.ts';
import { type HandoverWish, makeHandover } from '../support/handover.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town } from '../support/town.ts';

const NO_CASES = 'truncate coordination_case cascade; delete from person_identifier; delete from person';
/** Sender, a colleague in the team, both supervisors, the receiving intake, the nominee who becomes owner, and somebody outside. */
const ACTORS = ['karin.fk', 'lena.region', 'maria.chef.fk', 'per.chef.af', 'sara.af', 'ahmed.af', 'nils.kommun'] as const;
type Statuses = readonly [number, number, number, number, number, number, number];

const DRAFT_BODY = { ...WORDS, answerBy: '2026-11-27' };
const ONLY_SENDER_DRAFTS: Statuses = [204, 404, 404, 404, 404, 404, 404];
const ONLY_SENDER: Statuses = [204, 403, 403, 403, 403, 403, 404];
// Intake learns that it is too late; the new owner alone goes on.
const ONLY_OWNER: Statuses = [403, 403, 403, 403, 409, 204, 404];

/** Act, state it is tried in, body, and who is answered what, in the order of ACTORS. */
const MATRIX: [act: string, state: HandoverWish['state'], body: (town: Town) => object, statuses: Statuses][] = [
  ['', 'DRAFT', (town) => ({ ...DRAFT_BODY, toUnitId: town.unit.af }), ONLY_SENDER_DRAFTS],
  ['offer', 'DRAFT', () => ({}), ONLY_SENDER_DRAFTS],
  ['revocation', 'DRAFT', () => ({}), ONLY_SENDER_DRAFTS],
  ['revocation', 'OFFERED', () => ({}), ONLY_SENDER],
  ['receipt', 'OFFERED', () => ({}), [403, 403, 403, 403, 204, 403, 404]],
  ['nomination', 'RECEIVED', (town) => ({ assignmentId: town.staff['sara.af']!.assignmentId }), [403, 403, 403, 204, 204, 403, 404]],
  ['acceptance', 'RECEIVED', () => ({ ...ANSWERS, firstContactOn: '2026-11-25' }), [403, 403, 403, 403, 200, 200, 404]],
  ['refusal', 'OFFERED', () => ({ code: 'NO_CAPACITY' }), [403, 403, 403, 403, 204, 204, 404]],
  ['information-request', 'OFFERED', () => ({ question: 'Vad?' }), [403, 403, 403, 403, 204, 204, 404]],
  ['information', 'NEEDS_INFO', () => ({ answer: 'Det.' }), ONLY_SENDER],
  ['first-contact', 'ACCEPTED', () => ({ on: '2026-11-23', present: [] }), ONLY_OWNER],
  ['hold', 'IN_PROGRESS', () => ({ reason: 'x', until: '2026-12-01' }), ONLY_OWNER],
  ['completion', 'IN_PROGRESS', () => ({ outcome: 'x' }), ONLY_OWNER],
  ['failure', 'ACCEPTED', () => ({ outcome: 'x' }), ONLY_OWNER],
  ['acknowledgement', 'COMPLETED', () => ({}), [204, 403, 403, 403, 409, 403, 404]],
];

describe('who may do what with a handover', () => {
  let running: RunningApp, town: Town;
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await running.clock.moveTo(new Date('2026-11-23T08:40:00Z'));
    for (const hint of [...ACTORS, 'admin.drift']) clients.set(hint, await signIn(running.url, hint));
  }, 60_000);
  afterAll(() => running?.close());
  afterEach(() => behindTheLocks(running.database, NO_CASES));

  async function arrange(state: HandoverWish['state']): Promise<string> {
    await behindTheLocks(running.database, NO_CASES);
    const pending = ['DRAFT', 'OFFERED', 'RECEIVED', 'NEEDS_INFO'].includes(state!);
    const { caseId } = await makeCase(running, town, {
      team: ['karin.fk', 'lena.region', ...(pending ? [] : ['ahmed.af'])],
      alsoTo: pending ? ['af'] : [],
    });
    return makeHandover(running, town, caseId, { state, ...(pending && state !== 'DRAFT' && { nominee: 'ahmed.af' }) });
  }

  it.each(MATRIX)(
    '%s of one that is %s',
    async (name, state, body, statuses) => {
      const answered: number[] = [];
      for (const hint of ACTORS) {
        const id = await arrange(state);
        const path = name || 'edit';
        const client = clients.get(hint)!;
        const answer =
          path === 'edit'
            ? await client.put(`handovers/${id}`, body(town), { headers: { 'if-match': '"1"' } })
            : await act(client, id, name, body(town), 1);
        answered.push(answer.status);
        if (answer.status === 403) expect(answer.body.because).toEqual(expect.any(String));
      }
      expect(answered).toEqual(statuses);
    },
    60_000,
  );

  it('a hold is ended by the new owner alone', async () => {
    const id = await arrange('IN_PROGRESS');
    await act(clients.get('ahmed.af')!, id, 'hold', { reason: 'x', until: '2026-12-01' }, 1);
    const answered: number[] = [];
    for (const hint of ACTORS) answered.push((await act(clients.get(hint)!, id, 'resumption', {}, 2)).status);
    expect(answered).toEqual(ONLY_OWNER);
  });

  const HIDDEN = [404, 404, 404] as const;
  it.each([
    ['DRAFT', ['words', 404, ...HIDDEN, 404, 404]],
    ['OFFERED', ['words', 'metadata', 'metadata', 'metadata', 'words', 'words', 404]],
    ['ACCEPTED', ['words', 'metadata', 'metadata', 'metadata', 404, 'words', 404]],
  ] as const)('reads of one that is %s', async (state, expected) => {
    const id = await arrange(state);
    const seen: (string | number)[] = [];
    for (const hint of ACTORS) {
      const { status, body } = await clients.get(hint)!.get(`handovers/${id}`);
      const text = JSON.stringify(body);
      if (status !== 200) seen.push(status);
      else seen.push(/Uppdragstext|Skältext/.test(text) ? 'words' : 'metadata');
      // Names stand with the words, or with the team.
      if (seen.at(-1) === 'metadata' && hint !== 'lena.region') expect(text).not.toMatch(/Eva|Lind/);
    }
    expect(seen).toEqual(expected);
  });

  it('neither administrators nor citizens have any part in it', async () => {
    const id = await arrange('OFFERED');
    expect((await clients.get('admin.drift')!.get(`handovers/${id}`)).status).toBe(403);
    const eva = await signIn(running.url, 'eva', 'citizen');
    expect((await eva.get(`handovers/${id}`)).status).toBe(401);
    await behindTheLocks(running.database, 'delete from session where person_id is not null');
  });
});
