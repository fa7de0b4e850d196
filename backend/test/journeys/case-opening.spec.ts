import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../src/case/view/case-view.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { makeTown, type Town } from '../support/town.ts';

const EVA = '19800826-2381';
const NO_CASES =
  'truncate coordination_case cascade; delete from audit_event; delete from notice; delete from person_registration; delete from person_identifier; delete from person';
const asked = { form: 'ORAL', askedOn: '2026-11-02', saidYes: true };
const opening = (more: object = {}) => ({
  personalNumber: EVA,
  givenName: 'Eva',
  familyName: 'Lind',
  reason: 'Flera behöver hjälpas åt.',
  consentToAsk: asked,
  ...more,
});

describe('opening a case', () => {
  let running: RunningApp;
  let town: Town;
  let karin: Client;
  let ahmed: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    [karin, ahmed] = await signInAll(running.url, ['karin.fk', 'ahmed.af']);
  });
  afterEach(() => behindTheLocks(running.database, NO_CASES));
  afterAll(() => running?.close());

  const idOf = (hint: string): string => town.staff[hint]!.assignmentId;
  const rows = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const traces = () =>
    rows(
      'select (select count(*)::int from person) as persons, (select count(*)::int from coordination_case) as cases, (select count(*)::int from join_request) as asking',
    );
  const NOTHING = [{ persons: 0, cases: 0, asking: 0 }];

  it('makes the opener owner, coordinator and first in the team', async () => {
    const { status, body, headers } = await karin.post(
      'cases',
      opening({ nextStep: { text: 'Ring Eva.', due: '2030-01-31' }, questionArea: 'Sjukpenning', interpreterLanguage: 'ar' }),
    );
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/cases/${body.id}`]);
    expect((await karin.get(`cases/${body.id}`)).body).toMatchObject({
      reason: 'Flera behöver hjälpas åt.',
      holder: { owner: { name: 'Karin Berg' }, coordinator: { name: 'Karin Berg' }, you: 'BOTH' },
      nextStep: { text: 'Ring Eva.', due: '2030-01-31' },
      person: { givenName: 'Eva', maskedNumber: '••••••••-2381', interpreterLanguage: 'ar' },
      participants: [{ isOwner: true, isYou: true, questionArea: 'Sjukpenning' }],
      introduction: null,
      consents: { state: 'NONE' },
      todo: { mine: [{ kind: 'JOURNAL' }, { kind: 'NEXT_STEP' }, { kind: 'CONSENT_MISSING' }] },
    });
    expect(await rows(`select form, day from (select asked_form as form, asked_on::text as day from coordination_case) c`)).toEqual([
      { form: 'ORAL', day: '2026-11-02' },
    ]);
  });

  it('opens once for one key, whatever the wire did', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const tries = await Promise.all(Array.from({ length: 10 }, () => karin.post('cases', opening(), { headers })));
    expect(tries.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(tries.map(({ body }) => body.id)).size).toBe(1);
    expect((await karin.post('cases', opening({ reason: 'Något annat.' }), { headers })).status).toBe(422);
    expect(await traces()).toEqual([{ persons: 1, cases: 1, asking: 0 }]);
  });

  it('needs a key', async () => {
    expect((await karin.post('cases', opening(), { headers: { 'idempotency-key': '' } })).status).toBe(400);
  });

  describe('when the person already has a team', () => {
    let caseId: string;
    beforeEach(async () => {
      caseId = (await karin.post('cases', opening())).body.id;
    });

    it('says so and nothing more, and lets the coordinator know', async () => {
      const { status, body, headers } = await ahmed.post(
        'cases',
        opening({ personalNumber: '8008262381', givenName: 'Eva-Lena', reason: 'Eva söker arbete.' }),
      );
      expect([status, body, headers.get('location')]).toEqual([
        202,
        { message: 'Eva-Lena har redan ett team. Din förfrågan har gått till samordnaren.' },
        null,
      ]);
      expect((await ahmed.get(`cases/${caseId}`)).status).toBe(404);
      const view = (await karin.get<CaseView>(`cases/${caseId}`)).body;
      expect(view.joinRequests).toMatchObject([{ requestedBy: { name: 'Ahmed Haddad' }, reason: 'Eva söker arbete.' }]);
      expect(view.todo.mine.map((item) => item.kind)).toContain('JOIN_REQUEST');
      expect(view.person.givenName).toBe('Eva');
      expect((await karin.get('my-day')).body).toMatchObject({
        requests: [{ kind: 'JOIN_REQUEST', from: { name: 'Ahmed Haddad' } }],
        notices: [{ kind: 'join-request.made' }],
      });
    });

    it('answers the same to the same key and to a second try, with one request', async () => {
      const headers = { 'idempotency-key': randomUUID() };
      const answers = [
        await ahmed.post('cases', opening(), { headers }),
        await ahmed.post('cases', opening(), { headers }),
        await ahmed.post('cases', opening()),
      ];
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
      expect(new Set(answers.map(({ body }) => body.message)).size).toBe(1);
      expect(await traces()).toEqual([{ persons: 1, cases: 1, asking: 1 }]);
    });

    it('opens a new one once the old one is closed', async () => {
      await karin.put(
        `cases/${caseId}/closure`,
        { reason: 'OTHER_PLAN', remainingWork: '', personInformed: true },
        { headers: { 'if-match': '"1"' } },
      );
      expect((await ahmed.post('cases', opening())).status).toBe(201);
      expect(await traces()).toEqual([{ persons: 1, cases: 2, asking: 0 }]);
    });
  });

  it('lets the database decide between two who open at once: one case, one request', async () => {
    const answers = await Promise.all([karin, ahmed].flatMap((client) => [client.post('cases', opening()), client.post('cases', opening())]));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 202, 202, 202]);
    expect(await rows(`select count(*)::int as open from coordination_case where status = 'OPEN'`)).toEqual([{ open: 1 }]);
  });

  it.each([
    ['no yes to ask', { consentToAsk: undefined }],
    ['a yes that was a no', { consentToAsk: { ...asked, saidYes: false } }],
    ['a yes from the future', { consentToAsk: { ...asked, askedOn: '2099-01-01' } }],
    ['a first step in the past', { nextStep: { text: 'x', due: '2020-01-01' } }],
    ['no reason', { reason: '  ' }],
    ['a wrong check digit', { personalNumber: '19800826-2382' }],
    ['a number that is nobody’s test number', { personalNumber: '19121212-1212' }],
  ])('refuses %s with 422, without echoing or looking up anything', async (_, more) => {
    const { status, body } = await karin.post('cases', opening(more));
    expect(status).toBe(422);
    expect(JSON.stringify(body)).not.toMatch(/19800826|2382|191212|Lind/);
    expect(await traces()).toEqual(NOTHING);
    expect(await rows(`select 1 from audit_event where action like 'case.%'`)).toEqual([]);
  });

  it.each([
    ['status', { status: 'CLOSED' }],
    ['consentToAsk/by', { consentToAsk: { ...asked, by: 'x' } }],
  ])('refuses the unknown property %s', async (pointer, more) => {
    expect((await karin.post('cases', opening(more))).body).toMatchObject({ status: 400, errors: [{ pointer: `/${pointer}`, code: 'unknown' }] });
  });

  it('refuses a protected person with the routine, and leaves no trace', async () => {
    await karin.post('cases', opening());
    await rows(
      'delete from participation; delete from timeline_event; delete from case_access; delete from coordination_case; delete from person_registration',
    );
    await rows(`update person set protected_level = 'PROTECTED_REGISTRATION'`);
    const { body } = await karin.post('cases', opening());
    expect(body).toMatchObject({ status: 409, type: 'urn:samspel:person.protected' });
    expect(body.detail).toContain('rutin');
    expect(
      await rows('select (select count(*)::int from coordination_case) as cases, (select count(*)::int from person_registration) as registered'),
    ).toEqual([{ cases: 0, registered: 0 }]);
  });

  it('refuses somebody under 18', async () => {
    await rows(`update assignment set valid_from = '1990-01-01'`);
    await running.clock.moveTo(new Date('1995-06-01T10:00:00Z'));
    const { body } = await karin.post('cases', opening({ consentToAsk: { ...asked, askedOn: '1995-05-01' } })).finally(() => running.clock.reset());
    expect(body).toMatchObject({ status: 409, type: 'urn:samspel:person.under_age' });
    expect(await traces()).toEqual(NOTHING);
  });

  it('refuses one’s own case', async () => {
    await rows(`update staff_member s set personal_index = i.blind_index from (select $1::bytea as blind_index) i where s.id = $2`, [
      await indexOf(),
      town.staff['ahmed.af']!.staffMemberId,
    ]);
    expect((await ahmed.post('cases', opening())).body).toMatchObject({ status: 409, type: 'urn:samspel:person.own_case' });
    await rows('update staff_member set personal_index = null');
    expect(await traces()).toEqual(NOTHING);
  });

  async function indexOf(): Promise<Buffer> {
    await karin.post('cases', opening());
    const [row] = await rows<{ index: Buffer }>('select blind_index as index from person_identifier');
    await rows(NO_CASES);
    return row!.index;
  }

  it('logs who opened, and who asked to join', async () => {
    await karin.post('cases', opening());
    await ahmed.post('cases', opening());
    expect(
      await rows(
        `select actor_id::text as actor, action, case_id is not null as "names case" from audit_event where action in ('case.opened', 'case.asked-to-join') order by recorded_at desc limit 2`,
      ),
    ).toEqual([
      { actor: idOf('ahmed.af'), action: 'case.asked-to-join', 'names case': false },
      { actor: idOf('karin.fk'), action: 'case.opened', 'names case': true },
    ]);
  });
});
