import { type RunningApp, startApp } from '../support/app.ts';
import { asked, attempt, beginPlan, read, write } from '../support/plan.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown } from '../support/town.ts';

describe('what is sent to a plan', () => {
  let running: RunningApp, karin: Client, planId: string;

  beforeAll(async () => {
    running = await startApp();
    const { caseId } = await makeCase(running, await makeTown(running));
    karin = await signIn(running.url, 'karin.fk');
    planId = await beginPlan(karin, caseId);
  });
  afterAll(() => running?.close());

  const KINDS = ['goals', 'parts', 'activities', 'follow-ups'] as const;

  it.each(KINDS)('has known names only: %s (refusal 10)', async (kind) => {
    for (const extra of ['id', 'organisationId', 'audience', 'version', 'state', 'authorId', 'byPerson']) {
      const { status, body } = await attempt(karin, planId, kind, { [extra]: 'x' });
      expect([extra, status, body.errors]).toEqual([extra, 400, [{ pointer: `/${extra}`, code: 'unknown' }]]);
    }
  });

  it('has known names only when it is changed', async () => {
    const goal = await write(karin, planId, 'goals');
    expect((await karin.put(`goals/${goal}`, { text: 'x', goalKind: 'MAIN', share: true }, asked(1))).status).toBe(400);
    const activity = await write(karin, planId, 'activities');
    const words = { text: 'x', provider: 'INTERVENTION', dueOn: '2026-12-18' };
    for (const extra of [{ state: 'COMPLETED' }, { ownerOrganisationId: 'x' }, { share: true }]) {
      expect((await karin.put(`activities/${activity}`, { ...words, ...extra }, asked(1))).status).toBe(400);
    }
  });

  const HOSTILE = [
    `<script>alert(1)</script> & "citat" '); drop table plan_item; --`,
    '#set text(fill: red) $x^2$ *fet* <label> @ref',
    'نص بالعربية, 🙂 och ett 👩‍👩‍👧 på en rad',
    '{{7*7}} ${process.exit()} \\u0000 %00',
    'rad ett\nrad två',
    'x'.repeat(2000),
  ];

  it.each(HOSTILE)('is kept as written and read as written (refusal 22): %#', async (text) => {
    const goal = await write(karin, planId, 'goals', { text, ownWords: text, conflict: text, share: true });
    expect(await read(karin, goal)).toMatchObject({ text, ownWords: text, conflict: text });
    const part = await write(karin, planId, 'parts', { text });
    expect(await read(karin, part)).toMatchObject({ text });
    const activity = await write(karin, planId, 'activities', { text });
    expect(await read(karin, activity)).toMatchObject({ text });
    const followUp = await write(karin, planId, 'follow-ups', { wanted: text, became: text, now: text });
    expect(await read(karin, followUp)).toMatchObject({ wanted: text, became: text, now: text });
  });

  it.each([
    ['too long', 'x'.repeat(2001), 'isLength'],
    ['very long', 'x'.repeat(10_000), 'isLength'],
    ['NUL', 'a\u0000b', 'plainText'],
    ['an override of direction', 'a\u202eb', 'plainText'],
    ['nothing but spaces', '   ', 'isLength'],
  ])('is refused with the place and without an echo when it is %s', async (_, text, code) => {
    for (const kind of ['goals', 'parts', 'activities'] as const) {
      const { status, body } = await attempt(karin, planId, kind, { text });
      expect([status, body.errors]).toEqual([422, [{ pointer: '/text', code }]]);
      if (text.trim()) expect(JSON.stringify(body)).not.toContain(text);
    }
  });

  it.each<[(typeof KINDS)[number], object]>([
    ['activities', { dueOn: '2026-02-30' }],
    ['activities', { dueOn: null }],
    ['activities', { provider: 'MAGIC' }],
    ['goals', { targetOn: 'i morgon' }],
    ['goals', { goalKind: 'HUGE' }],
    ['goals', { conflictOrganisationIds: ['01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42'] }],
    ['parts', { kind: 'GOAL' }],
    ['parts', { call: 'Lena' }],
  ])('refuses %s with %j', async (kind, words) => {
    const { status, body } = await attempt(karin, planId, kind, words);
    expect([400, 422]).toContain(status);
    expect(body.errors).toEqual([{ pointer: `/${Object.keys(words)[0]}`, code: expect.any(String) }]);
  });
});
